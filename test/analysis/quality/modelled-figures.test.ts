import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import { type AreaModel, type ModelledArea, modelAreas } from '#analysis/model-areas.ts'
import { inWholePoints } from '#analysis/quality/modelled-figures.ts'
import { publishAll, type PublicationLimits, type Published } from '#analysis/quality/publication.ts'
import { direct, estimatesOf, nobody } from '../area-estimates.ts'
import { generalizedInverse } from '#analysis/variance/generalized-inverse.ts'
import { isDetermined } from './is-determined.ts'

const people = (count: number) => new Float64Array(count).fill(1000)

function published(
  areas: MeasureEstimates['areas'],
  limits: Partial<PublicationLimits> = {},
  populations = people(areas.length),
): { shown: Published[]; model: AreaModel } {
  const measure = estimatesOf('share', areas)
  const model = modelAreas(measure, { populations })
  const [found] = publishAll([measure], [], { populations }, limits, [model])
  return { shown: found!.areas, model }
}

const many = (count: number, n = 100) => Array.from({ length: count }, (_, i) => direct(0.3 + i / 50, 0.05, n))
const told = (shown: Published) => (shown.status === 'withheld' ? shown.reason : shown.status)

test('from 10 answers on a thin figure is shown as the model has it, with fewer not at all', () => {
  const { shown, model } = published([...many(9), direct(0.5, 0.1, 29), direct(0.5, 0.15, 10), nobody])
  expect(shown.slice(9).map(told)).toEqual(['modelled', 'modelled', 'no-answers'])
  expect(shown[9]).toEqual({ status: 'modelled', estimate: model.areas[9], reason: 'few-respondents' })
  const few = published([...many(9), direct(0.5, 0.15, 9), direct(0.5, 0.15, 8)])
  expect(few.shown.slice(9)).toEqual([
    { status: 'withheld', reason: 'few-respondents' },
    { status: 'withheld', reason: 'few-respondents' },
  ])
})

test('a small effective sample is a matter for the model; answers that agree and small areas are not', () => {
  const weak = { ...direct(0.5, 0.1, 60), nEffective: 20 }
  const alike = { ...direct(0.97, 0.1, 40), sameAnswer: 0.97 }
  const populations = people(13)
  populations[12] = 400
  const { shown } = published([...many(10), weak, alike, direct(0.4, 0.05, 90)], {}, populations)
  expect(shown.slice(10).map(told)).toEqual(['modelled', 'same-answer', 'few-residents'])
})

test('a modelled figure keeps to the widest interval that the study allows', () => {
  const areas = [...many(9), direct(0.5, 0.15, 12), direct(0.5, 0.15, 12)]
  expect(published(areas).shown.slice(9).map(told)).toEqual(['modelled', 'modelled'])
  const { shown } = published(areas, { maxWidth: 0.1 })
  expect(shown.slice(9).map(told)).toEqual(['few-respondents', 'few-respondents'])
})

test('one withheld area takes another with it, modelled or not, until ten people are hidden together', () => {
  const { shown } = published([...many(9), direct(0.5, 0.15, 6), direct(0.5, 0.1, 15)])
  expect(shown.slice(9).map(told)).toEqual(['few-respondents', 'protects-another'])
  const pair = published([...many(9), direct(0.5, 0.15, 4), direct(0.5, 0.15, 5), direct(0.5, 0.1, 15)])
  expect(pair.shown.slice(9).map(told)).toEqual(['few-respondents', 'few-respondents', 'protects-another'])
})

test('direct and modelled stand side by side where nothing is withheld, and not where two areas are', () => {
  const open = published(many(12))
  for (const [area, figure] of open.shown.entries())
    expect(figure).toMatchObject({ status: 'published', beside: open.model.areas[area] })
  const closed = published([...many(10), direct(0.5, 0.15, 6), direct(0.5, 0.15, 5)])
  expect(closed.shown.filter(({ status }) => status === 'published')).toHaveLength(10)
  for (const figure of closed.shown) expect(figure).not.toHaveProperty('beside')
})

