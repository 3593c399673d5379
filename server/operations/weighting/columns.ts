import { type Categories, MISSING, NOT_IN_UNIVERSE } from '#analysis/weighting/margin.ts'
import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import type { Demographic } from '#instruments/engine/study.ts'
import type { Respondent } from '#server/store/respondents.ts'
import { categoryName } from '../population.ts'

/** Words of rows as a variable: categories in the order of the words, whatever order the rows have; null is missing. */
export function wordColumn(variable: string, words: readonly (string | null)[]): Categories {
  const labels = [...new Set(words.flatMap((word) => word ?? []))].sort()
  const codeOf = new Map<string | null, number>(labels.map((label, code) => [label, code]))
  return { variable, labels, codes: Int32Array.from(words, (word) => codeOf.get(word) ?? MISSING) }
}

/** Units by their words; a row without one is a unit of its own. */
export function unitColumn(words: readonly (string | null)[]): Int32Array {
  const { labels, codes } = wordColumn('unit', words)
  let next = labels.length
  return codes.map((code) => (code < 0 ? next++ : code))
}

/** Reads the code of a category of one demographic, or of several together. */
export function categoryReader(
  demographics: readonly Demographic[],
  categories: readonly string[],
): (row: Respondent) => number {
  const codeOf = new Map(categories.map((name, code) => [name, code]))
  return ({ answers }) => {
    const parts = demographics.map((demographic) => categoryOf(demographic, answers))
    if (parts.includes(notInUniverse)) return NOT_IN_UNIVERSE
    const told = parts.flatMap((part) => part ?? [])
    return told.length < parts.length ? MISSING : (codeOf.get(categoryName(told)) ?? MISSING)
  }
}
