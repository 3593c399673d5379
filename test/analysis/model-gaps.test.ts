import { expect, test } from 'vitest'
import { normalDraws } from '#analysis/distributions/normal-draws.ts'
import { falseDiscoveryRates } from '#analysis/estimates/false-discovery.ts'
import { type GapMeasure, type GapOptions, modelGaps } from '#analysis/model-gaps.ts'
import { randomStream } from '#analysis/random.ts'
import { gapBelief } from '#analysis/small-area/gap-posterior.ts'
import type { Categories } from '#analysis/weighting/margin.ts'

type Invented = { areas: Categories; groups: Categories; values: Float64Array; truths: Float64Array }

/** Areas of two groups with shares .6 and .4, each group with its own support: the same gap of 20 points ± noise. */
function invented(seed: number, { areaCount = 30, perArea = 100, apart = 0.1 } = {}): Invented {
  const random = randomStream(seed)
  const normal = normalDraws(seed + 1000, 3 * areaCount)
  const areas: number[] = []
  const groups: number[] = []
  const values: number[] = []
  const truths = new Float64Array(areaCount)
  for (let area = 0; area < areaCount; area++) {
    const level = 0.5 + 0.06 * normal[area]!
    const half = apart + 0.02 * normal[areaCount + area]!
    truths[area] = 2 * Math.sqrt(0.6 * 0.4) * Math.abs(2 * half)
    for (let person = 0; person < perArea; person++) {
      const group = random() < 0.6 ? 0 : 1
      areas.push(area)
      groups.push(group)
      values.push(Number(random() < level + (group === 0 ? half : -half)))
    }
  }
  const labels = Array.from(truths, (_, area) => `A${area}`)
  return {
    areas: { variable: 'area', labels, codes: Int32Array.from(areas) },
    groups: { variable: 'group', labels: ['a', 'b'], codes: Int32Array.from(groups) },
    values: Float64Array.from(values),
    truths,
  }
}

function modelled(city: Invented, options: Partial<GapOptions> = {}, more: Partial<GapMeasure> = {}) {
  const weights = new Float64Array(city.values.length).fill(1)
  const weighed = { weights, calibration: { constraints: [], baseWeights: weights } }
  const { areas, groups, values } = city
  return modelGaps(weighed, areas, [{ kind: 'gap', name: 'gap', values, groups, ...more }], { seed: 5, ...options })[0]!
}

test('the modelled gap is nearer to the truth than the direct one, and its interval holds it', () => {
  let [held, all, bias, ours, theirs] = [0, 0, 0, 0, 0]
  for (let seed = 1; seed <= 12; seed++) {
    const city = invented(seed)
    modelled(city).areas.forEach(({ direct, modelled: model }, area) => {
      if (direct.status === 'empty' || model.status === 'empty') throw new Error('Every area has both groups')
      const truth = city.truths[area]!
      all++
      held += Number(model.low <= truth && truth <= model.high)
      bias += model.estimate - truth
      ours += (model.estimate - truth) ** 2
      theirs += (direct.estimate - truth) ** 2
    })
  }
  expect(held / all).toBeGreaterThanOrEqual(0.9)
  expect(Math.abs(bias / all)).toBeLessThan(0.02)
  expect(Math.sqrt(ours / theirs)).toBeLessThan(0.6)
})

test('the direct gap of the city is that between its groups, with the test that there is none', () => {
  const city = invented(3)
  const { city: found } = modelled(city)
  if (found.status === 'empty') throw new Error('The city has both groups')
  const [a, b] = found.groups
  // Two groups: 2 · √(p q) · |difference|, but for the correction
  expect(found.estimate).toBeCloseTo(2 * Math.sqrt(a!.share * b!.share) * Math.abs(a!.mean - b!.mean), 2)
  expect(found.n).toBe(3000)
  expect(found.probability).toBeLessThan(1e-9)
  const alike = modelled(invented(4, { apart: 0 })).city
  expect(alike).toMatchObject({ status: 'estimated', probability: expect.any(Number) })
})

test('the same seed gives the same digits, in whatever order the areas come', () => {
  const city = invented(5, { areaCount: 12 })
  const first = modelled(city)
  expect(modelled(city)).toEqual(first)
  expect(modelled(city, { seed: 6 }).areas[0]).not.toEqual(first.areas[0])
  const last = city.areas.labels.length - 1
  const turned = modelled({
    ...city,
    areas: {
      ...city.areas,
      labels: city.areas.labels.toReversed(),
      codes: city.areas.codes.map((area) => last - area),
    },
  })
  first.areas.forEach(({ modelled: model }, area) => {
    const same = turned.areas[last - area]!.modelled
    if (model.status === 'empty' || same.status === 'empty') throw new Error('Every area has both groups')
    expect(same.estimate).toBeCloseTo(model.estimate, 5)
    expect(same.high).toBeCloseTo(model.high, 5)
  })
})

