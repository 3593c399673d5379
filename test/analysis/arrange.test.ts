import { expect, test } from 'vitest'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import { type Empty, type Estimate, estimateIn } from '#analysis/estimates/estimate.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { allRows, rowsOf } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { inventCity } from '../bench/invented-city.ts'

const rows = 1500
const city = inventCity({ areas: 12, respondents: rows, seed: 6, items: 2 })
const weighed = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins)
const values = Float64Array.from(city.baseWeights, (_, row) => (row % 11 === 0 ? NaN : row % 2))
const measures: Measure[] = [
  { kind: 'polarization', name: 'discord', items: city.items },
  { kind: 'net', name: 'support', items: city.items.slice(1) },
  { kind: 'share', name: 'odd', values },
  { kind: 'gap', name: 'gap', values, groups: city.margins[2]!, minAnswers: 2 },
]

test.each([
  ['persons', {}],
  ['persons in strata', { strata: codes((row) => (row * 31) % 5) }],
  ['units in strata', { strata: codes((row) => row % 3), clusters: [codes((row) => Math.floor(row / 7))] }],
  [
    'units in two stages',
    {
      clusters: [codes((row) => Math.floor(row / 50)), codes((row) => Math.floor(row / 5))],
      populationUnits: [new Float64Array(rows).fill(100), new Float64Array(rows).fill(40)],
    },
  ],
])('the figures are those of the rows as they came, with %s', (_, input) => {
  // Some rows are in no area: they count for the city only.
  const areas = { ...city.areas, codes: city.areas.codes.map((code, row) => (row % 50 === 0 ? -1 : code)) }
  const design = surveyDesign({ rows, ...input })
  const frame = varianceFrame(weighed.weights, design, weighed.calibration)
  const found = estimateAreas(weighed, areas, measures, { design })
  measures.forEach((measure, m) => {
    const plain = (domain: Int32Array, parent?: Estimate | Empty) =>
      estimateIn(frame, domain, measure, {
        level: 0.95,
        fallbackDesignEffect: parent?.status === 'estimated' ? parent.designEffect : 1,
      })
    const whole = plain(allRows(frame))
    expectSame(found[m]!.city, whole)
    rowsOf(frame, areas).forEach((domain, area) => expectSame(found[m]!.areas[area]!, plain(domain, whole)))
  })
})

function expectSame(found: Estimate | Empty, wanted: Estimate | Empty): void {
  expect(Object.keys(found)).toEqual(Object.keys(wanted))
  for (const [name, value] of Object.entries(wanted)) {
    const other: unknown = Reflect.get(found, name)
    // Net support and its limits may come close to 0, where what is left of a difference has fewer digits.
    const tolerance = 1e-12 * Math.max(0.01, Math.abs(Number(value)))
    if (typeof value === 'number') expect(Math.abs(Number(other) - value), name).toBeLessThanOrEqual(tolerance)
    else expect(other).toBe(value)
  }
}

function codes(of: (row: number) => number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => of(row))
}
