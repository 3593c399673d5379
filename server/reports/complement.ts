import type { Figure } from './results.ts'

/**
 * Keeps a withheld part from being worked out: where the whole is known and exactly one part is withheld, the smallest
 * of the others is withheld too. Choices of a question make up 100 %, questions of a score average to its figure.
 */
export function protectedParts(parts: readonly Figure[], isWholeKnown: boolean): Figure[] {
  const shown = parts.filter((part) => part.status === 'shown')
  if (!isWholeKnown || parts.length - shown.length !== 1) return [...parts]
  const smallest = Math.min(...shown.map(({ estimate }) => Math.abs(estimate)))
  const alsoHidden = parts.find((part) => part.status === 'shown' && Math.abs(part.estimate) === smallest)
  return parts.map((part) => (part === alsoHidden ? { status: 'withheld', reason: 'protects-another' } : part))
}