test('a group that nobody in an area answered for is at its expected mean, where its part is known', () => {
  const city = invented(6, { areaCount: 14 })
  const values = city.values.map((value, row) =>
    city.areas.codes[row] === 2 || (city.areas.codes[row] === 1 && city.groups.codes[row] === 1) ? NaN : value,
  )
  const composition = Float64Array.from({ length: 28 }, (_, cell) => (cell % 2 ? 0.4 : 0.6))
  const unknown = modelled({ ...city, values })
  expect(unknown.areas[1]!.modelled).toEqual({ status: 'empty', n: expect.any(Number) })
  expect(unknown.areas[2]!.modelled).toEqual({ status: 'empty', n: 0 })
  const known = modelled({ ...city, values }, {}, { composition })
  const [ofOne, ofNone] = [known.areas[1]!, known.areas[2]!]
  expect(ofOne.direct.status).toBe('empty')
  if (ofOne.modelled.status === 'empty' || ofNone.modelled.status === 'empty') throw new Error('Parts are known')
  expect(ofOne.modelled.status).toBe('modelled')
  expect(ofOne.modelled.groups[1]).toMatchObject({ label: 'b', n: 0, share: 0.4 })
  expect(ofOne.modelled.groups[1]!.se).toBeGreaterThan(ofOne.modelled.groups[0]!.se)
  expect(ofNone.modelled.status).toBe('model-only')
  expect(ofNone.modelled.estimate).toBeCloseTo(0.196, 1)
})

test('groups with fewer than five answers are left out of the direct gap, and counted', () => {
  const city = invented(7, { areaCount: 12 })
  let kept = 0
  const values = city.values.map((value, row) => {
    if (city.areas.codes[row] !== 0 || city.groups.codes[row] === 0) return value
    return kept++ < 4 ? value : NaN
  })
  const [first] = modelled({ ...city, values }).areas
  const ofA = city.values.filter((_, row) => city.areas.codes[row] === 0 && city.groups.codes[row] === 0).length
  expect(first!.direct).toEqual({ status: 'empty', n: ofA + 4 })
  expect(first!.modelled.status).toBe('modelled')
})

test('the draws add what shrinking takes: E G² = 4 (m̂ C m̂ + tr C V)', () => {
  const mean = Float64Array.of(0.5, 0.4, 0.7)
  const shares = Float64Array.of(0.5, 0.3, 0.2)
  const covariance = Float64Array.of(0.01, 0.002, 0, 0.002, 0.02, 0, 0, 0, 0.005)
  const normals = normalDraws(9, 3 * 40_000)
  const beliefs = [{ weight: 1, mean, covariance }]
  const { estimate, se } = gapBelief(beliefs, shares, { normals, stride: 3 }, { level: 0.95, limit: 0.1 })
  const overall = 0.25 + 0.12 + 0.14
  const plug = 0.5 * 0.25 + 0.3 * 0.16 + 0.2 * 0.49 - overall ** 2
  // tr CV = Σ p V_ii − Σ p p' V = .012 − (.0025 + .0018 + .0002 + 2 · .15 · .002)
  const added = 0.005 + 0.006 + 0.001 - (0.0025 + 0.0018 + 0.0002 + 0.0006)
  expect(estimate ** 2 + se ** 2).toBeCloseTo(4 * (plug + added), 3)
})

test('p-values of many questions are adjusted by hand: .01, .02, .03, .5 of four', () => {
  // .01 · 4, .02 · 2, .03 · 4/3, .5: none may exceed a later one
  const adjusted = falseDiscoveryRates([0.5, 0.01, 0.03, 0.02])
  expect(adjusted[0]).toBeCloseTo(0.5, 12)
  for (const one of adjusted.slice(1)) expect(one).toBeCloseTo(0.04, 12)
})

test('too few areas have direct gaps alone, and a single group none', () => {
  const few = modelled(invented(8, { areaCount: 7 }))
  expect(few.model).toBeUndefined()
  expect(few.city.status).toBe('estimated')
  for (const { direct, modelled: model } of few.areas)
    expect([direct.status, model]).toEqual(['estimated', { status: 'empty', n: 100 }])
  const city = invented(8, { areaCount: 9 })
  const one = modelled({ ...city, groups: { ...city.groups, codes: city.groups.codes.map(() => 0) } })
  expect(one.city).toEqual({ status: 'empty', n: 900 })
  expect(one.areas[0]!.modelled).toEqual({ status: 'empty', n: 100 })
})

test('compositions of another length and levels that are none are refused', () => {
  const city = invented(8, { areaCount: 9 })
  expect(() => modelled(city, {}, { composition: new Float64Array(3) })).toThrow(RangeError)
  expect(() => modelled(city, { level: 2 })).toThrow('level')
})
