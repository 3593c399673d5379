import { createHash } from 'node:crypto'
import { type Categories, MISSING, NOT_IN_UNIVERSE } from '#analysis/weighting/margin.ts'
import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import type { Area } from '#server/store/areas.ts'
import type { Respondent } from '#server/store/respondents.ts'
import type { Population, PopulationMargin } from './population.ts'

/** A wave's respondents as columns, in the order of their ids. */
export type Sample = {
  readonly ids: readonly string[]
  readonly baseWeights: Float64Array
  /** MISSING for respondents without an area, and for those in an area where the margins count nobody. */
  readonly areas: Categories
  /** The category of each respondent, for each margin of the population. */
  readonly demographics: readonly Int32Array[]
  /** The stratum of each respondent's sample case; those without one make up a stratum of their own. */
  readonly strata: Int32Array
  /** What `columns` read. */
  readonly columns: readonly Float64Array[]
  readonly withoutArea: number
  readonly inUnpopulated: Readonly<Record<string, number>>
  /** Respondents whose area was drawn from those of their ZIP code. */
  readonly areaDrawn: number
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
  const codeOf = new Map<string | null, number>(areas.map(({ id }, code) => [id, code]))
  const readers: ((row: Row) => number)[] = [
    ({ probability }) => 1 / (probability ?? 1),
    ({ probability }) => Number(probability !== null),
    ({ area }) => codeOf.get(area) ?? MISSING,
    ({ areaSource }) => Number(areaSource === 'zip_draw'),
    ({ stratum }) => stratumCode(stratum),
    ...population.margins.map(categoryReader),
    ...columns,
  ]
  const strata = new Map<string | null, number>()
  const stratumCode = (stratum: string | null) => strata.get(stratum) ?? strata.set(stratum, strata.size).size - 1
  const ids: string[] = []
  const read = readers.map((): number[] => [])
  const hash = createHash('sha256').update(JSON.stringify(about))
  for await (const page of pages)
    for (const row of page) {
      hash.update(JSON.stringify([row.id, row.area, row.probability, row.stratum, row.answers]))
      ids.push(row.id)
      readers.forEach((reader, r) => read[r]?.push(reader(row)))
    }
  const [base = [], isDrawn = [], area = [], isAreaDrawn = [], stratum = [], ...others] = read
  const demographics = others.splice(0, population.margins.length)
  return {
    ids,
    baseWeights: Float64Array.from(base),
    ...placed(area, areas, population),
    demographics: demographics.map((codes) => Int32Array.from(codes)),
    columns: others.map((values) => Float64Array.from(values)),
    strata: Int32Array.from(stratum),
    areaDrawn: sumOf(isAreaDrawn),
    drawn: sumOf(isDrawn),
    hash: hash.digest('hex'),
  }
}

function categoryReader({ demographic, categories }: PopulationMargin): (row: Respondent) => number {
  const codeOf = new Map<string | undefined, number>(categories.map((name, code) => [name, code]))
  codeOf.set(notInUniverse, NOT_IN_UNIVERSE)
  return ({ answers }) => codeOf.get(categoryOf(demographic, answers)) ?? MISSING
}

function sumOf(ones: readonly number[]): number {
  return ones.reduce((sum, one) => sum + one, 0)
}

/** Takes residents out of areas where nobody is counted, and says how many they are. */
function placed(codes: readonly number[], areas: readonly Area[], { byArea }: Population) {
  const isCounted = byArea.some((people) => people > 0)
  const inUnpopulated: Record<string, number> = {}
  const kept = Int32Array.from(codes, (code) => {
    const area = areas[code]
    if (!area || !isCounted || byArea[code] !== 0) return code
    inUnpopulated[area.id] = (inUnpopulated[area.id] ?? 0) + 1
    return MISSING
  })
  return {
    areas: { variable: 'area', labels: areas.map(({ id }) => id), codes: kept },
    withoutArea: codes.reduce((sum, code) => sum + Number(code === MISSING), 0),
    inUnpopulated,
  }
}
