import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
import { numbersOf, categoriesOf, type Table } from '#analysis/recipe/table.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { draw, roomForDraws } from '#analysis/variance/resampling.ts'
import { weighSample, type WeighedSample } from '#analysis/weigh-sample.ts'
import type { Categories } from '#analysis/weighting/margin.ts'
import { readTable } from '#server/operations/analyze-recipe.ts'
import { inventCity } from '../bench/invented-city.ts'
import { oneArea } from './sample.ts'

const all = (plan: ReplicatePlan) => replicateVariances(plan, replicateChunk(plan, 0, plan.resampling.count))
const bootstrap = (replicates: number, seed = 1): Replication => ({ kind: 'bootstrap', replicates, seed })
const jackknife = (replicates: number): Replication => ({ kind: 'jackknife', replicates, seed: 1 })

const city = inventCity({ areas: 8, respondents: 2400, seed: 5, items: 2 })
const cityMeasures: Measure[] = [
  { kind: 'support', name: 'support', items: city.items },
  { kind: 'net', name: 'net', items: city.items },
  { kind: 'place', name: 'place', items: city.items },
  { kind: 'polarization', name: 'polarization', items: city.items },
  {
    kind: 'share',
    name: 'a',
    values: Float64Array.from(city.items[0]!.answers, (a) => (a < 0 ? NaN : Number(a > 3))),
  },
  {
    kind: 'gap',
    name: 'gap',
    values: Float64Array.from(city.items[1]!.answers, (a) => (a < 0 ? NaN : (a - 1) / 4)),
    groups: city.margins[3]!,
  },
]
const parents: Categories = { variable: 'borough', labels: ['x', 'y'], codes: Int32Array.of(0, 0, 0, 1, 1, 1, 1, -1) }
const weighCity = (recipe = {}): WeighedSample =>
  weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins, recipe)

test('the whole sample counted once gives the estimates that linearization goes with', () => {
  const weighed = weighCity()
  const plan = planReplicates(weighed, city.areas, cityMeasures, bootstrap(2), { parents })
  const estimates = estimateAreas(weighed, city.areas, cityMeasures, { parents })
  const expected = estimates.flatMap(({ city, areas, parents }) => [city, ...areas, ...parents])
  expected.forEach((each, figure) => {
    const { kind } = cityMeasures[Math.floor(figure / 11)]!
    if (kind === 'polarization' || kind === 'gap' || each.status === 'empty') return // corrected for small samples there
    expect(plan.full[figure]).toBeCloseTo(each.estimate, 12)
  })
})

test('bootstrap and linearization agree within what 1,500 replicates can tell', () => {
  const weighed = weighCity()
  const linearized = estimateAreas(weighed, city.areas, cityMeasures, { parents })
  const replicated = all(planReplicates(weighed, city.areas, cityMeasures, bootstrap(1500), { parents }))
  const bootstrapped = estimateAreas(weighed, city.areas, cityMeasures, { parents, replicated })
  const ratios = linearized.flatMap(({ kind, city, areas, parents }, m) =>
    [city, ...areas, ...parents].map((each, place) => {
      const other = [bootstrapped[m]!.city, ...bootstrapped[m]!.areas, ...bootstrapped[m]!.parents][place]!
      if (each.status === 'empty' || other.status === 'empty') throw new Error('Everybody answers somewhere')
      expect(other.estimate).toBe(each.estimate)
      expect(other.df).toBe(each.df)
      return { kind, ratio: other.se / each.se }
    }),
  )
  for (const kind of new Set(ratios.map((each) => each.kind))) {
    const own = ratios.filter((each) => each.kind === kind).map(({ ratio }) => ratio)
    const average = own.reduce((sum, ratio) => sum + ratio, 0) / own.length
    // A gap of nearly 0 has no standard error that two methods could agree on.
    if (kind !== 'gap') for (const ratio of own) expect(Math.abs(ratio - 1), kind).toBeLessThan(0.15)
    expect(Math.abs(average - 1), kind).toBeLessThan(kind === 'gap' ? 0.2 : 0.05)
  }
})

