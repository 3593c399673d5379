import type { Question } from '../question.ts'
import { tidy } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'

/** Free text as it is; where a format is asked, the one part of the reply that has it ("my ZIP is 10027-1200"). */
export function readText(question: Question & { kind: 'text' | 'comment' }, text: string): Reading {
  const { pattern } = question
  const trimmed = text.trim()
  if (tidy(trimmed).trim() === '') return misread('empty')
  if (!pattern) return understood(trimmed)
  const written = tidy(trimmed).trim()
  if (pattern.test(written)) return understood(written)
  const fitting = new Set(written.split(/[^\p{L}\p{N}]+/u).filter((part) => pattern.test(part)))
  const [only, ...others] = fitting
  if (only === undefined) return misread('wrong-format')
  return others.length > 0 ? misread('ambiguous') : understood(only)
}
