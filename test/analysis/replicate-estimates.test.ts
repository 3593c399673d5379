import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import {
  planReplicates,
  type Replication,
  type ReplicatePlan,
  replicateChunk,
  replicateVariances,
} from '#analysis/replicate-estimates.ts'
import { planReraking, reweigher } from '#analysis/variance/reraking.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { draw, roomForDraws } from '#analysis/variance/resampling.ts'
import { type Recipe, usualRecipe, weighSample, type WeighedSample } from '#analysis/weigh-sample.ts'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import type { Categories, Margin } from '#analysis/weighting/margin.ts'
import { inventCity } from '../bench/invented-city.ts'
import { margin, oneArea, randomSamples } from './sample.ts'

const all = (plan: ReplicatePlan) => replicateVariances(plan, replicateChunk(plan, 0, plan.resampling.count))
const bootstrap = (replicates: number, seed = 1): Replication => ({ kind: 'bootstrap', replicates, seed })
const jackknife = (replicates: number): Replication => ({ kind: 'jackknife', replicates, seed: 1 })
const mean = (values: number[]): Measure => ({ kind: 'mean', name: 'y', values: Float64Array.from(values) })
const equal = (rows: number) =>
  weighSample({ baseWeights: new Float64Array(rows).fill(1), areas: oneArea(rows) }, [
    margin('area', 'a'.repeat(rows), [100]),
  ])

test('leaving each person out in turn gives a mean the variance s²/n', () => {
  // mean 4, squares 9 + 1 + 1 + 9 = 20, s² = 20/3, over n = 4
  const plan = planReplicates(equal(4), oneArea(4), [mean([1, 3, 5, 7])], jackknife(1000))
  expect(plan.resampling.count).toBe(4)
  expect(all(plan).measures[0]!.city).toBeCloseTo(20 / 3 / 4, 12)
})

test('leaving out clusters counts what differs between clusters', () => {
  // Cluster means 2 and 6: each replicate has one of them, 1/2 · ((2 − 4)² + (6 − 4)²) = 4
  const design = surveyDesign({ rows: 4, clusters: [Int32Array.of(0, 0, 1, 1)] })
  const plan = planReplicates(equal(4), oneArea(4), [mean([1, 3, 5, 7])], jackknife(1000), { design })
  expect(all(plan).measures[0]!.city).toBeCloseTo(4, 12)
})

test('a fully observed population has no variance', () => {
  const design = surveyDesign({ rows: 4, populationUnits: [new Float64Array(4).fill(4)] })
  const variances = all(planReplicates(equal(4), oneArea(4), [mean([1, 3, 5, 7])], bootstrap(20), { design }))
  expect(variances.measures[0]!.city).toBe(0)
})

test('where units are too many for the jackknife, groups of them are left out', () => {
  const values = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 100)
  const plan = planReplicates(equal(1000), oneArea(1000), [mean(values)], jackknife(150))
  expect(plan.resampling.count).toBe(150)
  const everyone = all(planReplicates(equal(1000), oneArea(1000), [mean(values)], jackknife(1000))).measures[0]!.city!
  // The variance of a variance from 150 groups: ± 2 · √(2/149)
  expect(Math.abs(all(plan).measures[0]!.city! / everyone - 1)).toBeLessThan(0.24)
})

/** The multiplier of each row of the sample in one replicate. */
function multipliersOf({ resampling, runs, unitOfRow, rows }: ReplicatePlan, replicate: number): Float64Array {
  const draws = roomForDraws(resampling)
  draw(resampling, replicate, draws)
  const multipliers = new Float64Array(rows.length)
  runs.strata.forEach((stratum, run) => {
    for (let place = runs.starts[run]!; place < runs.starts[run + 1]!; place++) {
      const times = draws.counts[unitOfRow ? unitOfRow[place]! : place]!
      multipliers[rows[place]!] = draws.base[stratum]! + draws.step[stratum]! * times
    }
  })
  return multipliers
}

