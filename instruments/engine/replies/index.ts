import type { Compiled } from '../compile.ts'
import type { Interview } from '../interview.ts'
import type { Question } from '../question.ts'
import type { Reading } from './reading.ts'

/** What a text says about a question. */
export declare function readReply(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  text: string,
  language: string,
): Reading
