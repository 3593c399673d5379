import { phrasesOf } from '../languages/vocabulary.ts'
import { atAll, opposites } from '../languages/words/opposites.ts'
import type { Label } from './labels.ts'
import type { Listening } from './listening.ts'
import { type Finder, finderOf } from './phrases.ts'
import { plain } from './plain.ts'
import { is, tokensOf } from './tokens.ts'

/** "I don't feel safe here at all"; what is longer says more than one thing. */
const mostWords = 7

/** The choices across a scale from what is denied: "not safe at all" is "very unsafe", "I don't agree" is "disagree". */
export function oppositeOf({ labels, vocabulary }: Listening, said: string): Label[] {
  if (said.split(' ').length > mostWords) return []
  const tokens = tokensOf(said, vocabulary)
  const isHan = /\p{Script=Han}/u.test(said)
  const { sides, wholly } = prepared()
  const isWhole = found(wholly, said, isHan).size > 0
  if (!isWhole || !tokens.some((token) => is(token, 'negation') || is(token, 'no'))) return []
  if (tokens.some((token) => is(token, 'mild') || (is(token, 'very') && !isWhole))) return []
  const meant = [...found(sides, said, isHan)].map(otherSide)
  const [side, ...others] = meant
  if (side === undefined || others.length > 0) return []
  const opposite = labels.filter((label) => {
    const isPlain = !label.tokens.some((token) => is(token, 'negation') || is(token, 'no'))
    return isPlain && found(sides, label.said, isHan).has(side)
  })
  const isVery = (label: Label) => label.tokens.some((token) => is(token, 'very'))
  const isMild = (label: Label) => label.tokens.some((token) => is(token, 'mild'))
  const meantOnes = opposite.filter((label) => (isWhole ? isVery(label) : !isVery(label) && !isMild(label)))
  return meantOnes.length === 1 ? meantOnes : opposite
}

/** A pair and which of its two sides. */
type Side = `${number} ${0 | 1}`

function otherSide(side: Side): Side {
  return side.endsWith('0') ? (`${Number.parseInt(side)} 1` as Side) : (`${Number.parseInt(side)} 0` as Side)
}

function found<T>(finder: Finder<T>, said: string, isHan: boolean): Set<T> {
  const words = said.split(' ')
  const spaced = words.flatMap((_, at) => finder.at(words, at).map(({ of }) => of))
  if (!isHan) return new Set(spaced)
  let rest = said
  const unspaced: T[] = []
  for (const { of, said: phrase } of finder.unspaced)
    if (rest.includes(phrase)) {
      unspaced.push(of)
      rest = rest.replaceAll(phrase, ' ')
    }
  return new Set(unspaced)
}

type Prepared = { readonly sides: Finder<Side>; readonly wholly: Finder<string> }
let known: Prepared | undefined

function prepared(): Prepared {
  return (known ??= {
    wholly: finderOf([['wholly', atAll]]),
    sides: finderOf(
      phrasesOf(opposites).flatMap((pair, i) =>
        pair
          .split('|')
          .map(
            (side, at) =>
              [`${i} ${at}` as Side, side.trim().split(/\s+/).filter(plain).join(', ').replaceAll('_', ' ')] as const,
          ),
      ),
    ),
  })
}
