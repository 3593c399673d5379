import { expect, test } from 'vitest'
import type { GapModel } from '#analysis/model-gaps.ts'
import { gapReasons } from '#analysis/quality/gap-publication.ts'

type AreaGap = GapModel['areas'][number]

const gap = { estimate: 0.2, se: 0.05, low: 0.1, high: 0.3 }
const group = (n: number) => ({ label: 'group', n, share: 0.5, mean: 0.5, se: 0.1 })

function area(groups: number[]): AreaGap {
  const n = groups.reduce((sum, count) => sum + count, 0)
  const test = { nKish: n, df: n - 2, probability: 0.01, adjusted: 0.02 }
  return {
    direct: { status: 'estimated', n, ...gap, ...test, groups: groups.map(group) },
    modelled: { status: 'modelled', ...gap, mse: 0.0025, above: 0.9, groups: groups.map(group) },
  }
}
const empty = (n: number): AreaGap => ({ direct: { status: 'empty', n }, modelled: { status: 'empty', n } })

function model(areas: AreaGap[]): GapModel {
  return { name: 'gap', level: 0.95, seed: 1, draws: 1000, city: area([400, 300]).direct, areas }
}

test('a gap needs two groups of ten answers, and the direct one thirty answers in all', () => {
  const { city, areas } = gapReasons(model([area([40, 10]), area([12, 11]), area([60, 9]), empty(0), empty(12)]), [
    true,
    true,
    true,
    false,
    true,
  ])
  expect(city).toBeUndefined()
  expect(areas).toEqual([
    { direct: undefined, modelled: undefined },
    { direct: 'few-respondents', modelled: undefined },
    { direct: 'few-respondents', modelled: 'few-respondents' },
    { direct: 'no-answers', modelled: 'no-answers' },
    { direct: 'few-respondents', modelled: 'few-respondents' },
  ])
})

test('where support is withheld so is the gap, which would tell of it; and so it is where few people live', () => {
  const three = model([area([40, 30]), area([40, 30]), area([40, 30])])
  const { areas } = gapReasons(three, [false, true, true], Float64Array.of(9000, 400, 0))
  expect(areas.map(({ direct, modelled }) => [direct, modelled])).toEqual([
    ['protects-another', 'protects-another'],
    ['few-residents', 'few-residents'],
    ['unpopulated', 'unpopulated'],
  ])
})
