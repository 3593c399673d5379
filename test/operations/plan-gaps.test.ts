import { expect, test } from 'vitest'
import { planEstimates } from '#server/operations/plan-estimates.ts'
import type { Value } from '#instruments/engine/events.ts'
import { compile } from '#instruments/engine/compile.ts'
import { communityTrust } from '#test/support/fielded-wave.ts'
import { smallCity } from '#test/support/small-city.ts'
import { instrument } from '../instruments/bundled.ts'

type Answers = Record<string, Value>

function planned(answers: readonly Answers[], changes: Parameters<typeof communityTrust>[0] = {}) {
  const plan = planEstimates(compile(instrument, communityTrust(changes), { areas: smallCity, places: {} }))
  const columns = plan.columns.map((column) => Float64Array.from(answers, column))
  return plan.gaps.map(({ measure, demographic, of }) => ({ measure, demographic, ...of(columns) }))
}

test('a person supports by the share of the questions they answered on the favourable side', () => {
  const [gap] = planned([
    { trust: 5, respect: 4, fairness: 3, responsiveness: 1, gender: 'woman' },
    { trust: 4, gender: 'man' },
    { safety_day: 5, gender: 'no_answer' },
  ])
  expect([...(gap?.values ?? [])]).toEqual([0.5, 1, NaN])
})

test('groups are the categories of the demographics that the study weighs by', () => {
  const gaps = planned([
    { gender: 'woman', age_group: '18-24', education: 'bachelor' },
    { gender: 'man', age_group: '35-44', education: 'high_school' },
    {},
  ])
  expect(gaps.map(({ measure, demographic }) => `${measure} ${demographic}`)).toEqual(
    ['support', 'safety'].flatMap((score) => ['age', 'sex', 'race_eth', 'education'].map((by) => `${score} ${by}`)),
  )
  const codesOf = (by: string) => [...(gaps.find(({ demographic }) => demographic === by)?.groups.codes ?? [])]
  expect(codesOf('sex')).toEqual([0, 1, -1])
  expect(codesOf('age')).toEqual([0, 2, -1])
  expect(codesOf('education')).toEqual([-2, 1, -1]) // education counts adults of 25 and over
})

test('a study names other demographics, or none', () => {
  const named = (gaps: string[]) => planned([{}], { gaps }).map(({ demographic }) => demographic)
  expect(named(['sex'])).toEqual(['sex', 'sex'])
  expect(named([])).toEqual([])
})
