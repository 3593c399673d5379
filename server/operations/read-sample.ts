import { createHash } from 'node:crypto'
import { type Categories, MISSING, NOT_IN_UNIVERSE } from '#analysis/weighting/margin.ts'
import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import type { Area } from '#server/store/areas.ts'
import type { Respondent } from '#server/store/respondents.ts'
import type { Population } from './population.ts'

/** A wave's respondents as columns, in the order of their ids. */
export type Sample = {
  readonly ids: readonly string[]
  readonly baseWeights: Float64Array
  /** MISSING for respondents without an area, and for those in an area where the margins count nobody. */
  readonly areas: Categories
  /** The category of each respondent, for each margin of the population. */
  readonly demographics: readonly Int32Array[]
  /** What `columns` read. */
  readonly columns: readonly Float64Array[]
  readonly withoutArea: number
  readonly inUnpopulated: Readonly<Record<string, number>>
  /** How many respondents a sample drew with a known probability. */
  readonly drawn: number
  /** SHA-256 over everything that was read, answers included: the same inputs, the same letters. */
  readonly hash: string
}

/**
 * Reads respondents page by page into columns.
 *
 * @param about    goes into the hash as well: the recipe and what identifies the margins
 * @param columns  what else to read of each respondent; NaN where it is missing
 */
export async function readSample<Row extends Respondent>(
  pages: AsyncIterable<readonly Row[]>,
  { areas, population, about }: { areas: readonly Area[]; population: Population; about: unknown },
  columns: readonly ((row: Row) => number)[] = [],
): Promise<Sample> {
  const codeOf = new Map(areas.map(({ id }, code) => [id, code]))
  const peopleIn = (code: number) => population.byArea[code] ?? 0
  const isCounted = population.byArea.some((people) => people > 0)
  const categoryCodes = population.margins.map(
    ({ categories }) =>
      new Map([[notInUniverse, NOT_IN_UNIVERSE], ...categories.map((name, code) => [name, code] as const)]),
  )
  const ids: string[] = []
  const base: number[] = []
  const area: number[] = []
  const demographics = population.margins.map((): number[] => [])
  const read = columns.map((): number[] => [])
  const inUnpopulated: Record<string, number> = {}
  let withoutArea = 0
  let drawn = 0
  const hash = createHash('sha256').update(JSON.stringify(about))

  for await (const page of pages)
    for (const row of page) {
      hash.update(JSON.stringify([row.id, row.area, row.probability, row.answers]))
      ids.push(row.id)
      base.push(1 / (row.probability ?? 1))
      if (row.probability !== null) drawn++
      let code = codeOf.get(row.area ?? '') ?? MISSING
      if (code === MISSING) withoutArea++
      else if (isCounted && peopleIn(code) === 0) {
        const { id } = areas[code] ?? { id: '' }
        inUnpopulated[id] = (inUnpopulated[id] ?? 0) + 1
        code = MISSING
      }
      area.push(code)
      population.margins.forEach(({ demographic }, m) =>
        demographics[m]?.push(categoryCodes[m]?.get(categoryOf(demographic, row.answers) ?? '') ?? MISSING),
      )
      columns.forEach((column, c) => read[c]?.push(column(row)))
    }
  return {
    ids,
    baseWeights: Float64Array.from(base),
    areas: { variable: 'area', labels: areas.map(({ id }) => id), codes: Int32Array.from(area) },
    demographics: demographics.map((codes) => Int32Array.from(codes)),
    columns: read.map((values) => Float64Array.from(values)),
    withoutArea,
    inUnpopulated,
    drawn,
    hash: hash.digest('hex'),
  }
}
