import type { Misreading } from '../events.ts'
import type { Choice } from '../question.ts'
import type { Label } from './labels.ts'

/** The choice that is meant, or why none is; `between` are those that a bare number may stand for. */
export type Pick = { readonly choice: Choice } | { readonly reason: Misreading; readonly between?: readonly Choice[] }

export function only(labels: Iterable<Label>): Pick {
  const [label, ...others] = labels
  if (!label) return { reason: 'not-a-choice' }
  return others.length > 0 ? { reason: 'ambiguous' } : { choice: label.choice }
}

/** The choice whose words the reply repeats. */
export function exactly(labels: readonly Label[], said: string, words: readonly string[]): Label | undefined {
  const telling = words.join(' ')
  const unspaced = /\d/.test(said) ? undefined : said.replaceAll(' ', '')
  const full = inFull(said)
  return (
    sole(labels, (label) => label.said === said) ??
    sole(labels, (label) => inFull(label.said) === full) ??
    sole(labels, (label) => label.words.join(' ') === telling) ??
    sole(labels, (label) => label.said.replaceAll(' ', '') === unspaced)
  )
}

/** "I don't" as "I do not", apostrophes gone. */
function inFull(said: string): string {
  if (!/nt|im|ive/.test(said)) return said
  return said
    .replace(/\b(do|does|did|have|has|had|is|are|was|were|would|could|should)nt\b/g, '$1 not')
    .replace(/\bcant\b/g, 'can not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\bwont\b/g, 'will not')
    .replace(/\bim\b/g, 'i am')
    .replace(/\bive\b/g, 'i have')
}

function sole(labels: readonly Label[], fits: (label: Label) => boolean): Label | undefined {
  const fitting = labels.filter(fits)
  return fitting.length === 1 ? fitting[0] : undefined
}
