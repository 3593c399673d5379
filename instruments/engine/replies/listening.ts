import { phrasesOf, type Vocabulary, vocabularyOf } from '../languages/vocabulary.ts'
import { wordsForAlmost } from '../languages/words/almost.ts'
import { wordsForAge } from '../languages/words/ages.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { type Label, labelOf } from './labels.ts'
import { plain } from './plain.ts'
import { is, type Token, tokensOf } from './tokens.ts'

/** One question as it is listened to in one language. */
export type Listening = {
  readonly labels: readonly Label[]
  /** The words that tell the choices apart. */
  readonly labelWords: ReadonlySet<string>
  readonly vocabulary: Vocabulary
  /** The words of the question itself: said again in a reply, they carry nothing. */
  readonly around: ReadonlySet<string>
  /** The unit that the question asks for: 0 of "How many years …?", also of "How old …?"; not that of "under 18 years". */
  readonly unit: number | undefined
  /** Whether the resident speaks this language; short words of others mean too many things. */
  readonly atHome: boolean
  /** Whether several choices may be named: no word may be left over then. */
  readonly takesSeveral: boolean
  /** Whether the choices were listed with numbers. */
  readonly numbered: boolean
}

type How = Pick<Listening, 'atHome' | 'numbered'>

const remembered = new WeakMap<Question, Map<string, Listening>>()

/** Listens to a question in a language. What does not depend on the interview is worked out once. */
export function listeningTo(question: Question, choices: readonly Choice[], language: string, how: How): Listening {
  const isWhole = !('choices' in question) || choices === question.choices
  if (!isWhole) return listening(question, choices, language, how)
  let byLanguage = remembered.get(question)
  if (!byLanguage) remembered.set(question, (byLanguage = new Map()))
  const key = how.atHome ? language : `${language} abroad`
  let known = byLanguage.get(key)
  if (!known) byLanguage.set(key, (known = listening(question, choices, language, how)))
  return known
}

function listening(question: Question, choices: readonly Choice[], language: string, how: How): Listening {
  const labels = choices.map((choice) => labelOf(choice, language))
  const title = inLanguage(question.title, language)
  const vocabulary = vocabularyOf(language)
  return {
    labels,
    labelWords: new Set(labels.flatMap(({ words }) => words)),
    vocabulary,
    // "D'enfants" is also "enfants".
    around: new Set(`${plain(title)} ${plain(title.replace(/['’]/g, ' '))}`.split(' ')),
    unit: unitAsked(tokensOf(plain(title.replace(/['’]/g, ' ')), vocabulary)),
    takesSeveral: question.kind === 'multiple' || question.kind === 'ranking',
    ...how,
  }
}

function unitAsked(title: readonly Token[]): number | undefined {
  const units = new Set(
    title.flatMap(({ sense }, i) => (title[i - 1]?.number === undefined ? (sense?.unit ?? []) : [])),
  )
  const [unit] = units
  if (units.size > 0) return units.size === 1 ? unit : undefined
  return title.some(({ text }) => ages().has(text)) ? 0 : undefined
}

let preparedAges: ReadonlySet<string> | undefined

function ages(): ReadonlySet<string> {
  return (preparedAges ??= new Set(phrasesOf(wordsForAge).map(plain)))
}

/** The tokens that carry the answer: without filler, counters and the question's own words, as long as any remain. */
export function heardTokens(listening: Listening, said: string): readonly Token[] {
  const tokens = tokensOf(said, listening.vocabulary)
  const telling = tokens.filter((token, i) => {
    if (listening.labelWords.has(token.text)) return true
    const isCounter = is(token, 'counters') && tokens[i - 1]?.number !== undefined
    const isAlmost = almost().has(token.text) && tokens[i + 1] !== undefined && tokens[i + 1]?.number === undefined
    return !isCounter && (isAlmost || (!is(token, 'filler') && !is(token, 'perhaps')))
  })
  return telling.length > 0 ? telling : tokens
}

let preparedAlmost: ReadonlySet<string> | undefined

/** "Almost ten" may be ten; "almost never" is not never. */
function almost(): ReadonlySet<string> {
  return (preparedAlmost ??= new Set(phrasesOf(wordsForAlmost).map(plain)))
}

/** Whether a word only says the question again, in some form of it. */
export function isAround({ around, labelWords }: Listening, text: string): boolean {
  return text.split(' ').every((word) => {
    if (labelWords.has(word)) return false
    if (around.has(word)) return true
    const isHan = /^\p{Script=Han}{2,}$/u.test(word)
    return [...around].some((other) => (isHan ? other.includes(word) : isFormOf(word, other)))
  })
}

/** "Living" and "live", "mieszkam" and "mieszka": most of both words is the same. */
function isFormOf(word: string, other: string): boolean {
  const least = /\p{Script=Hangul}/u.test(word) ? 2 : 4
  let same = 0
  while (same < word.length && word[same] === other[same]) same++
  return same >= least && same >= 0.6 * Math.max(word.length, other.length)
}