test('many rows of few kinds are drawn kind by kind, with the errors of drawing them one by one', () => {
  const many = inventCity({ areas: 3, respondents: 60_000, seed: 5, items: 1, missing: 0 })
  const margins = many.margins.slice(0, 3)
  const weighed = weighSample(many, margins)
  const scores: Measure[] = (['net', 'polarization'] as const).map((kind) => ({ kind, name: kind, items: many.items }))
  const strata = many.baseWeights.map((_, row) => Number(row >= 20_000))
  const design = surveyDesign({ rows: 60_000, strata: Int32Array.from(strata) })
  const plan = planReplicates(weighed, many.areas, scores, bootstrap(800), { design })
  const { kinds } = plan.resampling
  // 2 strata × 3 areas × 4 ages × 2 sexes × 5 answers or none
  expect(kinds?.sizes.length).toBe(288)
  expect(plan.rows).toHaveLength(288)
  const draws = roomForDraws(plan.resampling)
  for (let replicate = 0; replicate < 5; replicate++) {
    draw(plan.resampling, replicate, draws)
    const drawn = (from: number, to: number) => draws.counts.subarray(from, to).reduce((sum, count) => sum + count, 0)
    expect(drawn(0, kinds!.starts[1]!)).toBe(19_999)
    expect(drawn(kinds!.starts[1]!, 288)).toBe(39_999)
  }
  const estimates = estimateAreas(weighed, many.areas, scores, { design })
  const replicated = estimateAreas(weighed, many.areas, scores, { design, replicated: all(plan) })
  estimates.forEach(({ city, areas }, m) =>
    [city, ...areas].forEach((each, place) => {
      const other = [replicated[m]!.city, ...replicated[m]!.areas][place]!
      if (each.status === 'empty' || other.status === 'empty') throw new Error('Everybody answers somewhere')
      expect(Math.abs(other.se / each.se - 1)).toBeLessThan(0.1) // 800 replicates: 2.5 % each
      if (scores[m]!.kind === 'net') expect(plan.full[m * 4 + place]).toBeCloseTo(each.estimate, 10)
    }),
  )
})

const reference = join(import.meta.dirname, '../../../shared/reference')
if (existsSync(reference))
  test.each([
    { name: 'strat-jkn', data: 'apistrat.csv', strata: 'stype', unit: undefined },
    { name: 'clus1-jk1', data: 'apiclus1.csv', strata: undefined, unit: 'dnum' },
  ])('the jackknife of a raked sample has the errors of R ($name)', ({ name, data, strata, unit }) => {
    const { cases } = JSON.parse(readFileSync(join(reference, 'expected.json'), 'utf8')) // the reference's own form
    const { expect: expected } = cases.find(({ id }: { id: string }) => id === `replicate-rake/${name}`).estimates[0]
    const { expect: total } = cases.find(({ id }: { id: string }) => id === `replicate-rake/${name}`).estimates[1]
    const table: Table = readTable(join(reference, 'data', data))
    const codes = (variable: string) => categoriesOf(table, variable)
    const targets = { stype: { E: 4421, H: 755, M: 1018 }, sch_wide: { No: 1072, Yes: 5122 } } as const
    const margins = Object.entries(targets).map(([variable, counts]) => {
      const own = codes(variable)
      const target = new Map(Object.entries(counts))
      return {
        ...own,
        targets: Float64Array.from(own.labels, (label) => target.get(label)!),
        targetsAre: 'counts' as const,
      }
    })
    const areas = oneArea(table.rows)
    const options = { tolerance: 1e-13, trim: 'none' as const }
    const weighed = weighSample({ baseWeights: numbersOf(table, 'pw'), areas }, margins, options)
    const measures: Measure[] = [
      { kind: 'mean', name: 'api00', values: numbersOf(table, 'api00') },
      { kind: 'mean', name: 'api99', values: numbersOf(table, 'api99') },
      { kind: 'total', name: 'enroll', values: numbersOf(table, 'enroll') },
    ]
    const design = surveyDesign({
      rows: table.rows,
      ...(strata && { strata: codes(strata).codes }),
      ...(unit && { clusters: [codes(unit).codes] }),
    })
    const plan = planReplicates(weighed, areas, measures, jackknife(1000), { design, recipe: options })
    const errors = all(plan).measures.map(({ city }) => Math.sqrt(city!))
    const ofR = [...expected.se, ...total.se]
    errors.forEach((error, i) => expect(Math.abs(error / ofR[i] - 1)).toBeLessThan(1e-6))
  })
