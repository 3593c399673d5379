import type { Compiled } from '../compile.ts'
import type { Interview } from '../interview.ts'
import type { Question } from '../question.ts'

/** The text of a message that asks a question. */
export declare function prompt(compiled: Compiled, interview: Interview, question: Question, language: string): string
