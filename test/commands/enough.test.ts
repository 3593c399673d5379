import { beforeAll, expect, test } from 'vitest'
import { prepare, run } from '#server/cli.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { fieldWave, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
let wave: Wave

beforeAll(async () => {
  wave = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts })
  const random = numbersFrom(7)
  const inAreas = Object.entries({ '1': 150, '2': 150, '3': 100, '4': 12, '5': 40 })
  const interviews = inAreas.flatMap(([area, count]) =>
    Array.from({ length: count }, () => ({ area, answers: residentFrom(random) })),
  )
  await storeInterviews(database.db, wave, interviews)
})

async function canvass(...argv: string[]) {
  let [out, error] = ['', '']
  const prepared = prepare(argv)
  if ('text' in prepared) return { exitCode: prepared.exitCode, out: prepared.text, error }
  const output = { out: (text: string) => (out += text), error: (text: string) => (error += text), progress: () => {} }
  const exitCode = await run(prepared, database.deps, process.cwd(), output)
  return { exitCode, out, error }
}

const study = 'community-trust'

test('a manager reads which areas are there, which are not, and how many interviews are missing', async () => {
  const { out: said, exitCode } = await canvass('enough', study)
  expect(exitCode).toBe(0)
  expect(said).toContain('Wave 1 of community-trust (invented), paused: 452 interviews')
  expect(said).toContain('"support" within 10 points either way (95 %)')
  expect(said).toMatch(/City: support within \d\.\d points, discord within \d\.\d points\./)
  const [, there, all, short, more] =
    /Not yet: (\d+) of (\d+) areas are there, (\d+) need about ([\d,]+) more/.exec(said) ?? []
  expect(Number(there) + Number(short)).toBe(4) // the tiny area and the park are never shown
  expect(all).toBe('4')
  expect(Number(more)).toBeGreaterThanOrEqual(18)
  expect(said).toMatch(/^4 +12 +\d+ /m)
  expect(said).not.toMatch(/^[56] /m)
  const { out: strict } = await canvass('enough', study, '--half-width', '3')
  expect(strict).toContain('Not yet: 0 of 4 areas are there')
  const { out: json } = await canvass('enough', study, '--json')
  expect(JSON.parse(json)).toMatchObject({ interviews: 452, halfWidth: 0.1, measure: 'support' })
})

test.each([
  [['enough', study, '--half-width', 'wide'], 2, '--half-width takes a whole number from 1 to 50'],
  [['enough', study, '--wave', '7'], 1, 'has no wave 7'],
  [['enough', study, '--measure', 'weather'], 1, 'has no score weather; its scores: support, safety'],
  [['estimate', study, '--variance', 'guess'], 2, '--variance takes linearized, jackknife or bootstrap, not "guess"'],
  [['estimate', study, '--replicates', '100'], 2, 'go with --variance jackknife or bootstrap'],
  [['estimate', study, '--variance', 'bootstrap', '--replicates', '3'], 2, 'a whole number from 50 to 10000'],
])('%j is refused', async (argv, exitCode, reason) => {
  expect(await canvass(...argv)).toEqual({ exitCode, out: '', error: expect.stringContaining(reason) })
})

test('estimates say how their errors were made', async () => {
  await weighSample(database.deps, wave)
  expect((await canvass('estimate', study)).out).toContain('Errors: by linearization.')
  const replicated = await canvass('estimate', study, '--variance', 'jackknife', '--replicates', '60')
  expect(replicated.out).toContain('Errors: by the jackknife, at most 60 replicates, seed 1.')
  expect((await canvass('estimate', study)).out).toContain('Errors: by the jackknife, at most 60 replicates, seed 1.')
})
