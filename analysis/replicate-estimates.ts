import type { AreaOptions } from './estimate-areas.ts'
import { checkMeasure, type Measure } from './estimates/measure.ts'
import { planTallies } from './estimates/plan-tallies.ts'
import { tallied, type Tallying } from './estimates/tally.ts'
import { AnalysisRefusal } from './refusal.ts'
import { hasPersonsAsUnits, type SurveyDesign, surveyDesign } from './variance/design.ts'
import { planReraking, type Reraking, reweigher } from './variance/reraking.ts'
import { draw, type Draws, type Resampling, resamplingOf, roomForDraws, variancesOf } from './variance/resampling.ts'
import { inKinds } from './variance/kinds.ts'
import { sortedBy } from './variance/sort.ts'
import { type Recipe, usualRecipe, type WeighedSample } from './weigh-sample.ts'
import { type Categories, checkCategories } from './weighting/margin.ts'

export type Replication = {
  kind: Resampling['kind']
  /** Of the bootstrap: how many. Of the jackknife: at most so many. */
  replicates: number
  seed: number
}

/** Everything that threads need to compute replicates: numbers, arrays, and nothing else. */
export type ReplicatePlan = {
  resampling: Resampling
  reraking: Reraking
  tallying: Tallying
  /** Rows stand side by side in runs of one stratum and one group, in which all are weighed alike. */
  runs: { starts: Int32Array; strata: Int32Array; groups: Int32Array }
  /** The unit of each row; undefined where every row is a unit, numbered in this order. */
  unitOfRow: Int32Array | undefined
  /** Where each of these rows stands in the sample; of rows drawn as one kind, where the first does. */
  rows: Int32Array
  /** The figures of the whole sample, as `tallied` gives them. */
  full: Float64Array
  measures: number
  areas: number
  /** Per figure: whether replicates are compared with their mean. */
  centred: boolean[]
}

/** From so many rows on it is tried whether they are of few kinds. */
const worthKinds = 50_000

/** One chunk of replicates: its figures, one array per replicate; undefined for one whose margins cannot be met. */
export type ReplicateFigures = (Float64Array | undefined)[]

/** Variances per measure; undefined where too few replicates have the estimate. */
export type ReplicateVariances = {
  measures: { city: number | undefined; areas: (number | undefined)[]; parents: (number | undefined)[] }[]
  replicates: number
  /** Replicates whose margins could not be met; they are left out. */
  unmet: number
}

/**
 * Plans replicates of a weighed sample: each draws units anew, is raked to the same margins, trimmed at the bounds of the
 * whole sample, and estimates every measure in the city, its areas and their parents.
 *
 * @param recipe  how the sample was weighed
 * @throws        AnalysisRefusal as `estimateAreas` and `resamplingOf` do
 */
export function planReplicates(
  weighed: WeighedSample,
  areas: Categories,
  measures: readonly Measure[],
  replication: Replication,
  { design, parents, recipe }: Pick<AreaOptions, 'design' | 'parents'> & { recipe?: Partial<Recipe> } = {},
): ReplicatePlan {
  const { weights } = weighed
  checkCategories(areas, weights.length)
  for (const measure of measures) checkMeasure(measure, weights.length)
  const { replicates } = replication
  if (!(Number.isInteger(replicates) && replicates >= 2))
    throw new AnalysisRefusal('bad-option', `${replicates} replicates cannot tell a variance.`)

  const drawn = design ?? surveyDesign({ rows: weights.length })
  const { groupOfRow, ...reraking } = planReraking(weighed, areas, { ...usualRecipe, ...recipe })
  const { rows, runs, unitOfRow } = arrangedRows(drawn, groupOfRow, reraking.cellOfGroup.length)
  const placeOfRow = new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) {
    const area = areas.codes[rows[place]!]!
    placeOfRow[place] = weights[rows[place]!] === 0 ? -1 : area < 0 ? areas.labels.length : area
  }
  const arranged = measures.map((measure) => inOrder(measure, rows))
  const tallying = planTallies(arranged, placeOfRow, areas.labels.length + 1, regionsOf(areas, parents))
  const plan: Omit<ReplicatePlan, 'full'> = {
    resampling: resamplingOf(drawn, replication),
    reraking,
    tallying,
    runs,
    unitOfRow,
    rows,
    measures: measures.length,
    areas: areas.labels.length,
    // Noise alone moves τ² upwards, in every replicate once more.
    centred: measures.flatMap(({ kind }) => tallying.regions.map(() => kind === 'gap')),
  }
  const found = rows.length >= worthKinds ? inKinds(plan, placeOfRow) : plan
  return { ...found, full: tallied(found.tallying, oncePerRow(found, weights)) }
}

/** Everybody counted once, with the weights of the sample. */
function oncePerRow({ runs, rows, resampling: { kinds } }: Omit<ReplicatePlan, 'full'>, weights: Float64Array) {
  return {
    starts: runs.starts,
    base: new Float64Array(runs.groups.length),
    step: Float64Array.from(runs.groups, (_, run) => weights[rows[runs.starts[run]!]!]!),
    counts: kinds?.sizes ?? new Uint32Array(rows.length).fill(1),
  }
}

