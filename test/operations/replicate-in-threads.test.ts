import { expect, test } from 'vitest'
import type { Measure } from '#analysis/estimates/measure.ts'
import { planReplicates, replicateVariances } from '#analysis/replicate-estimates.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { replicateInThreads } from '#server/operations/replicate-in-threads.ts'
import { inventCity } from '../bench/invented-city.ts'

const city = inventCity({ areas: 6, respondents: 1500, seed: 3, items: 2 })
const weighed = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins)
const measures: Measure[] = [
  { kind: 'net', name: 'support', items: city.items },
  { kind: 'polarization', name: 'discord', items: city.items },
]
// 110 replicates are five chunks and a half.
const plan = planReplicates(weighed, city.areas, measures, { kind: 'bootstrap', replicates: 110, seed: 11 })

test('one, two and four threads give the same digits', async () => {
  const alone = await replicateInThreads(plan, 1)
  expect(alone).toHaveLength(110)
  expect(new Set(alone.map((figures) => figures?.[0])).size).toBe(110)
  for (const threads of [2, 4]) expect(await replicateInThreads(plan, threads)).toEqual(alone)
  expect(replicateVariances(plan, alone).measures[0]?.city).toBeGreaterThan(0)
})

test('what goes wrong in a thread is told', async () => {
  const broken = { ...plan, runs: { ...plan.runs, groups: undefined as never } } // as no plan is
  await expect(replicateInThreads(broken, 2)).rejects.toThrow(/undefined/)
})
