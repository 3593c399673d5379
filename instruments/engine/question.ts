import { domainOf } from './domain.ts'
import type { ElementJson } from './instrument.ts'
import type { Part } from './parts.ts'
import { inLanguage, type Translated, translated } from './translated.ts'

export { inLanguage, type Translated } from './translated.ts'

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
  /** Of what it is a row or a field. */
  readonly part?: Part
  /** Words shown before it, each under conditions of its own. */
  readonly lead?: readonly Lead[]
  /** No text can ask it: a text sends a link to it. */
  readonly byLink?: true
}

/** The text variant of what an instrument only shows. */
export type Lead = { readonly text: Translated; readonly shownIf: readonly number[] }

/** Choices of a list too long for one text, which asks for the group first. */
export type TextGroup = { readonly title: Translated; readonly codes: readonly Code[] }

/** What may be answered. Choices stand in the order in which they are offered and numbered. */
export type Domain =
  | {
      readonly kind: 'single'
      readonly choices: readonly Choice[]
      readonly choicesFrom?: 'areas' | 'parents'
      readonly textGroups?: readonly TextGroup[]
    }
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
  /** With `step` only what lies a multiple of it above `min`. */
  | {
      readonly kind: 'number'
      readonly min: number
      readonly max: number
      readonly whole: boolean
      readonly step?: number
    }
  | {
      readonly kind: 'text' | 'comment'
      readonly shortest: number
      readonly longest: number
      readonly pattern?: RegExp
      /** What to tell somebody whose text does not fit the pattern. */
      readonly patternText?: Translated
    }

export function titleOf(question: Question, language: string): string {
  return inLanguage(question.title, language)
}

/** The question an element asks, or nothing for an element that only shows something. Throws on a type we cannot ask. */
export function questionOf(
  element: ElementJson,
  shownIf: readonly number[],
  more: Pick<About, 'part' | 'lead' | 'byLink'> = {},
): Question | undefined {
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
    ...more,
    ...domain,
  }
}