/** Rows sorted by stratum and group, so that a replicate reads memory from front to back. */
function arrangedRows(design: SurveyDesign, groupOfRow: Int32Array, groups: number) {
  const { unitOfRow, stratumOfUnit, drawn } = design.stages[0]!
  const strata = unitOfRow.map((unit) => stratumOfUnit[unit]!)
  const keys = [
    { codes: strata, size: drawn.length },
    { codes: groupOfRow, size: groups },
  ]
  const rows = sortedBy(keys, design.rows)
  const starts: number[] = []
  for (let place = 0; place < rows.length; place++) {
    const [row, before] = [rows[place]!, rows[place - 1] ?? -1]
    if (before < 0 || strata[row] !== strata[before] || groupOfRow[row] !== groupOfRow[before]) starts.push(place)
  }
  const firstRows = Int32Array.from(starts, (place) => rows[place]!)
  const runs = {
    starts: Int32Array.from([...starts, rows.length]),
    strata: firstRows.map((row) => strata[row]!),
    groups: firstRows.map((row) => groupOfRow[row]!),
  }
  // Which unit is which plays no part in drawing, so persons can be numbered as they stand.
  return { rows, runs, unitOfRow: hasPersonsAsUnits(design) ? undefined : rows.map((row) => unitOfRow[row]!) }
}

function inOrder(measure: Measure, rows: Int32Array): Measure {
  const arranged = <Column extends Int8Array | Int32Array | Float64Array>(column: Column): Column => {
    const result = column.slice() as Column // slice keeps the kind of the array
    for (let place = 0; place < rows.length; place++) result[place] = column[rows[place]!]!
    return result
  }
  if ('items' in measure)
    return { ...measure, items: measure.items.map((item) => ({ ...item, answers: arranged(item.answers) })) }
  const values = arranged(measure.values)
  if (measure.kind !== 'gap') return { ...measure, values }
  return { ...measure, values, groups: { ...measure.groups, codes: arranged(measure.groups.codes) } }
}

/** City, areas, parents; rows without an area stand in one more place, which is the city's alone. */
function regionsOf({ labels }: Categories, parents: Categories | undefined): Int32Array[] {
  const all = Int32Array.from({ length: labels.length + 1 }, (_, place) => place)
  return [
    all,
    ...labels.map((_, area) => Int32Array.of(area)),
    ...(parents?.labels ?? []).map((_, parent) =>
      all.filter((area) => area < labels.length && parents?.codes[area] === parent),
    ),
  ]
}

/**
 * Computes some of the replicates, from one up to another. Which thread computes which changes no digit.
 *
 * @throws RangeError for replicates that were not planned
 */
export function replicateChunk(plan: ReplicatePlan, from: number, to: number): ReplicateFigures {
  const { resampling, reraking, tallying, runs, unitOfRow, rows } = plan
  if (!(from >= 0 && from <= to && to <= resampling.count))
    throw new RangeError(`There are ${resampling.count} replicates, and those from ${from} to ${to} were asked for.`)
  const draws = roomForDraws(resampling)
  const counts = unitOfRow ? new Uint32Array(rows.length) : draws.counts
  const drawn = new Float64Array(reraking.cellOfGroup.length)
  const weights = {
    ...runs,
    base: new Float64Array(runs.groups.length),
    step: new Float64Array(runs.groups.length),
    counts,
  }
  const reweigh = reweigher(reraking)
  return Array.from({ length: to - from }, (_, place) => {
    draw(resampling, from + place, draws)
    if (unitOfRow) for (let row = 0; row < counts.length; row++) counts[row] = draws.counts[unitOfRow[row]!]!
    sumRuns(runs, counts, draws, drawn)
    const unit = reweigh(drawn)
    if (!unit) return undefined
    runs.groups.forEach((group, run) => {
      weights.base[run] = draws.base[runs.strata[run]!]! * unit[group]!
      weights.step[run] = draws.step[runs.strata[run]!]! * unit[group]!
    })
    return tallied(tallying, weights)
  })
}

/** Sums of the multipliers by group. */
function sumRuns(
  { starts, strata, groups }: ReplicatePlan['runs'],
  counts: Uint32Array,
  { base, step }: Draws,
  drawn: Float64Array,
): void {
  drawn.fill(0)
  for (let run = 0; run < groups.length; run++) {
    const [start, end, stratum] = [starts[run]!, starts[run + 1]!, strata[run]!]
    let times = 0
    for (let row = start; row < end; row++) times += counts[row]!
    drawn[groups[run]!]! += base[stratum]! * (end - start) + step[stratum]! * times
  }
}

/** How many replicates a thread takes at a time: the same however many threads there are. */
export const replicatesPerChunk = 20

/**
 * Variances from all replicates, in their order.
 *
 * @throws AnalysisRefusal when margins could not be met in more than one replicate of twenty
 */
export function replicateVariances(plan: ReplicatePlan, replicates: ReplicateFigures): ReplicateVariances {
  const { resampling, full, measures, areas, centred } = plan
  const unmet = replicates.filter((figures) => figures === undefined).length
  if (unmet > replicates.length / 20)
    throw new AnalysisRefusal(
      'not-converged',
      `The margins cannot be met together in ${unmet} of ${replicates.length} replicates: the sample is too small for them.`,
    )
  const nothing = new Float64Array(full.length).fill(NaN)
  const variances = variancesOf(
    resampling,
    replicates.map((figures) => figures ?? nothing),
    full,
    centred,
  )
  const regions = full.length / measures
  const ofMeasures = Array.from({ length: measures }, (_, m) => {
    const [city, ...others] = variances.slice(m * regions, (m + 1) * regions)
    return { city, areas: others.slice(0, areas), parents: others.slice(areas) }
  })
  return { measures: ofMeasures, replicates: replicates.length, unmet }
}
