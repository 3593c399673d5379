import { expect, test } from 'vitest'
import type { Measure } from '#analysis/estimates/measure.ts'
import { adjustAreas } from '#analysis/modes/adjust-areas.ts'
import { randomStream } from '#analysis/random.ts'
import { lettered } from '../sample.ts'

const uncalibrated = (weights: Float64Array) => ({ weights, calibration: { constraints: [], baseWeights: weights } })
const ones = (n: number) => new Float64Array(n).fill(1)
const modesOf = (letters: string) => ({
  variable: 'mode',
  labels: ['phone', 'web'],
  codes: Int32Array.from(letters, (letter) => 'pw'.indexOf(letter)),
})

/** An invented sample whose answers are higher by phone, and closer together. */
function inventSample(rows: number, seed: number) {
  const random = randomStream(seed)
  const letters = Array.from({ length: rows }, () => ({
    area: 'abc'[Math.floor(3 * random())]!,
    age: random() < 0.1 ? '-' : random() < 0.5 ? 'y' : 'o',
    mode: random() < 0.4 ? 'p' : 'w',
  }))
  const answers = Int8Array.from(letters, ({ area, age, mode }) => {
    const narrow = mode === 'p' ? 0.6 : 1
    const latent = 'abc'.indexOf(area) * 0.5 + (age === 'o' ? 0.6 : 0) + narrow * (5 * random() - 1.5)
    return Math.min(5, Math.max(1, Math.round(latent + 1 + (mode === 'p' ? 1 : 0))))
  })
  const text = (of: (row: (typeof letters)[number]) => string) => letters.map(of).join('')
  const areas = lettered(
    'area',
    text(({ area }) => area),
  )
  const age = lettered(
    'age',
    text(({ age: own }) => own),
  )
  const modes = modesOf(text(({ mode }) => mode))
  const weights = Float64Array.from(letters, () => 0.5 + random())
  return { areas, model: { modes, reference: ['web'], covariates: [areas, age] }, answers, weights }
}

test('the share of a mode times its difference comes off, in each area and in the city', () => {
  const areas = lettered('area', 'aabbaabb')
  const model = { modes: modesOf('wwwwpppp'), reference: ['web'], covariates: [areas] }
  const values = Float64Array.of(0, 1, 0, 0, 1, 1, 1, 0)
  const [found] = adjustAreas(uncalibrated(ones(8)), areas, [{ kind: 'share', name: 'yes', values }], model)
  // By phone half more, in an area of 3/4 as in one of 1/4; half of each by phone: 1/4 comes off.
  expect(found!.effect.delta[0]).toBeCloseTo(0.5, 14)
  expect(found!.estimates.areas).toMatchObject([
    { estimate: expect.closeTo(0.75 - 0.25, 12), n: 4 },
    { estimate: expect.closeTo(0.25 - 0.25, 12), n: 4 },
  ])
  expect(found!.estimates.city).toMatchObject({ estimate: expect.closeTo(0.5 - 0.25, 12) })
  expect(found!.shared.areas[0]).toBeCloseTo(found!.effect.covariance[0]! / 4, 14)
})

test('less comes off where fewer can be moved: in proportion to p(1 − p)', () => {
  // 4,000 answers an area, half of them by phone: shares of 1/2 and 1/10 that a mode moves by the same logit.
  const expit = (value: number) => 1 / (1 + Math.exp(-value))
  const blocks = [0, Math.log(1 / 9)].flatMap((level, area) =>
    [0, 0.3].flatMap((step, mode) =>
      Array.from({ length: 2000 }, (_, i) => ({ area, mode, yes: Number(i < 2000 * expit(level + step)) })),
    ),
  )
  const areas = { variable: 'area', labels: ['a', 'b'], codes: Int32Array.from(blocks, ({ area }) => area) }
  const modes = { variable: 'mode', labels: ['web', 'phone'], codes: Int32Array.from(blocks, ({ mode }) => mode) }
  const values = Float64Array.from(blocks, ({ yes }) => yes)
  const measure: Measure = { kind: 'share', name: 'yes', values }
  const [found] = adjustAreas(uncalibrated(ones(8000)), areas, [measure], {
    modes,
    reference: ['web'],
    covariates: [areas],
  })
  expect(found!.estimates.areas).toMatchObject([
    { estimate: expect.closeTo(0.5, 2) },
    { estimate: expect.closeTo(0.1, 2) },
  ])
  const [, second] = found!.estimates.areas
  // One difference for both would leave 0.1 + (0.03 − 0.053) / 2, that is 0.09.
  expect(Math.abs((second as { estimate: number }).estimate - 0.1)).toBeLessThan(0.003)
})

