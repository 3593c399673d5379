import type { ChoiceJson, ElementJson, ValidatorJson } from './instrument.ts'
import { languageCode } from './languages/codes.ts'
import { inEveryLanguage } from './languages/index.ts'

/** A text by language code; `default` stands for the languages it does not name. */
export type Translated = Readonly<Record<string, string>>

export type Code = string | number | boolean
export type Choice = { readonly code: Code; readonly label: Translated; readonly exclusive?: boolean }

/** One question of a compiled instrument: plain data. */
export type Question = About & Domain

type About = {
  readonly name: string
  readonly title: Translated
  /** The wording for a text message, where the title is too long for one. */
  readonly textTitle?: Translated
  readonly textHint?: Translated
  readonly description?: Translated
  readonly interviewerNote?: Translated
  readonly readAloud: boolean
  /** Must be answered: it cannot be skipped, refused or answered with "don't know". */
  readonly required: boolean
  /** Counts towards a partial interview. */
  readonly core: boolean
  readonly sensitive: boolean
  /** Indexes into the compiled conditions that must all hold for the question to be asked. */
  readonly shownIf: readonly number[]
}

/** What may be answered. Choices stand in the order in which they are offered and numbered. */
type Domain =
  | { readonly kind: 'single'; readonly choices: readonly Choice[]; readonly choicesFrom?: 'areas' | 'parents' }
  | { readonly kind: 'boolean'; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'multiple'
      readonly choices: readonly Choice[]
      readonly atLeast: number
      readonly atMost: number
    }
  | {
      readonly kind: 'rating'
      readonly choices: readonly Choice[]
      readonly lowest?: Translated
      readonly highest?: Translated
    }
  /** All choices in the order of preference, best first. */
  | {
      readonly kind: 'ranking'
      readonly choices: readonly Choice[]
      readonly atLeast: number
      readonly atMost: number
    }
  /** A day, as year-month-day. */
  | { readonly kind: 'date'; readonly min?: string; readonly max?: string }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | {
      readonly kind: 'text' | 'comment'
      readonly shortest: number
      readonly longest: number
      readonly pattern?: RegExp
      /** What to tell somebody whose text does not fit the pattern. */
      readonly patternText?: Translated
    }

/** A text in a language, else in the instrument's first language. */
export function inLanguage(text: Translated | undefined, language: string): string {
  return text?.[language] ?? text?.['default'] ?? text?.['en'] ?? Object.values(text ?? {})[0] ?? ''
}

export function titleOf(question: Question, language: string): string {
  return inLanguage(question.title, language)
}

/** The question an element asks, or nothing for an element that only shows something. Throws on a type we cannot ask. */
export function questionOf(element: ElementJson, shownIf: readonly number[]): Question | undefined {
  const domain = domainOf(element)
  if (!domain) return undefined
  const { name, textTitle, textHint, description, interviewerNote } = element
  return {
    name,
    title: translated(element.title ?? name),
    ...(textTitle && { textTitle: translated(textTitle) }),
    ...(textHint && { textHint: translated(textHint) }),
    ...(description && { description: translated(description) }),
    ...(interviewerNote && { interviewerNote: translated(interviewerNote) }),
    readAloud: element.readAloud ?? true,
    required: element.isRequired ?? false,
    core: element.core ?? false,
    sensitive: element.sensitive ?? false,
    shownIf,
    ...domain,
  }
}

function domainOf(element: ElementJson): Domain | undefined {
  switch (element.type) {
    case 'html':
    case 'image':
      return undefined
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup': {
      const { choicesFrom } = element
      return { kind: 'single', choices: (element.choices ?? []).map(choice), ...(choicesFrom && { choicesFrom }) }
    }
    case 'boolean':
      return {
        kind: 'boolean',
        choices: [
          { code: true, label: element.labelTrue ? translated(element.labelTrue) : inEveryLanguage('yes') },
          { code: false, label: element.labelFalse ? translated(element.labelFalse) : inEveryLanguage('no') },
        ],
      }
    case 'checkbox':
    case 'tagbox':
      return multiple(element)
    case 'ranking':
      return ranking(element)
    case 'rating':
      return rating(element)
    case 'comment':
      return { kind: 'comment', ...lengths(element, longestComment) }
    case 'text':
      if (element.inputType === 'date') return date(element)
      return element.inputType === 'number' ? number(element) : { kind: 'text', ...lengths(element, longestText) }
    default:
      throw new RangeError(`${element.name} is a ${element.type}, which cannot be asked`)
  }
}

