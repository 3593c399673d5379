import { beforeAll, describe, expect, test } from 'vitest'
import { checkValue } from '#instruments/engine/check-value.ts'
import { compile } from '#instruments/engine/compile.ts'
import { categoryOf } from '#instruments/engine/demographics.ts'
import { apply, fold, notBegun } from '#instruments/engine/interview.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { answersOf } from '#instruments/engine/route.ts'
import { leaningsOf } from '#server/simulation/attitudes.ts'
import { censusOf } from '#server/simulation/census.ts'
import { gatesOf } from '#server/simulation/gates.ts'
import { type InterviewLog, interviewLog } from '#server/simulation/interview-log.ts'
import { type Simulation, simulate } from '#server/simulation/simulation.ts'
import { instrument, study } from '#test/instruments/bundled.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const areas = smallCity.map(({ id, name, parent }) => ({ id, name, parent }))
const places = {
  '00010': [
    { area: '1', share: 0.96 },
    { area: '2', share: 0.04 },
  ],
  '00011': [
    { area: '3', share: 0.5 },
    { area: '4', share: 0.5 },
  ],
}
const compiled = compile(instrument, study, { areas, places })
const startedAt = new Date('2026-03-01T12:00:00Z')
const simulated = (seed: string, count = 3000) => simulate(compiled, smallCityCounts, { count, seed })
const logsOf = ({ residents, answer }: Simulation) =>
  residents.map((resident) => interviewLog(compiled, resident, answer, { key: 'test', startedAt }))

describe('simulated residents', () => {
  let simulation: Simulation
  let logs: InterviewLog[] = []
  let complete: ReturnType<typeof answersOf>[] = []
  beforeAll(async () => {
    simulation = await simulated('1')
    logs = logsOf(simulation)
    complete = logs
      .filter(({ interview }) => interview.status === 'complete')
      .map(({ interview }) => answersOf(compiled, interview))
  })

  test('say the same for the same seed and something else for another', async () => {
    const [one, again, other] = await Promise.all(['1', '1', '2'].map((seed) => simulated(seed, 60)))
    expect(logsOf(one!)).toEqual(logsOf(again!))
    expect(logsOf(one!)).not.toEqual(logsOf(other!))
    expect(one!.truth).toEqual(simulation.truth)
  })

  test('give only answers that the engine takes, and logs that fold to their interview', () => {
    for (const { events, interview } of logs) {
      let so = notBegun
      for (const event of events) {
        if (event.type === 'answered') {
          const question = compiled.question(event.question)!
          expect(checkValue(compiled, so, question, event.value)).toEqual({ ok: true, value: event.value })
        }
        so = apply(so, event)
      }
      expect(so).toEqual(interview)
      expect(fold(events)).toEqual(interview)
    }
  })

  test('mostly finish; a few are screened out, decline or leave', () => {
    const share = (status: string) => logs.filter(({ interview }) => interview.status === status).length / logs.length
    expect(share('complete')).toBeGreaterThan(0.9)
    expect(share('ineligible')).toBeGreaterThan(0.003)
    expect(share('declined')).toBeGreaterThan(0.001)
    expect(share('in-progress')).toBeGreaterThan(0.02)
  })

  test('come from every area, small ones with more than their share, and by every mode', () => {
    const perArea = Map.groupBy(simulation.residents, ({ area }) => area)
    expect([...perArea.keys()].sort()).toEqual(['1', '2', '3', '4', '5'])
    expect(perArea.get('5')!.length).toBeGreaterThan((3000 * 400) / 13_200)
    expect(new Set(simulation.residents.map(({ mode }) => mode))).toEqual(
      new Set(['web', 'sms', 'phone', 'home', 'street']),
    )
    expect(new Set(simulation.residents.map(({ language }) => language))).toEqual(new Set(Object.keys(languages)))
  })

  test('leave out about four answers in a hundred', () => {
    const missing = ['trust', 'issue', 'age_group', 'education'].map(
      (name) => complete.filter((answers) => !(name in answers)).length / complete.length,
    )
    for (const share of missing) {
      expect(share).toBeGreaterThan(0.025)
      expect(share).toBeLessThan(0.06)
    }
  })

  test('are not the city: some groups answer more than others', () => {
    const age = study.demographics.find(({ id }) => id === 'age')!
    const counts = Map.groupBy(complete, (answers) => categoryOf(age, answers))
    const share = (category: string) => (counts.get(category)?.length ?? 0) / complete.length
    const usual = {
      '18-24': 0.12,
      '25-34': 0.2,
      '35-44': 0.18,
      '45-54': 0.16,
      '55-64': 0.15,
      '65-74': 0.11,
      '75+': 0.08,
    }
    const gaps = Object.entries(usual).map(([category, expected]) => Math.abs(share(category) - expected))
    expect(Math.max(...gaps)).toBeGreaterThan(0.02)
  })

  test('tell ZIP codes and areas that fit where they live', () => {
    const byArea = simulation.residents.map(({ area }, i) => ({
      area,
      answers: answersOf(compiled, logs[i]!.interview),
    }))
    const told = byArea.filter(({ answers }) => 'home_area' in answers)
    expect(told.length).toBeGreaterThan(500)
    expect(told.filter(({ area, answers }) => answers['home_area'] !== area)).toEqual([])
    const zips = new Set(byArea.filter(({ area }) => area === '1').map(({ answers }) => answers['home_zip']))
    expect(zips).toEqual(new Set(['00010', undefined]))
  })

  test('answer what is measured with the probabilities that the truth is made of', () => {
    const census = censusOf(
      study,
      areas.map(({ id }) => id),
      smallCityCounts,
    )
    const { answers, probabilities } = leaningsOf(compiled, census, '1').get('trust')!
    const chance = (cell: number, code: number) => probabilities[cell * answers.length + answers.indexOf(code)]!
    const asked = simulation.residents.flatMap(({ cell }, i) => {
      const given = logs[i]!.interview.given['trust']
      return given?.kind === 'answered' ? [{ cell, value: given.value }] : []
    })
    for (const code of [1, 2, 3, 4, 5]) {
      const said = asked.filter(({ value }) => value === code).length
      const expected = asked.reduce((sum, { cell }) => sum + chance(cell, code), 0)
      const variance = asked.reduce((sum, { cell }) => sum + chance(cell, code) * (1 - chance(cell, code)), 0)
      expect(Math.abs(said - expected) / Math.sqrt(variance)).toBeLessThan(3.5)
    }
  })

  test('have a city truth that is made of the areas by their adults', () => {
    const { city, areas: places } = simulation.truth
    const net = ({ measures }: typeof city) => {
      const figures = measures['support.trust']
      return figures && 'net' in figures ? figures.net : NaN
    }
    const sum = Object.values(places).reduce((total, place) => total + place.adults * net(place), 0)
    expect(sum / city.adults).toBeCloseTo(net(city), 9)
  })
})

test('gates are the questions that decide who takes part', () => {
  expect(gatesOf(compiled)).toEqual([
    { question: 'adult', opening: [true], closing: [false] },
    { question: 'lives_here', opening: [true], closing: [false] },
    { question: 'consent', opening: [true], closing: [false] },
  ])
})
