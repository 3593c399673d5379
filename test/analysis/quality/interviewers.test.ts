import { expect, test } from 'vitest'
import { interviewerCorrelation } from '#analysis/quality/interviewer-correlation.ts'
import { interviewerDeviations } from '#analysis/quality/interviewer-deviations.ts'
import { numbersFrom } from '#test/support/fielded-wave.ts'

function normalFrom(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const labelled = (count: number, codes: Int32Array) => ({
  variable: 'interviewer',
  labels: Array.from({ length: count }, (_, i) => `staff:${i + 1}`),
  codes,
})

test('the correlation matches a hand calculation with unequal sizes', () => {
  // A: 1, 2, 3; B: 4, 6; mean 3.2. Between: 3 · (2 − 3.2)² + 2 · (5 − 3.2)² = 10.8, over 1.
  // Within: (1 + 0 + 1 + 1 + 1) / 3 = 4/3. Size: (5 − (9 + 4)/5) / 1 = 2.4. ρ = (10.8 − 4/3) / (10.8 + 1.4 · 4/3).
  const found = interviewerCorrelation(Float64Array.of(1, 2, 3, 4, 6), Int32Array.of(0, 0, 0, 1, 1))
  const rho = (10.8 - 4 / 3) / (10.8 + (1.4 * 4) / 3)
  expect(found.correlation).toBeCloseTo(rho, 12)
  // √(2 · 4 · (1−ρ)² · (1 + 1.4ρ)² / (2.4² · 3 · 1))
  expect(found.se).toBeCloseTo(Math.sqrt((8 * (1 - rho) ** 2 * (1 + 1.4 * rho) ** 2) / (5.76 * 3)), 12)
  expect(found).toMatchObject({ interviewers: 2, interviews: 5 })
  expect(found.designEffect).toBeCloseTo(1 + (13 / 5 - 1) * rho, 12)
})

test('answers without an interviewer, missing ones and tiny workloads are left out', () => {
  const values = Float64Array.of(1, 2, 3, NaN, 4, 6, 9, 9)
  const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 2, -1)
  expect(interviewerCorrelation(values, codes).interviews).toBe(5)
})

test('one interviewer, or answers that are all alike, have no correlation', () => {
  const one = () => interviewerCorrelation(Float64Array.of(1, 2), Int32Array.of(0, 0))
  expect(one).toThrow(expect.objectContaining({ code: 'too-few-groups' }))
  const alike = () => interviewerCorrelation(new Float64Array(4), Int32Array.of(0, 0, 1, 1))
  expect(alike).toThrow('All answers are the same.')
})

test('the correlation and its standard error hold over many invented surveys', () => {
  const truth = 0.05
  const found = Array.from({ length: 300 }, (_, seed) => {
    const random = numbersFrom(seed)
    const effects = Array.from({ length: 30 }, () => Math.sqrt(truth) * normalFrom(random))
    const codes = Int32Array.from({ length: 30 * 40 }, (_, row) => Math.floor(30 * ((row % 1200) / 1200) ** 1.2))
    const values = Float64Array.from(codes, (code) => effects[code]! + Math.sqrt(1 - truth) * normalFrom(random))
    return interviewerCorrelation(values, codes)
  })
  const mean = found.reduce((sum, { correlation }) => sum + correlation, 0) / found.length
  const spread = Math.sqrt(found.reduce((sum, { correlation }) => sum + (correlation - mean) ** 2, 0) / found.length)
  const se = found.reduce((sum, one) => sum + one.se, 0) / found.length
  expect(Math.abs(mean - truth)).toBeLessThan((3 * spread) / Math.sqrt(found.length))
  expect(se / spread).toBeGreaterThan(0.85)
  expect(se / spread).toBeLessThan(1.15)
})

test('a deviation is the difference to others in the same places, in their proportion', () => {
  // Place 0: mine 4, 6; others 1, 3. Place 1: mine 9; others 6, 8, 7. Place 2 is mine alone and is left out.
  const values = Float64Array.of(4, 6, 1, 3, 9, 6, 8, 7, 100, 100)
  const codes = Int32Array.of(0, 0, 1, 1, 0, 1, 1, 1, 0, 0)
  const places = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2)
  const rule = { leastInterviews: 3, leastDeviation: 0, falseShare: 1 }
  const { tested, listed } = interviewerDeviations([{ name: 'trait', values }], labelled(2, codes), places, rule)
  expect(tested).toBe(2)
  const mine = listed.find(({ interviewer }) => interviewer === 'staff:1')
  // Around the means of places, 3.5, 7.5 and 100: .25 + 6.25 + 6.25 + .25, then 2.25 + 2.25 + .25 + .25, then 0.
  const deviation = Math.sqrt(18 / (10 - 3))
  expect(mine?.interviews).toBe(3)
  expect(mine?.mean).toBeCloseTo(19 / 3, 12)
  expect(mine?.others).toBeCloseTo((2 * 2 + 7) / 3, 12)
  expect(mine?.deviation).toBeCloseTo((19 / 3 - 11 / 3) / deviation, 12)
  // z = d / √((2/3)²(1/2 + 1/2) + (1/3)²(1 + 1/3)); p is twice its upper tail.
  const z = (mine?.deviation ?? 0) / Math.sqrt((4 / 9) * 1 + (1 / 9) * (4 / 3))
  expect(z).toBeCloseTo(2.1602, 3)
  expect(mine?.p).toBeCloseTo(0.03076, 4)
})

test('an interviewer who bends answers is found, honest ones mostly not', () => {
  let [found, falsely, honest] = [0, 0, 0]
  for (let seed = 1; seed <= 40; seed++) {
    const random = numbersFrom(seed)
    const codes = Int32Array.from({ length: 1500 }, () => Math.floor(25 * random()))
    const places = Int32Array.from(codes, () => Math.floor(10 * random()))
    const trait = (bent: boolean) =>
      Float64Array.from(codes, (code, row) => {
        const answer = 3 + 0.4 * places[row]! + normalFrom(random)
        return bent && code === 0 ? answer + 0.8 : answer
      })
    const traits = [true, false, false, false].map((bent, i) => ({ name: `item ${i}`, values: trait(bent) }))
    const { listed } = interviewerDeviations(traits, labelled(25, codes), places)
    honest += 99
    if (listed.some(({ interviewer, trait }) => interviewer === 'staff:1' && trait === 'item 0')) found++
    falsely += listed.filter(({ interviewer, trait }) => interviewer !== 'staff:1' || trait !== 'item 0').length
  }
  expect(found).toBeGreaterThanOrEqual(39)
  expect(falsely / honest).toBeLessThan(0.002)
})
