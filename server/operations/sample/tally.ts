import type { PhoneFault } from './phones.ts'
import type { Fault, SampledCase } from './read-row.ts'

/** A row that was not taken. */
export type Reject = { readonly line: number; readonly reason: Fault }

/** What became of the rows of a file. */
export type Tally = {
  readonly rows: number
  readonly cases: number
  readonly rejected: number
  readonly byReason: Readonly<Record<string, number>>
  /** The first of them; a rejects file has all. */
  readonly rejects: readonly Reject[]
  readonly phones: number
  readonly withoutPhone: number
  /** Cases with a word of consent. */
  readonly consents: number
  /** Cases all of whose phones have said stop: kept in the sample, and never texted. */
  readonly optedOut: number
  /** Phones that were left out where the case could be taken without them. */
  readonly leftOutPhones: readonly { readonly line: number; readonly reason: PhoneFault }[]
  readonly areasByCoordinates: number
  /** Languages that the study is not asked in, with how many cases name them. */
  readonly strangeLanguages: Readonly<Record<string, number>>
}

/** As many as are listed one by one. */
const mostListed = 10_000

export function emptyTally() {
  const counts = { rows: 0, cases: 0, rejected: 0, phones: 0, withoutPhone: 0, consents: 0, optedOut: 0 }
  const byReason: Record<string, number> = {}
  const strangeLanguages: Record<string, number> = {}
  const rejects: Reject[] = []
  const leftOutPhones: { line: number; reason: PhoneFault }[] = []
  let areasByCoordinates = 0
  return {
    reject(line: number, reason: Fault) {
      counts.rows++
      counts.rejected++
      byReason[reason] = (byReason[reason] ?? 0) + 1
      if (rejects.length < mostListed) rejects.push({ line, reason })
    },
    /** What is told of a row beside its case. */
    note(line: number, read: { leftOut: readonly PhoneFault[]; strangeLanguage?: string }) {
      for (const reason of read.leftOut) if (leftOutPhones.length < mostListed) leftOutPhones.push({ line, reason })
      const { strangeLanguage: language } = read
      if (language !== undefined) strangeLanguages[language] = (strangeLanguages[language] ?? 0) + 1
    },
    take({ phones, consent, area }: SampledCase, stopped: number) {
      counts.rows++
      counts.cases++
      counts.phones += phones.length
      if (phones.length === 0) counts.withoutPhone++
      if (consent !== null) counts.consents++
      if (stopped > 0 && stopped === phones.length) counts.optedOut++
      if (area?.source === 'coordinates') areasByCoordinates++
    },
    done(): Tally {
      rejects.sort((a, b) => a.line - b.line)
      return { ...counts, byReason, rejects, leftOutPhones, areasByCoordinates, strangeLanguages }
    },
  }
}
