import { type Compiled, compile } from '#instruments/engine/compile.ts'
import { noGeography } from '#instruments/engine/geography.ts'
import type { Question } from '#instruments/engine/question.ts'
import { study } from './bundled.ts'

/** A small instrument with one question of any kind. */
export function asking(element: Readonly<Record<string, unknown>>): { compiled: Compiled; question: Question } {
  const instrument = { elements: [{ name: 'one', title: 'One?', ...element }] }
  const compiled = compile(instrument, { ...study, outcomes: [] }, noGeography)
  return { compiled, question: compiled.question('one')! }
}