const longestText = 200
const longestComment = 4000

function lengths(element: ElementJson, longest: number) {
  const { minLength, maxLength } = validator(element, 'text')
  const { regex, text } = validator(element, 'regex')
  return {
    shortest: Math.max(1, element.minLength ?? 0, minLength ?? 0),
    longest: least(longest, element.maxLength, maxLength),
    ...(regex !== undefined && { pattern: new RegExp(regex) }),
    ...(text !== undefined && { patternText: translated(text) }),
  }
}

/** The smallest limit that is set; survey-core writes "no limit" as 0 or -1. */
function least(...limits: readonly (number | undefined)[]): number {
  return Math.min(...limits.filter((limit) => limit !== undefined).filter((limit) => limit > 0))
}

function number(element: ElementJson): Domain {
  const { minValue, maxValue } = validator(element, 'numeric')
  return {
    kind: 'number',
    min: Math.max(limit(element.min) ?? -Infinity, minValue ?? -Infinity),
    max: Math.min(limit(element.max) ?? Infinity, maxValue ?? Infinity),
    whole: element.step !== undefined && Number.isInteger(element.step),
  }
}

function limit(value: number | string | undefined): number | undefined {
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
}

/** A limit such as "=today()" moves with the clock, which we do not read. */
function date({ min, max }: ElementJson): Domain {
  const day = /^\d{4}-\d{2}-\d{2}$/
  return {
    kind: 'date',
    ...(typeof min === 'string' && day.test(min) && { min }),
    ...(typeof max === 'string' && day.test(max) && { max }),
  }
}

/** Unless the author lets residents rank only some, all are ranked. */
function ranking(element: ElementJson): Domain {
  const choices = (element.choices ?? []).map(choice)
  const { minSelectedChoices = 0, maxSelectedChoices = 0, selectToRankEnabled = false } = element
  if (!selectToRankEnabled) return { kind: 'ranking', choices, atLeast: choices.length, atMost: choices.length }
  return {
    kind: 'ranking',
    choices,
    atLeast: Math.max(1, minSelectedChoices),
    atMost: least(choices.length, maxSelectedChoices),
  }
}

function multiple(element: ElementJson): Domain {
  const listed = (element.choices ?? []).map(choice)
  const choices = element.showNoneItem || element.hasNone ? [...listed, none(element)] : listed
  const { minCount, maxCount } = validator(element, 'answercount')
  return {
    kind: 'multiple',
    choices,
    atLeast: Math.max(1, element.minSelectedChoices ?? 0, minCount ?? 0),
    atMost: least(choices.length, element.maxSelectedChoices, maxCount),
  }
}

function rating(element: ElementJson): Domain {
  const { minRateDescription: lowest, maxRateDescription: highest, rateStep = 1, rateMin = 1 } = element
  const count = element.rateCount ?? Math.floor(((element.rateMax ?? 5) - rateMin) / rateStep) + 1
  const values = element.rateValues ?? Array.from({ length: count }, (_, i) => rateMin + i * rateStep)
  return {
    kind: 'rating',
    choices: values.map(choice),
    ...(lowest && { lowest: translated(lowest) }),
    ...(highest && { highest: translated(highest) }),
  }
}

function choice(json: ChoiceJson): Choice {
  if (typeof json !== 'object') return { code: json, label: { default: String(json) } }
  const { value, text, isExclusive } = json
  return { code: value, label: translated(text ?? String(value)), ...(isExclusive && { exclusive: true }) }
}

/** SurveyJS's own last choice, which excludes all others. */
function none({ noneText = 'None' }: ElementJson): Choice {
  return { code: 'none', label: translated(noneText), exclusive: true }
}

function validator(element: ElementJson, type: string): ValidatorJson {
  return element.validators?.find((validator) => validator.type === type) ?? { type }
}

/** A text by our own language codes; SurveyJS has others for Chinese. */
function translated(text: string | Record<string, string>): Translated {
  if (typeof text === 'string') return { default: text }
  if (!('zh-cn' in text) && !('zh-tw' in text)) return text
  return Object.fromEntries(Object.entries(text).map(([code, wording]) => [languageCode(code), wording]))
}