/** What the model makes of all direct estimates, as a matrix: it is linear once its variances are known. */
function operatorOf(model: AreaModel, shares: Float64Array, direct: Float64Array) {
  const areas = model.areas as ModelledArea[] // everybody lives somewhere
  const m = areas.length
  const unit = (i: number) => Float64Array.from({ length: m }, (_, j) => Number(i === j))
  const gammas = areas.map(({ gamma }) => gamma)
  const total = gammas.reduce((sum, gamma) => sum + gamma, 0)
  const mean = Float64Array.from(gammas, (gamma) => gamma / total)
  const plain = areas.map(({ gamma }, i) => unit(i).map((one, j) => gamma * one + (1 - gamma) * mean[j]!))
  const lack = shares.map((share, j) => share - plain.reduce((sum, row, i) => sum + shares[i]! * row[j]!, 0))
  const apply = (row: Float64Array) => row.reduce((sum, factor, j) => sum + factor * direct[j]!, 0)
  const before = areas.map(({ mse, estimate }, i) => mse - (estimate - apply(plain[i]!)) ** 2)
  const sum = shares.reduce((s, share, i) => s + share ** 2 * before[i]!, 0)
  const finished = plain.map((row, i) => row.map((value, j) => value + ((shares[i]! * before[i]!) / sum) * lack[j]!))
  return { finished, mean, lack, unit, apply }
}

const sizes = fc
  .record({
    few: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 0, maxLength: 9 }),
    some: fc.array(fc.integer({ min: 10, max: 29 }), { minLength: 0, maxLength: 5 }),
    enough: fc.array(fc.integer({ min: 30, max: 200 }), { minLength: 8, maxLength: 14 }),
    seed: fc.nat(1000),
  })
  .map(({ few, some, enough, seed }) =>
    [...few, ...some, ...enough].map((n, i) => ({
      n,
      share: 0.35 + ((7 * i + seed) % 13) / 40,
      people: 800 + ((seed * (i + 3)) % 700),
    })),
  )

