import type { Shown } from './results.ts'
import { filled, type Words } from './words/index.ts'

/** How figures are written in one language: whole points and whole percent, never more digits than they carry. */
export type Formats = {
  /** Net support with its sign: "+34", "−7", "0". */
  readonly points: (value: number) => string
  /** A score without a sign: "41". */
  readonly score: (value: number) => string
  readonly percent: (value: number) => string
  readonly count: (value: number) => string
  readonly decimal: (value: number) => string
  readonly date: (value: Date) => string
  /** One date where both are the same. */
  readonly dates: (first: Date, last: Date) => string
  /** A language's name by its code. */
  readonly language: (code: string) => string
  readonly list: (items: readonly string[]) => string
}
export type Unit = 'points' | 'score' | 'percent'

export function formatsIn(language: string): Formats {
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 })
  const whole = new Intl.NumberFormat(language, { signDisplay: 'negative', maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    signDisplay: 'negative',
    maximumFractionDigits: 0,
  })
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const names = new Intl.DisplayNames(language, { type: 'language' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    // A true minus sign is as wide as the plus and is not taken for a hyphen.
    points: (value) => signed.format(value).replace('-', '−'),
    score: (value) => whole.format(value),
    percent: (value) => percent.format(value / 100),
    count: (value) => whole.format(value),
    decimal: (value) => decimal.format(value),
    date: (value) => date.format(value),
    dates: (first, last) => date.formatRange(first, last),
    language: (code) => names.of(code) ?? code,
    list: (items) => list.format(items),
  }
}

/** "+22 to +45" in a table. */
export function intervalOf({ low, high }: Shown, unit: Unit, formats: Formats, words: Words): string {
  return filled(words.to, { low: formats[unit](low), high: formats[unit](high) })
}

/** "between +22 and +45" in a sentence. */
export function betweenOf({ low, high }: Shown, unit: Unit, formats: Formats, words: Words): string {
  return filled(words.between, { low: formats[unit](low), high: formats[unit](high) })
}
