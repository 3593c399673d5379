import type { Compiled } from './compile.ts'
import type { Happening } from './events.ts'
import type { Interview } from './interview.ts'

/** What one incoming text leads to. An empty reply means: say nothing. */
export type Turn = {
  readonly happenings: readonly (Happening & { readonly language: string })[]
  readonly reply: string
}

/** The first text: who asks, why, how long, how to stop, then the first question. */
export declare function open(compiled: Compiled, interview: Interview, language: string): Turn

/** One incoming text against the interview as it stands. */
export declare function converse(compiled: Compiled, interview: Interview, text: string): Turn
