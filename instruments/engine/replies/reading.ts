import type { Misreading, Value } from '../events.ts'
import type { Choice } from '../question.ts'

/** What a resident asks for instead of answering. */
export type Command = 'skip' | 'refuse' | 'dont-know' | 'back' | 'help' | 'link' | 'opt-out' | 'opt-in' | 'language'

/** What one text says about one question. Better not understood than misread. */
export type Reading =
  | { readonly understood: true; readonly value: Value }
  | {
      readonly understood: false
      readonly reason: Misreading
      readonly command?: undefined
      /** The choices between which a bare number does not tell: its place on the list, and the choice that is that number. */
      readonly between?: readonly Choice[]
    }
  | { readonly understood: false; readonly command: Command; readonly language?: string }

export function understood(value: Value): Reading {
  return { understood: true, value }
}

export function misread(reason: Misreading, between?: readonly Choice[]): Reading {
  return { understood: false, reason, ...(between && { between }) }
}
