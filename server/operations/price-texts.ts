import { closingOf } from '#instruments/engine/closing.ts'
import { compile, type Compiled } from '#instruments/engine/compile.ts'
import { open } from '#instruments/engine/converse.ts'
import type { Geography } from '#instruments/engine/geography.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { type Finding, instrumentFile, studyFile } from '#instruments/engine/lint/finding.ts'
import { languageOf } from '#instruments/engine/languages/index.ts'
import { prompt } from '#instruments/engine/prompts/index.ts'
import { type Measured, measured } from '#instruments/engine/prompts/price.ts'
import { readyToText } from '#instruments/engine/prompts/ready-to-text.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import { Study } from '#instruments/engine/study.ts'
import { invitationText, reminderText } from './sending/compose-text.ts'
import { type Step, walksThrough } from './walk-through.ts'

/** What one text of a study comes to in one language: of the forms that a question takes, the longest. */
export type PricedText = Measured & {
  /**
   * A question, or `first` for the words before the first one and `last` for those after the last; `invitation`, and
   * `reminder` for the longest that an interview may get.
   */
  readonly question: string
  readonly language: string
  readonly text: string
  readonly price: number
}

/** What we send to a resident who answers everything, in segments: over many random ways through the instrument. */
export type PricedInterview = {
  readonly language: string
  /** The language's own name. */
  readonly name: string
  readonly texts: { readonly least: number; readonly most: number }
  readonly segments: { readonly least: number; readonly usual: number; readonly most: number }
  /** Of the usual interview. */
  readonly price: number
  readonly pricePerThousand: number
}

export type PricedTexts = {
  readonly currency: string
  readonly segmentPrice: number
  readonly texts: readonly PricedText[]
  readonly interviews: readonly PricedInterview[]
}

/** A personal link has this length, whatever its letters. */
const someLink = 'https://survey.example.org/i/AbCdEfGhIjKlMnOp'

/** Areas of no city, as many and as long in name as a large city has: what they cost is an example. */
const someCity: Geography = {
  areas: Array.from({ length: 75 }, (_, i) => ({
    id: `${i + 1}`,
    name: `Precinct ${i + 1}`,
    parent: `Borough ${Math.floor(i / 15) + 1}`,
  })),
  places: {},
}

/**
 * Writes every text of a study in every language and counts what it costs. Answers to HELP and the like are not in it,
 * nor what residents send.
 *
 * @throws where lint would have found an error
 */
export function priceTexts(instrument: unknown, studyJson: unknown): PricedTexts {
  const study = Study.parse(studyJson)
  const compiled = compile(instrument, study, someCity)
  const { amount, currency } = study.texts.segmentPrice
  const { steps, walks } = walksThrough(compiled, someLink)
  const priced = study.languages.map((language) => {
    const first = measure('first', firstText(compiled, language), language)
    const last = measure('last', lastText(compiled, language), language)
    const all = steps.map((step) => measure(step.question, textOf(compiled, step, language), language))
    const invitation = measure('invitation', invitationText(compiled, language, someLink), language)
    const reminders = [null, ...steps.map(({ interview }) => interview)].map((interview) =>
      measure('reminder', reminderText(compiled, interview, language, someLink), language),
    )
    const interviews = walks.map((walk) => ({
      texts: walk.length + 1,
      // The first text holds the first question.
      segments: sum([first, ...walk.slice(1).flatMap((i) => all[i] ?? []), last].map(({ segments }) => segments)),
    }))
    const segments = interviews.map((one) => one.segments)
    const usual = sum(segments) / Math.max(1, segments.length)
    const byName = Map.groupBy([invitation, ...reminders, first, ...all, last], ({ question }) => question)
    return {
      texts: [...byName.values()].map((forms) => forms.reduce((a, b) => (isLonger(b, a) ? b : a))),
      interview: {
        language,
        name: languageOf(language).name,
        texts: rangeOf(interviews.map(({ texts }) => texts)),
        segments: { ...rangeOf(segments), usual: rounded(usual, 1) },
        price: rounded(usual * amount, 4),
        pricePerThousand: rounded(1000 * usual * amount, 2),
      },
    }
  })
  return {
    currency,
    segmentPrice: amount,
    texts: priced.flatMap(({ texts }) => texts),
    interviews: priced.map(({ interview }) => interview),
  }

  function measure(question: string, text: string, language: string): PricedText {
    const { segments, ...more } = measured(text)
    return { question, language, text, segments, ...more, price: rounded(segments * amount, 4) }
  }
}

/** The one that costs more; of the same price, the one of more characters. */
function isLonger(a: PricedText, b: PricedText): boolean {
  return a.segments === b.segments ? a.text.length > b.text.length : a.segments > b.segments
}

/** A text has this many characters at most, as carriers take it. */
const longestText = 1600

/** The texts that no carrier takes, each as an error with the way out. */
export function tooLong({ texts }: PricedTexts): Finding[] {
  return texts
    .filter(({ text }) => text.length > longestText)
    .map(({ question, language, text }) => {
      const path = inStudyJson[question]
      const where = path === undefined ? { file: instrumentFile, question } : { file: studyFile, path }
      const reason = `as a text it has ${text.length} characters, and a text has ${longestText} at most: shorten it${path === undefined ? ', or give it a textTitle' : ''}.`
      return { ...where, mode: 'sms', language, severity: 'error', reason }
    })
}

/** Texts that hold no question: where their words stand. */
const inStudyJson: Readonly<Record<string, string>> = { invitation: 'purpose', last: 'closings' }

function textOf(compiled: Compiled, { interview, question: name }: Step, language: string): string {
  const question = compiled.question(name)
  if (!question) throw new Error(`There is no question ${name}`)
  return readyToText(prompt(compiled, interview, question, language, { link: someLink }), language)
}

function firstText(compiled: Compiled, language: string): string {
  return open(compiled, notBegun, language).reply
}

function lastText({ study }: Compiled, language: string): string {
  return readyToText(inLanguage(closingOf(study, 'complete'), language), language)
}

function rangeOf(numbers: readonly number[]): { least: number; most: number } {
  return numbers.length > 0 ? { least: Math.min(...numbers), most: Math.max(...numbers) } : { least: 0, most: 0 }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}
