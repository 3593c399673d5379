import { type Vocabulary, vocabularyOf } from '../languages/vocabulary.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { type Label, labelOf } from './labels.ts'
import { plain } from './plain.ts'

/** One question as it is listened to in one language. */
export type Listening = {
  readonly labels: readonly Label[]
  readonly vocabulary: Vocabulary
  /** The words of the question itself: said again in a reply, they carry nothing. */
  readonly around: ReadonlySet<string>
  /** Whether the resident speaks this language; short words of others mean too many things. */
  readonly atHome: boolean
  /** Whether the choices were listed with numbers. */
  readonly numbered: boolean
}

const remembered = new WeakMap<Question, Map<string, Listening>>()

/** Listens to a question in a language. What does not depend on the interview is worked out once. */
export function listeningTo(
  question: Question,
  choices: readonly Choice[],
  language: string,
  how: { readonly atHome: boolean; readonly numbered: boolean },
): Listening {
  let byLanguage = remembered.get(question)
  if (!byLanguage) remembered.set(question, (byLanguage = new Map()))
  const key = how.atHome ? language : `${language} abroad`
  let known = byLanguage.get(key)
  if (!known) {
    const around = new Set(plain(inLanguage(question.title, language)).split(' '))
    const labels = 'choices' in question ? question.choices.map((choice) => labelOf(choice, language)) : []
    byLanguage.set(key, (known = { labels, vocabulary: vocabularyOf(language), around, ...how }))
  }
  const isWhole = 'choices' in question && choices === question.choices
  return isWhole ? known : { ...known, ...how, labels: choices.map((choice) => labelOf(choice, language)) }
}