test('what differs between modes in level and in spread is taken off polarization', () => {
  // By themselves 1 and 5; by phone 4 and 5: on the scale 3/8 higher, and of spread 4 · (1/8)² instead of 4 · (1/2)².
  const areas = lettered('area', 'aaaaaaaa')
  const answers = Int8Array.of(1, 5, 1, 5, 4, 5, 4, 5)
  const model = { modes: modesOf('wwwwpppp'), reference: ['web'], covariates: [areas] }
  const measure: Measure = { kind: 'polarization', name: 'discord', items: [{ name: 'trust', options: 5, answers }] }
  const [found] = adjustAreas(uncalibrated(ones(8)), areas, [measure], model)
  expect(found!.effect.delta[0]).toBeCloseTo(4 / 64 - 1, 12)
  // Only those by themselves are left to say what it is: 1, and what a sample of 8 adds, cut at 1.
  expect(found!.estimates.city).toMatchObject({ estimate: 1 })
})

test.each([
  { kind: 'net' as const, leeway: 0.02 },
  { kind: 'support' as const, leeway: 0.02 },
  { kind: 'polarization' as const, leeway: 0.06 },
])('the error of adjusted $kind is that of leaving out one person after the other', ({ kind, leeway }) => {
  const { areas, model, answers, weights } = inventSample(240, 3)
  const adjust = (own: Float64Array) =>
    adjustAreas(
      uncalibrated(own),
      areas,
      [{ kind, name: kind, items: [{ name: 'q', options: 5, answers }] }],
      model,
    )[0]!
  const estimatesOf = ({ estimates }: ReturnType<typeof adjust>) =>
    [estimates.city, ...estimates.areas].map((each) => {
      if (each.status === 'empty') throw new Error('nobody is there')
      return each
    })
  const full = estimatesOf(adjust(weights))
  const without = Array.from(weights.keys(), (left) =>
    estimatesOf(adjust(weights.map((weight, row) => (row === left ? 0 : weight)))),
  )
  full.forEach(({ se }, domain) => {
    const values = without.map((each) => each[domain]!.estimate)
    const center = values.reduce((sum, value) => sum + value, 0) / values.length
    const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0)
    const jackknife = Math.sqrt(((values.length - 1) / values.length) * squares)
    expect(Math.abs(se / jackknife - 1)).toBeLessThan(leeway + 0.02)
  })
})

test('an estimate never leaves the range of its measure, and a total is not adjusted', () => {
  const areas = lettered('area', 'aaaabbbb')
  const values = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 0)
  const model = { modes: modesOf('pwppppww'), reference: ['web'], covariates: [areas] }
  const [found] = adjustAreas(uncalibrated(ones(8)), areas, [{ kind: 'share', name: 'yes', values }], model)
  expect(found!.estimates.areas).toMatchObject([{ estimate: 0, low: 0 }, { status: 'estimated' }])
  expect(() => adjustAreas(uncalibrated(ones(8)), areas, [{ kind: 'total', name: 'calls', values }], model)).toThrow(
    expect.objectContaining({ code: 'bad-option', variable: 'calls' }),
  )
})

test('a gap is that of answers without the difference of their mode', () => {
  // The old all answer by phone and a fifth of them by themselves; without the mode both groups are alike.
  const areas = lettered('area', 'a'.repeat(40))
  const groups = lettered('age', 'y'.repeat(20) + 'o'.repeat(20))
  const modes = modesOf('w'.repeat(16) + 'p'.repeat(4) + 'p'.repeat(16) + 'w'.repeat(4))
  // Half of those by themselves say yes, all by phone.
  const values = Float64Array.from(modes.codes, (mode, row) => (mode === 0 ? 1 : row % 2))
  const measure: Measure = { kind: 'gap', name: 'gap', values, groups }
  const [found] = adjustAreas(uncalibrated(ones(40)), areas, [measure], {
    modes,
    reference: ['web'],
    covariates: [groups],
  })
  expect(found!.effect.delta[0]).toBeCloseTo(0.5, 12)
  expect(found!.estimates.areas).toMatchObject([{ estimate: 0, low: 0 }])
})
