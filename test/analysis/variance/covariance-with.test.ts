import { expect, test } from 'vitest'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { covarianceWith } from '#analysis/variance/covariance-with.ts'
import { type LonelyRule, surveyDesign } from '#analysis/variance/design.ts'
import { allRows, rowsOf } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { inventCity } from '../../bench/invented-city.ts'

const city = inventCity({ areas: 5, respondents: 300, seed: 8, items: 1 })
const weighed = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins)
const codes = (of: (row: number) => number) => Int32Array.from({ length: 300 }, (_, row) => of(row))
const [strata, units] = [codes((row) => row % 4), codes((row) => Math.floor(row / 5))]
const subunits = codes((row) => row % 3)
const populationUnits = [new Float64Array(300).fill(200), new Float64Array(300).fill(9)]

test.each([
  { name: 'persons', design: surveyDesign({ rows: 300 }) },
  { name: 'clusters in strata', design: surveyDesign({ rows: 300, strata, clusters: [units] }) },
  { name: 'two stages', design: surveyDesign({ rows: 300, clusters: [units, subunits], populationUnits }) },
  {
    name: 'a lonely unit compared with all',
    design: surveyDesign({
      rows: 300,
      strata: codes((row) => (row < 5 ? 9 : row % 2)),
      clusters: [units],
      lonely: 'centre' satisfies LonelyRule,
    }),
  },
])('what an area shares with the city is what the covariance of both says: $name', ({ design }) => {
  const frame = varianceFrame(weighed.weights, design, weighed.calibration)
  const everyone = allRows(frame)
  const of = (row: number, k: number) => Math.sin(row * k) / 1e4
  const fixed = [3, 7].map((k) => Float64Array.from(everyone, (row) => of(row, k)))
  const together = covarianceWith(frame, everyone, fixed)
  rowsOf(frame, city.areas).forEach((rows) => {
    const inArea = new Set(rows)
    const spread = Float64Array.from(everyone, (row) => (inArea.has(row) ? of(row, 2) : 0))
    const expected = covarianceOf(frame, everyone, [spread, ...fixed])
    const found = together(
      rows,
      Float64Array.from(rows, (row) => of(row, 2)),
    )
    const scale = Math.sqrt(expected[0]! * expected[4]!)
    expect(Math.abs(found[0]! - expected[1]!)).toBeLessThan(1e-10 * scale)
    expect(Math.abs(found[1]! - expected[2]!)).toBeLessThan(1e-10 * Math.sqrt(expected[0]! * expected[8]!))
  })
})