test.each(['raking', 'linear'] as const)(
  'a replicate is what weighing its sample from the start gives (%s)',
  (kind) => {
    let compared = 0
    fc.assert(
      fc.property(randomSamples(), fc.nat(1000), ({ baseWeights, areas, margins }, seed) => {
        const rows = baseWeights.length
        const design = surveyDesign({
          rows,
          strata: Int32Array.from({ length: rows }, (_, row) => row % 2),
          clusters: [Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 3))],
        })
        const options = { tolerance: 1e-12, method: { kind }, trim: 'none' as const }
        const answers = Int8Array.from({ length: rows }, (_, row) =>
          (row * 31 + seed) % 6 === 0 ? -1 : 1 + ((row * 7) % 5),
        )
        const measures: Measure[] = [
          { kind: 'net', name: 'net', items: [{ name: 'q', options: 5, answers }] },
          { kind: 'total', name: 'total', values: Float64Array.from(answers) },
        ]
        const weighed = weighedOrRefused(baseWeights, areas, margins, options)
        if (!weighed) return
        const plan = planReplicates(weighed, areas, measures, bootstrap(3, seed), { design, recipe: options })
        replicateChunk(plan, 0, 3).forEach((figures, replicate) => {
          const multipliers = multipliersOf(plan, replicate)
          expect(multipliers.every((value) => value >= 0)).toBe(true)
          const drawn = baseWeights.map((weight, row) => weight * multipliers[row]!)
          const isWhole = margins.every(({ codes, labels }) =>
            labels.every((_, code) => codes.some((own, row) => own === code && drawn[row]! > 0)),
          )
          const again = isWhole && weighedOrRefused(drawn, areas, margins, options)
          if (!again || !figures) return
          compared++
          const estimates = estimateAreas(again, areas, measures, {})
          const expected = estimates.flatMap(({ city, areas }) => [city, ...areas])
          expected.forEach((each, figure) => {
            if (each.status === 'estimated') expect(figures[figure]).toBeCloseTo(each.estimate, 6)
            else expect(figures[figure]).toBeNaN()
          })
        })
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(10)
  },
)

/** Undefined where the margins cannot be met, as linear calibration often cannot with positive weights. */
function weighedOrRefused(baseWeights: Float64Array, areas: Categories, margins: Margin[], recipe: Partial<Recipe>) {
  try {
    return weighSample({ baseWeights, areas }, margins, recipe)
  } catch (error) {
    if (error instanceof AnalysisRefusal) return undefined
    throw error
  }
}

const city = inventCity({ areas: 8, respondents: 2400, seed: 5, items: 2 })
const cityMeasures: Measure[] = [{ kind: 'net', name: 'net', items: city.items }]
const weighCity = (recipe: Partial<Recipe> = {}): WeighedSample =>
  weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins, recipe)

test('replicates are trimmed at the bounds of the sample: drawing everybody once gives its weights', () => {
  const trim = { lower: 0.3, upper: 1.8, minRespondents: 30, maxRounds: 40 }
  const recipe = { ...usualRecipe, trim }
  const weighed = weighCity(recipe)
  expect(weighed.diagnostics.trimmed).toMatchObject({ rounds: 5, settled: true })
  const { groupOfRow, ...plan } = planReraking(weighed, city.areas, recipe)
  const drawn = new Float64Array(plan.cellOfGroup.length)
  for (const group of groupOfRow) drawn[group]! += 1
  const unit = reweigher(plan)(drawn)!
  const farthest = weighed.weights.reduce(
    (most, weight, row) => Math.max(most, Math.abs(unit[groupOfRow[row]!]! / weight - 1)),
    0,
  )
  expect(farthest).toBeLessThan(1e-6)
  const untrimmed = weighCity({ trim: 'none' }).weights
  expect(unit.some((weight, group) => Math.abs(weight / untrimmed[groupOfRow.indexOf(group)]! - 1) > 0.1)).toBe(true)
})

test('a replicate has the same digits whichever others are computed with it', () => {
  const plan = planReplicates(weighCity(), city.areas, cityMeasures, bootstrap(6, 9))
  const together = replicateChunk(plan, 0, 6)
  const apart = [...replicateChunk(plan, 0, 1), ...replicateChunk(plan, 1, 4), ...replicateChunk(plan, 4, 6)]
  expect(apart).toEqual(together)
  expect(replicateChunk(planReplicates(weighCity(), city.areas, cityMeasures, bootstrap(6, 10)), 0, 6)).not.toEqual(
    together,
  )
})

test('an area that nobody in a replicate comes from is left out of it', () => {
  // The one person from b is missing in about every third replicate, which is then raked to area a alone.
  const areas: Categories = { variable: 'area', labels: ['a', 'b'], codes: Int32Array.of(0, 0, 0, 0, 0, 1) }
  const weighed = weighSample({ baseWeights: new Float64Array(6).fill(1), areas }, [
    { ...areas, targets: Float64Array.of(90, 10), targetsAre: 'counts' },
  ])
  const plan = planReplicates(weighed, areas, [mean([1, 2, 3, 4, 5, 9])], bootstrap(200))
  const found = replicateChunk(plan, 0, 200)
  const absent = found.filter((figures) => Number.isNaN(figures![2])).length
  expect(absent / 200).toBeCloseTo((5 / 6) ** 5, 0) // 0.40
  expect(absent).toBeGreaterThan(50)
  expect(replicateVariances(plan, found).measures[0]!.areas[1]).toBe(0)
})

test('replicates of nothing to draw from are refused', () => {
  const measures = [mean([1, 3, 5, 7])]
  const lonely = surveyDesign({ rows: 4, strata: Int32Array.of(0, 1, 1, 1), lonely: 'centre' })
  const two = surveyDesign({ rows: 4, strata: Int32Array.of(0, 0, 1, 1) })
  const refused = (design: typeof lonely, how: Replication) => () =>
    planReplicates(equal(4), oneArea(4), measures, how, { design })
  expect(refused(lonely, bootstrap(10))).toThrow(/one unit/)
  expect(refused(two, jackknife(3))).toThrow(/at least two replicates for each of the 2 strata/)
  expect(refused(two, bootstrap(1))).toThrow(/cannot tell/)
})
