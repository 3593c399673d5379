import { createHash } from 'node:crypto'
import { type Categories, MISSING } from '#analysis/weighting/margin.ts'
import type { Demographic } from '#instruments/engine/study.ts'
import { cannotWeigh } from '#server/problems.ts'
import type { Area } from '#server/store/areas.ts'
import type { Respondent } from '#server/store/respondents.ts'
import type { Population } from './population.ts'
import { categoryReader, unitColumn, wordColumn } from './weighting/columns.ts'
import { type RowReaders, traitsOf } from './weighting/row-readers.ts'

/** A wave's respondents as columns, in the order of their ids. */
export type Sample = {
  readonly ids: readonly string[]
  /** MISSING for respondents without an area, and for those in an area where the margins count nobody. */
  readonly areas: Categories
  /** The category of each respondent, for each margin of the population. */
  readonly demographics: readonly Int32Array[]
  /** NaN for respondents whom no sample drew with a known chance. */
  readonly probabilities: Float64Array
  readonly frames: Categories
  /** The stratum of each respondent; those of no sample make up a stratum of their own. */
  readonly strata: Int32Array
  /** The unit that was drawn first, where the study names any; else respondents are the units. */
  readonly units?: Int32Array
  /** Weighting classes for nonresponse; everybody in one, where the study has none. */
  readonly classes: Categories
  readonly adults?: Float64Array
  readonly lines?: Float64Array
  /** 1 where the case's number is a landline. */
  readonly landlines: Uint8Array
  /** 1 for whom each described frame reaches. */
  readonly reached: readonly Uint8Array[]
  /** What tells who comes on their own. */
  readonly covariates: readonly Categories[]
  /** How each interview ended: web, sms … */
  readonly modes: Categories
  /** What `columns` read. */
  readonly columns: readonly Float64Array[]
  readonly withoutArea: number
  readonly inUnpopulated: Readonly<Record<string, number>>
  /** Respondents whose area was drawn from those of their ZIP code. */
  readonly areaDrawn: number
  /** SHA-256 over everything that was read, answers included: the same inputs, the same letters. */
  readonly hash: string
}

/** What is to be read, and what goes into the hash beside it. */
export type Reading = {
  areas: readonly Area[]
  population: Population
  readers: RowReaders
  covariates: readonly Demographic[]
  /** The recipe and what identifies the margins. */
  about: unknown
}

/**
 * Reads respondents page by page into columns.
 *
 * @param columns  what else to read of each respondent; NaN where it is missing
 * @throws Problem cannot-weigh when no case has a column of the sample file that the study names
 */
export async function readSample<Row extends Respondent>(
  pages: AsyncIterable<readonly Row[]>,
  { areas, population, readers, covariates, about }: Reading,
  columns: readonly ((row: Row) => number)[] = [],
): Promise<Sample> {
  const { stratum, unit, responseClass, adults, lines, reached, headings, seen } = readers
  const codeOf = new Map<string | null, number>(areas.map(({ id }, code) => [id, code]))
  const untold = () => NaN
  const ids: string[] = []
  const probabilities = reading<number>(({ probability }) => probability ?? NaN)
  const area = reading<number>(({ area }) => codeOf.get(area) ?? MISSING)
  const areaDrawn = reading<number>(({ areaSource }) => Number(areaSource === 'zip_draw'))
  const landlines = reading<number>(({ phoneKind }) => Number(phoneKind === 'landline'))
  const [adultsTold, linesTold] = [reading<number>(adults ?? untold), reading<number>(lines ?? untold)]
  const frames = reading<string | null>(({ frame }) => frame)
  const strata = reading<string | null>(stratum)
  const units = reading<string | null>(unit ?? (() => null))
  const classes = reading<string | null>((row) => responseClass?.(traitsOf(row)) ?? null)
  const modes = reading<string | null>(({ mode }) => mode)
  const flags = reached.map((isReached) => reading<number>((row) => Number(isReached(row))))
  const demographics = population.margins.map((own) =>
    reading<number>(categoryReader(own.demographics, own.categories)),
  )
  const tellers = covariates.map((own) => ({ own, categories: Object.keys(own.categories) }))
  const told = tellers.map(({ own, categories }) => reading<number>(categoryReader([own], categories)))
  const others = columns.map((column) => ({ column, values: [] as number[] }))
  const numbers = [probabilities, area, areaDrawn, landlines, adultsTold, linesTold]
  const words = [frames, strata, units, classes, modes]
  const ofRespondents = [...numbers, ...words, ...flags, ...demographics, ...told]
  const absent = new Set(headings)
  const hash = createHash('sha256').update(JSON.stringify(about))
  for await (const page of pages)
    for (const row of page) {
      const more = seen ? [seen(row)] : []
      hash.update(JSON.stringify([row.id, row.area, row.probability, row.stratum, row.answers, ...more]))
      ids.push(row.id)
      for (const column of ofRespondents) column.read(row)
      for (const { column, values } of others) values.push(column(row))
      for (const heading of absent) if (row.frameData?.[heading] !== undefined) absent.delete(heading)
    }
  refuseAbsent(absent)
  return {
    ids,
    ...placed(area.values, areas, population),
    demographics: demographics.map(({ values }) => Int32Array.from(values)),
    probabilities: Float64Array.from(probabilities.values),
    frames: wordColumn('frame', frames.values),
    strata: wordColumn('stratum', strata.values).codes,
    ...(unit && { units: unitColumn(units.values) }),
    classes: wordColumn('class', classes.values),
    ...(adults && { adults: Float64Array.from(adultsTold.values) }),
    ...(lines && { lines: Float64Array.from(linesTold.values) }),
    landlines: Uint8Array.from(landlines.values),
    reached: flags.map(({ values }) => Uint8Array.from(values)),
    covariates: tellers.map(({ own, categories }, c) => ({
      variable: own.id,
      labels: categories,
      codes: Int32Array.from(told[c]?.values ?? []),
    })),
    modes: wordColumn('mode', modes.values),
    columns: others.map(({ values }) => Float64Array.from(values)),
    areaDrawn: areaDrawn.values.reduce((sum, one) => sum + one, 0),
    hash: hash.digest('hex'),
  }
}

/** A column while it is read. */
function reading<Value>(of: (row: Respondent) => Value) {
  const values: Value[] = []
  return { values, read: (row: Respondent) => values.push(of(row)) }
}

function refuseAbsent(headings: ReadonlySet<string>): void {
  const [heading] = headings
  if (heading !== undefined)
    throw cannotWeigh({
      reason: `No case of these interviews has a column "${heading}", which study.json names in "weighting". Its name must be written as in the heading of the sample file, and a heading that looks personal is only kept with --map "${heading}=keep" of sample import.`,
      variable: heading,
    })
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
