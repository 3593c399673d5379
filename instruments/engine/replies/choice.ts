import type { Misreading } from '../events.ts'
import { type Vocabulary, vocabularyOf } from '../languages/vocabulary.ts'
import { type Choice, inLanguage } from '../question.ts'
import { asciiDigits, plain, plainOnce } from './plain.ts'

export type Pick = { readonly choice: Choice } | { readonly reason: Misreading }

/** The choice whose words the reply repeats exactly. */
export function exactChoice(choices: readonly Choice[], text: string, language: string): Choice | undefined {
  const said = plain(text)
  const same = said === '' ? [] : choices.filter((choice) => labelOf(choice, language) === said)
  return same.length === 1 ? same[0] : undefined
}

/**
 * The one choice a reply means: by its number on the list ("2.", "#2", "option two", "2 - sometimes"), by a number in
 * its words ("30" for "25 to 34"), by its words, or by a part of them that no other choice has.
 *
 * @param numbered  whether the choices were listed with numbers
 */
export function pickChoice(choices: readonly Choice[], text: string, language: string, numbered: boolean): Pick {
  const vocabulary = vocabularyOf(language)
  const words = withoutFiller(plain(text), vocabulary)
  if (words.length === 0) return { reason: 'empty' }
  const exact = exactChoice(choices, words.join(' '), language)
  const [first = '', ...rest] = words
  const number = numberOf(first, text, vocabulary)
  if (number !== undefined && rest.length === 0) return byNumber(choices, number, language, numbered, exact)
  if (exact) return { choice: exact }
  if (number !== undefined && numbered) return byNumberAndWords(choices, number, rest, language, vocabulary)
  return byYesOrNo(choices, words.join(' '), language, vocabulary) ?? byWords(choices, words, language)
}

export function byNumber(
  choices: readonly Choice[],
  number: number,
  language: string,
  numbered: boolean,
  exact: Choice | undefined,
): Pick {
  const listed = numbered ? choices[number - 1] : undefined
  const meant = [listed, exact, ...choices.filter((choice) => covers(choice, number, language))]
  return only(meant, numbered || choices.length === 0 ? 'out-of-range' : 'not-a-choice')
}

/** "2 sometimes": the words must not contradict the number. */
function byNumberAndWords(
  choices: readonly Choice[],
  number: number,
  rest: readonly string[],
  language: string,
  vocabulary: Vocabulary,
): Pick {
  const spoken = rest.filter((word) => !vocabulary.and.has(word))
  if (spoken.some((word) => /^\d+$/.test(word) || vocabulary.numbers.has(word))) {
    const whole = byWords(choices, [String(number), ...rest], language)
    return 'choice' in whole ? whole : { reason: 'ambiguous' }
  }
  const listed = choices[number - 1]
  const named = byWords(choices, rest, language)
  if ('choice' in named) return named.choice === listed ? named : { reason: 'ambiguous' }
  if (!listed) return { reason: 'out-of-range' }
  const label = labelOf(listed, language).split(' ')
  return rest.every((word) => label.includes(word)) ? { choice: listed } : { reason: named.reason }
}

/** A word for yes or no means only a choice that says just that: "no" is not "some college, no degree". */
function byYesOrNo(
  choices: readonly Choice[],
  said: string,
  language: string,
  { yes, no }: Vocabulary,
): Pick | undefined {
  const spoken = [yes, no].find((words) => words.has(said))
  return (
    spoken &&
    only(
      choices.filter((choice) => spoken.has(labelOf(choice, language))),
      'not-a-choice',
    )
  )
}

/** The choice that has all the words of the reply, where only one has; "or" and "to" by themselves mean none. */
function byWords(choices: readonly Choice[], words: readonly string[], language: string): Pick {
  if (words.every((word) => /^[a-z]{1,2}$/.test(word))) return { reason: 'not-a-choice' }
  const containing = choices.filter((choice) => {
    const label = labelOf(choice, language).split(' ')
    return words.every((word) => label.includes(word))
  })
  const starting = containing.filter((choice) => `${labelOf(choice, language)} `.startsWith(`${words.join(' ')} `))
  return only(starting.length === 1 && words.length > 1 ? starting : containing, 'not-a-choice')
}

function only(choices: readonly (Choice | undefined)[], otherwise: Misreading): Pick {
  const [choice, ...others] = new Set(choices.filter((choice) => choice !== undefined))
  if (!choice) return { reason: otherwise }
  return others.length > 0 ? { reason: 'ambiguous' } : { choice }
}

/** Whether the words of a choice name this number or a range that holds it: "25 to 34", "75 or older", "Precinct 19". */
function covers(choice: Choice, number: number, language: string): boolean {
  const label = labelOf(choice, language)
  const [from, to] = (label.match(/\d+/g) ?? []).map(Number)
  if (from === undefined) return false
  if (to !== undefined) return /^\d+( \p{L}+)? \d+$/u.test(label) && from <= number && number <= to
  const after = label.replace(/^.*?\d+ ?/, '')
  return vocabularyOf(language).orMore.has(after) ? number >= from : number === from
}

/** The words that carry the answer: without "I would say …, please", as long as anything remains. */
export function withoutFiller(said: string, { filler }: Vocabulary): string[] {
  const words = said.split(' ').filter((word) => word !== '')
  const telling = words.filter((word) => !filler.has(word))
  return telling.length > 0 ? telling : words
}

function numberOf(word: string, text: string, { numbers }: Vocabulary): number | undefined {
  const ordinal = /^(\d{1,4})(?:st|nd|rd|th|o|a|er)?$/.exec(word)
  if (ordinal) return /\d[.,]\d/.test(asciiDigits(text)) ? undefined : Number(ordinal[1])
  return numbers.get(word) ?? letterOf(text)
}

/** "(b)" or "b)" for the second choice; a bare letter may be anything. */
function letterOf(text: string): number | undefined {
  const letter = /^\s*\(?([a-i])\)\s*$/i.exec(text)?.[1]
  return letter === undefined ? undefined : letter.toLowerCase().charCodeAt(0) - 96
}

function labelOf(choice: Choice, language: string): string {
  return plainOnce(choice, inLanguage(choice.label, language))
}
