import type { Value } from './events.ts'
import type { Counted } from './weighting.ts'

/**
 * The number that a resident told: the answer itself, what `values` says of the choice, or the number with which the
 * choice begins ("4 or more", "4+"). Nothing where it is missing or tells none.
 */
export function countedIn(
  { question, values }: Extract<Counted, { question: string }>,
  answers: Readonly<Record<string, Value>>,
): number | undefined {
  const answer = answers[question]
  if (answer === undefined || typeof answer === 'object') return undefined
  return values?.[String(answer)] ?? numberIn(String(answer))
}

/** The number with which a word begins. */
export function numberIn(word: string): number | undefined {
  const [number] = /^\d+(\.\d+)?/.exec(word.trim()) ?? []
  return number === undefined ? undefined : Number(number)
}
