import { asideIn, heedAside } from './aside.ts'
import type { Known } from './begin.ts'
import { closingOf } from './closing.ts'
import { languageOfText } from './notices.ts'
import { no, yes } from './languages/yes-no.ts'
import { type Choice, inLanguage, type Question } from './question.ts'
import { readAnswer } from './replies/index.ts'
import { happened, type Making, saying } from './turn.ts'

/**
 * What a first text says instead of beginning: that its sender wants no texts, or none of this survey, or asks something.
 * A stranger who asks is told by the beginning itself who we are; whoever we have invited knows that.
 *
 * @returns undefined where the text begins the interview
 */
export function beforeTheBeginning(turn: Making, text: string, { isInvited }: Known): Making | undefined {
  const { languages } = turn.compiled.study
  const language = languages.includes(turn.language)
    ? languageOfText(text, [turn.language, ...languages])
    : turn.language
  const heard = { ...turn, language }
  const aside = asideIn(text, [language, ...languages])
  if (aside && (isInvited || (aside !== 'question' && aside !== 'help'))) return heedAside(heard, text)
  return isInvited && saysNo(text, [language, ...languages]) ? declined(heard) : undefined
}

/** The invitation asks whether somebody takes part; a number is no "no", since it lists none. */
function saysNo(text: string, languages: readonly string[]): boolean {
  if (/\p{N}/u.test(text)) return false
  const reading = readAnswer(takesPart, choices, text, languages)
  if (reading.understood) return reading.value === false
  return reading.command === 'refuse' || reading.command === 'skip'
}

const choices: readonly Choice[] = [
  { code: true, label: yes },
  { code: false, label: no },
]
const takesPart: Question = {
  name: 'takes_part',
  kind: 'boolean',
  choices,
  title: {},
  readAloud: false,
  required: true,
  core: false,
  sensitive: false,
  shownIf: [],
}

/** Whoever says no to the invitation has declined, and is not reminded. */
function declined(turn: Making): Making {
  const { compiled, language } = turn
  const ended = happened(happened(turn, { type: 'begun' }), { type: 'completed', outcome: 'declined' })
  return saying(ended, inLanguage(closingOf(compiled.study, 'declined'), language))
}
