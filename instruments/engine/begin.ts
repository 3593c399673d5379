import type { Compiled } from './compile.ts'
import { findLanguage, languageList, languageTold, otherLanguages } from './find-language.ts'
import type { Interview } from './interview.ts'
import { line } from './languages/index.ts'
import { inLanguage } from './question.ts'
import { tidy } from './replies/plain.ts'
import { goingOn, happened, made, type Making, making, saying, type Turn } from './turn.ts'

/** What is known of somebody before their first text. */
export type Known = {
  /** The language that the sample has for them. */
  readonly caseLanguage?: string | undefined
  /** Whether our invitation has told them who asks, why, how long it takes and how to stop. */
  readonly isInvited?: boolean | undefined
}

/** The language that the sample has, if the study speaks it. */
export function ofCase({ caseLanguage }: Known, languages: readonly string[]): string | undefined {
  return caseLanguage !== undefined && languages.includes(caseLanguage) ? caseLanguage : undefined
}

/** The first text: who asks, why, how long, how to stop, then the first question. */
export function open(compiled: Compiled, interview: Interview, language: string): Turn {
  return made(welcoming(happened(making(compiled, interview, { language }), { type: 'begun' }), {}))
}

/**
 * Begins an interview in the language of its first text, else in the one that the sample has, else in the study's first,
 * with the words that ask for another. Where two languages fit, the resident chooses before anything is asked.
 */
export function begun(turn: Making, text: string, known: Known): Making {
  const { languages } = turn.compiled.study
  const fromCase = ofCase(known, languages)
  const found = fromCase ? languageTold(text, languages) : findLanguage(text, languages)
  if (found && 'among' in found && !(fromCase && found.among.includes(fromCase))) {
    const [first = turn.language] = found.among
    const asking = happened({ ...turn, language: first }, { type: 'begun' })
    return saying(asking, languageList(toChooseFrom(first, languages).slice(0, found.among.length)))
  }
  const language = (found && 'language' in found ? found.language : fromCase) ?? turn.language
  const begun = happened({ ...turn, language }, { type: 'begun' })
  return welcoming(begun, known, found || fromCase ? '' : otherLanguages(languages, language))
}

/** Whether the resident was asked for their language, and nothing else yet. */
export function isChoosingLanguage({ status, mode, awaiting, given }: Interview): boolean {
  return status === 'in-progress' && mode === 'sms' && awaiting === null && Object.keys(given).length === 0
}

/** Goes on in the language that was chosen by number or name; what names none leaves the one that was most likely. */
export function languageChosen(turn: Making, text: string, known: Known): Making {
  const { languages } = turn.compiled.study
  const listed = toChooseFrom(turn.language, languages)[Number(/^\D*(\d+)\D*$/.exec(tidy(text))?.[1]) - 1]
  const found = findLanguage(text, languages)
  const language = listed ?? (found && 'language' in found ? found.language : turn.language)
  const chosen = { ...turn, language }
  return welcoming(language === turn.language ? turn : happened(chosen, { type: 'language-switched' }), known)
}

/** The languages that fit the letters which this one is written in, then all others: where both are numbered alike. */
function toChooseFrom(language: string, languages: readonly string[]): readonly string[] {
  const alike = alikes.find((pair) => pair.includes(language)) ?? [language]
  const isAlike = (code: string) => alike.includes(code)
  return [...languages.filter(isAlike), ...languages.filter((code) => !isAlike(code))]
}

const alikes: readonly (readonly string[])[] = [
  ['zh-hans', 'zh-hant'],
  ['ar', 'ur'],
]

function welcoming(turn: Making, { isInvited }: Known, languagesOffered = ''): Making {
  const { sponsor, purpose, minutes } = turn.compiled.study
  const { language } = turn
  const blanks = { sponsor: inLanguage(sponsor, language), purpose: inLanguage(purpose, language), minutes }
  const welcomed = isInvited ? turn : saying(turn, line(language, 'welcome', blanks))
  return goingOn(languagesOffered === '' ? welcomed : saying(welcomed, languagesOffered))
}
