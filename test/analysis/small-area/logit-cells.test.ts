import { expect, test } from 'vitest'
import { gapBelief } from '#analysis/small-area/gap-posterior.ts'
import { expit, type LogitCells, logitCells } from '#analysis/small-area/logit-cells.ts'
import { normalDraws } from '#analysis/distributions/normal-draws.ts'
import { randomStream } from '#analysis/random.ts'

/** 40 areas of two groups that stand 0.8 apart on the logit scale, by the standard deviation of each from that. */
function invented(seed: number, perCell: number, between: number) {
  const random = randomStream(seed)
  const normal = normalDraws(seed, 120)
  const truth = Float64Array.from({ length: 80 }, (_, cell) => {
    const area = Math.floor(cell / 2)
    return expit(-0.7 + normal[area]! + (cell % 2 === 0 ? 0.4 : -0.4) + between * normal[40 + cell]!)
  })
  const y = truth.map((share) => {
    let yes = 0
    for (let i = 0; i < perCell; i++) yes += Number(random() < share)
    return yes / perCell
  })
  const columns = [0, 1].map((group) => Float64Array.from(y, (_, cell) => Number(cell % 2 === group)))
  const areas = Int32Array.from(y, (_, cell) => Math.floor(cell / 2))
  return { truth, y, answers: new Float64Array(80).fill(perCell), columns, areas }
}

const fitted = ({ y, answers, columns, areas }: ReturnType<typeof invented>) => logitCells(y, answers, columns, areas)

/** The expected logit of each cell. */
function meansOf({ beliefs }: LogitCells): Float64Array {
  const means = new Float64Array(80)
  for (const { weight, posterior } of beliefs)
    for (const { cells, mean } of posterior) cells.forEach((cell, i) => (means[cell]! += weight * mean[i]!))
  return means
}

test('groups stand apart by their logits, so by fewer points where hardly anybody is favorable', () => {
  const city = invented(1, 400, 0)
  const found = fitted(city)
  const [first, second] = found.fit.beta
  expect(first! - second!).toBeGreaterThan(0.7)
  expect(first! - second!).toBeLessThan(0.9)
  const shares = meansOf(found).map(expit)
  const apart = Array.from({ length: 40 }, (_, area) => shares[2 * area]! - shares[2 * area + 1]!)
  const level = Array.from({ length: 40 }, (_, area) => (city.truth[2 * area]! + city.truth[2 * area + 1]!) / 2)
  const lowest = level.indexOf(Math.min(...level))
  const middle = level.findIndex((share) => Math.abs(share - 0.5) < 0.05)
  expect(apart[lowest]).toBeLessThan(0.5 * apart[middle]!)
})

test('with few answers several variances are believed, each with its weight, and with many fewer', () => {
  const [few, many] = [fitted(invented(2, 8, 0.3)), fitted(invented(2, 500, 0.3))]
  for (const { beliefs } of [few, many]) expect(beliefs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
  expect(few.beliefs.length).toBeGreaterThan(many.beliefs.length)
})

test('an area without answers is at what its covariates say, with the variance between areas', () => {
  const city = invented(3, 50, 0.2)
  city.answers.fill(0, 0, 2)
  const found = fitted(city)
  const [own] = found.beliefs[0]!.posterior
  expect(own!.mean[0]! - own!.mean[1]!).toBeCloseTo(found.fit.beta[0]! - found.fit.beta[1]!, 1)
  expect(own!.covariance[0]).toBeGreaterThan(found.fit.sigma2u)
})

test('what hardly any answers tell has intervals that hold the truth all the same', () => {
  let [held, all] = [0, 0]
  for (let seed = 10; seed < 16; seed++) {
    const city = invented(seed, 12, 0.25)
    const found = fitted(city)
    const normals = normalDraws(seed, 2 * 500)
    for (let area = 0; area < 40; area++) {
      const beliefs = found.beliefs.map(({ weight, posterior }) => ({ weight, ...posterior[area]! }))
      const { low, high } = gapBelief(
        beliefs,
        Float64Array.of(0.5, 0.5),
        { normals, stride: 2 },
        { level: 0.95, limit: 0.1, meanOf: expit },
      )
      const truth = Math.abs(city.truth[2 * area]! - city.truth[2 * area + 1]!)
      held += Number(low <= truth && truth <= high)
      all++
    }
  }
  expect(held / all).toBeGreaterThan(0.9)
})

test('draws are shared out by weight: a quarter at no gap, three quarters at one of 20 points', () => {
  const sure = Float64Array.of(1e-16, 0, 0, 1e-16)
  const found = gapBelief(
    [
      { weight: 0.25, mean: Float64Array.of(0.5, 0.5), covariance: sure },
      { weight: 0.75, mean: Float64Array.of(0.6, 0.4), covariance: sure },
    ],
    Float64Array.of(0.5, 0.5),
    { normals: normalDraws(1, 2 * 200), stride: 2 },
    { level: 0.95, limit: 0.1 },
  )
  expect(found.estimate).toBeCloseTo(0.15, 6)
  expect(found.above).toBe(0.75)
  expect(found.means[0]).toBeCloseTo(0.575, 6)
})
