import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  eligibleShare,
  nonresponseFactors,
  type ResponseClass,
  usualNonresponse,
} from '#analysis/weighting/nonresponse.ts'

/** A class where every case had the same chance, 1 in 10. */
const ofCases = (
  label: string,
  completes: number,
  { eligible = 0, ineligible = 0, unknown = 0, frame = 'address', parent = 'North' } = {},
): ResponseClass => ({
  label,
  frame,
  parent,
  completes,
  weights: { complete: 10 * completes, eligible: 10 * eligible, ineligible: 10 * ineligible, unknown: 10 * unknown },
})

test('the factor is one over the response rate, silent cases counted by the share that is eligible', () => {
  // Known: 40 + 40 of 100 are eligible, e = 0.8. Rate: 40 / (40 + 40 + 0.8 · 100) = 1/4.
  const one = ofCases('1', 40, { eligible: 40, ineligible: 20, unknown: 100 })
  expect(eligibleShare([one])).toBe(0.8)
  const { factors, used, eligibility } = nonresponseFactors([one])
  expect(factors[0]).toBeCloseTo(4, 12)
  expect(used).toEqual([{ label: '1', completes: 40, responseRate: 0.25, factor: 4 }])
  expect(eligibility).toEqual([{ frame: 'address', share: 0.8 }])
})

test('where nobody’s eligibility is known all silent cases count', () => {
  expect(eligibleShare([ofCases('1', 0, { unknown: 10 })])).toBe(1)
})

test('a class with few interviews joins the thinnest of its frame and borough', () => {
  const classes = [
    ofCases('1', 100, { unknown: 100 }),
    ofCases('2', 10, { unknown: 30 }),
    ofCases('3', 50, { unknown: 50 }),
    ofCases('4', 40, { unknown: 40, parent: 'South' }),
    ofCases('5', 35, { unknown: 35, frame: 'phone' }),
  ]
  const { factors, joined } = nonresponseFactors(classes)
  expect(joined).toEqual([{ category: '2', into: '3', completes: 10 }])
  const together = (10 + 30 + 50 + 50) / (10 + 50)
  expect([...factors]).toEqual([2, together, together, 2, 2].map((factor) => expect.closeTo(factor, 12)))
})

test('without a neighbour in its borough it joins one elsewhere, never one of another frame', () => {
  const classes = [
    ofCases('1', 100),
    ofCases('2', 5, { unknown: 5, parent: 'South' }),
    ofCases('3', 5, { unknown: 15, frame: 'phone' }),
  ]
  const { factors, joined, used } = nonresponseFactors(classes)
  expect(joined).toEqual([{ category: '2', into: '1', completes: 5 }])
  expect(factors[2]).toBe(4) // thin, but the only one of its frame
  expect(used.map(({ label }) => label)).toEqual(['1 + 2', '3'])
})

test('a factor far above the others is softened by a neighbour', () => {
  const classes = [
    ofCases('1', 50, { unknown: 50 }),
    ofCases('2', 50, { unknown: 450 }),
    ofCases('3', 50, { unknown: 50 }),
    ofCases('4', 60, { unknown: 60 }),
  ]
  const { factors, joined } = nonresponseFactors(classes) // 10 > 3 · 2
  expect(joined).toEqual([{ category: '2', into: '1', completes: 50 }])
  expect([...factors]).toEqual([6, 6, 2, 2])
})

test('a class where nobody answered is carried by its neighbours, or by nobody', () => {
  const silent = ofCases('2', 0, { unknown: 100 })
  expect([...nonresponseFactors([ofCases('1', 50, { unknown: 50 }), silent]).factors]).toEqual([4, 4])
  expect([...nonresponseFactors([silent]).factors]).toEqual([1])
})

test('the cases of a frame are all carried by those who answered, however classes join', () => {
  const cases = fc.record({ completes: fc.nat(80), unknown: fc.nat(200), eligible: fc.nat(40), south: fc.boolean() })
  fc.assert(
    fc.property(fc.array(cases, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 60 }), (drawn, fewest) => {
      const classes = drawn.map(({ completes, south, ...more }, i) =>
        ofCases(String(i), completes, { ...more, parent: south ? 'South' : 'North' }),
      )
      fc.pre(classes.every(({ completes }) => completes > 0))
      const { factors, used } = nonresponseFactors(classes, { ...usualNonresponse, fewest })
      const carried = classes.reduce((sum, { weights }, c) => sum + factors[c]! * weights.complete, 0)
      const asked = classes.reduce((sum, { weights }) => sum + weights.complete + weights.eligible + weights.unknown, 0)
      expect(carried / asked).toBeCloseTo(1, 10)
      expect(Math.min(...factors)).toBeGreaterThanOrEqual(1)
      if (used.length > 1) expect(Math.min(...used.map(({ completes }) => completes))).toBeGreaterThanOrEqual(fewest)
    }),
  )
})

test('sums that are no numbers are refused by class', () => {
  const broken = { ...ofCases('1', 1), weights: { complete: NaN, eligible: 0, ineligible: 0, unknown: 0 } }
  expect(() => nonresponseFactors([broken])).toThrow(expect.objectContaining({ code: 'bad-weight', category: '1' }))
})