test('who knows the model to the last digit cannot solve for a withheld area from what is shown', () => {
  fc.assert(
    fc.property(sizes, (rows) => {
      const populations = Float64Array.from(rows, ({ people }) => people)
      const total = populations.reduce((sum, count) => sum + count, 0)
      const shares = populations.map((count) => count / total)
      const direct_ = Float64Array.from(rows, ({ share }) => share)
      const areas = rows.map(({ share, n }) => direct(share, Math.sqrt((share * (1 - share)) / n), n))
      const city = direct(
        direct_.reduce((sum, share, i) => sum + shares[i]! * share, 0),
        0.01,
        5000,
      )
      const measure = estimatesOf('share', areas, city)
      const model = modelAreas(measure, { populations })
      const [found] = publishAll([measure], [], { populations }, {}, [model])
      const { finished, mean, lack, unit, apply } = operatorOf(model, shares, direct_)
      finished.forEach((row, i) => expect(apply(row)).toBeCloseTo((model.areas[i] as ModelledArea).estimate, 9))

      const beside = found!.areas.some((figure) => figure.status === 'published' && figure.beside)
      const known = [
        [...shares],
        ...found!.areas.flatMap((figure, i) => [
          ...(figure.status === 'published' ? [[...unit(i)]] : []),
          ...(figure.status === 'modelled' || (figure.status === 'published' && figure.beside)
            ? [[...finished[i]!]]
            : []),
        ]),
        ...(beside ? [[...mean], [...lack]] : []),
      ]
      found!.areas.forEach((figure, i) => {
        if (figure.status === 'withheld') expect(isDetermined(known, i, rows.length), `area ${i}`).toBe(false)
      })
      // What the rule is for: with both figures of every area two hidden ones could be solved for.
      const hidden = found!.areas.flatMap((figure, i) => (figure.status === 'withheld' ? [i] : []))
      if (hidden.length === 2) {
        const both = [
          [...shares],
          [...mean],
          [...lack],
          ...rows.flatMap((_, i) => (hidden.includes(i) ? [] : [[...unit(i)]])),
        ]
        expect(isDetermined(both, hidden[0]!, rows.length)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

/**
 * Two questions and their score, each modelled with its own variances, in areas of which the first two are withheld, the
 * next eight shown as modelled and the others directly: what a reader knows exactly, and what as modelled.
 */
function linkedQuestions() {
  const count = 14
  const [hidden, modelled] = [2, 10]
  const people = Array.from({ length: count }, (_, i) => (1 + (i % 5)) / 60)
  const total = people.reduce((sum, each) => sum + each, 0)
  const sizes = Array.from({ length: count }, (_, i) => (i < hidden ? 6 + i : i < modelled ? 12 + i : 80 + 9 * i))
  const rowOf = (of: readonly [number, number], cells: readonly number[]) =>
    of.flatMap((part) => cells.map((cell) => part * cell))
  const unit = (area: number) => sizes.map((_, i) => Number(i === area))
  const exact = (
    [
      [1, 0],
      [0, 1],
    ] as const
  ).flatMap((of) => [
    rowOf(
      of,
      people.map((each) => each / total),
    ),
    ...sizes.flatMap((_, area) => (area < modelled ? [] : [rowOf(of, unit(area))])),
  ])
  const loose = (
    [
      { of: [1, 0], between: 0.004 },
      { of: [0, 1], between: 0.06 },
      { of: [0.5, 0.5], between: 0.015 },
    ] as const
  ).flatMap(({ of, between }, question) => {
    // Shares differ, and with them the sampling variances.
    const gammas = sizes.map((n, i) => between / (between + (0.05 + 0.1 * ((i * (question + 2)) % 3)) / n))
    const all = gammas.reduce((sum, gamma) => sum + gamma, 0)
    return sizes.flatMap((_, area) => {
      if (area < hidden || area >= modelled) return []
      const gamma = gammas[area]!
      return [
        rowOf(
          of,
          unit(area).map((one, i) => gamma * one + ((1 - gamma) * gammas[i]!) / all),
        ),
      ]
    })
  })
  return { exact, loose, size: 2 * count }
}

test('linked questions would give a withheld area away to the last digit, but not in whole points', () => {
  const { exact, loose, size } = linkedQuestions()
  expect(isDetermined([...exact, ...loose], 0, size)).toBe(true)
  expect(isDetermined(exact, 0, size)).toBe(false)

  // The change of answers that the reader would see least of, with 10 points more on the first question in the first area:
  // least squares of what is seen, with what is known exactly and the 10 points weighted as good as fixed.
  const wanted = [Float64Array.from({ length: size }, (_, i) => Number(i === 0))]
  const rows = [
    ...exact.map((row) => row.map((value) => 1e4 * value)),
    ...wanted.map((row) => [...row].map((value) => 1e4 * value)),
    ...loose,
  ]
  const target = rows.map((_, r) => (r === exact.length ? 1e3 : 0))
  const normal = new Float64Array(size * size)
  const right = new Float64Array(size)
  rows.forEach((row, r) =>
    row.forEach((a, i) => {
      right[i]! += a * target[r]!
      row.forEach((b, j) => (normal[i * size + j]! += a * b))
    }),
  )
  const inverse = generalizedInverse(normal, size)
  const change = Array.from({ length: size }, (_, i) =>
    right.reduce((sum, value, j) => sum + inverse[i * size + j]! * value, 0),
  )
  const seen = (row: readonly number[]) => row.reduce((sum, factor, i) => sum + factor * change[i]!, 0)
  expect(change[0]).toBeCloseTo(0.1, 3)
  for (const row of exact) expect(Math.abs(seen(row))).toBeLessThan(1e-4)
  for (const row of loose) expect(Math.abs(seen(row))).toBeLessThan(0.005)
})

test('whole points leave neither estimate nor error in full', () => {
  const figure = { estimate: 0.123456, mse: 0.0012345, low: 0.05551, high: 0.2449 }
  expect(inWholePoints(figure)).toEqual({ estimate: 0.12, mse: 0.0012, low: 0.06, high: 0.24 })
})
