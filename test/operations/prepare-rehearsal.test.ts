import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '#instruments/engine/compile.ts'
import { answersOf } from '#instruments/engine/route.ts'
import { buildApp } from '#server/app.ts'
import type { Deps } from '#server/deps.ts'
import { prepareRehearsal } from '#server/operations/prepare-rehearsal.ts'
import { phoneOf } from '#server/simulation/answer-by-text.ts'
import { modesThroughHttp } from '#server/simulation/field-by-http.ts'
import { interviewLog } from '#server/simulation/interview-log.ts'
import { simulate } from '#server/simulation/simulation.ts'
import { marginsOf } from '#server/store/margins.ts'
import { findTruth } from '#server/store/simulations.ts'
import { findWave } from '#server/store/waves.ts'
import { latestRun } from '#server/store/weighting.ts'
import { testDatabase, testDeps } from '#test/support/databases.ts'
import { freePort } from '#test/support/free-port.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { instrument, study } from '#test/instruments/bundled.ts'

/** Enough complete interviews to be weighed. */
const residents = 44

describe('the rehearsal', { timeout: 120_000 }, () => {
  const at = testDatabase()
  let deps: Deps
  let app: FastifyInstance
  beforeAll(async () => {
    const port = await freePort()
    deps = testDeps(at.db, { PORT: String(port) })
    app = await buildApp(deps)
    await app.listen({ host: '127.0.0.1', port })
  })
  afterAll(() => app.close())

  const interviews = () => at.db.selectFrom('interviews').selectAll().execute()

  test('stops where it is killed, and the next start goes on without fielding anybody twice', async () => {
    const killed = new Error('killed')
    const dying = (line: string) => {
      if (line.includes('have answered')) throw killed
    }
    await expect(prepareRehearsal(deps, { progress: dying, residents })).rejects.toBe(killed)
    const before = await interviews()
    expect(before.length).toBeGreaterThanOrEqual(residents / 4)
    expect(before.length).toBeLessThan(residents)

    const lines: string[] = []
    const prepared = await prepareRehearsal(deps, { progress: (line) => lines.push(line), residents })
    expect(prepared).toMatchObject({ study: 'community-trust', wave: 1, residents })
    expect(lines.at(-1)).toMatch(/^The rehearsal city is ready/)
    const after = await interviews()
    expect(after).toHaveLength(residents)
    expect(after.filter(({ mode_start }) => mode_start === 'sms').length).toBeGreaterThan(residents / 4)
    expect(after.filter(({ mode_start }) => mode_start === 'web').length).toBeGreaterThan(residents / 4)
  })

  test('leaves an open invented wave, its truth, weights and estimates', async () => {
    const wave = await findWave(at.db, 'community-trust')
    expect(wave).toMatchObject({ invented: true, status: 'open', seed: 'rehearsal' })
    expect(wave!.title).toMatch(/invented/)
    expect(await findTruth(at.db, wave!.id)).toMatchObject({ residents })
    expect(await latestRun(at.db, wave!.id)).toBeDefined()
    const estimates = await at.db.selectFrom('estimates').select('area_id').distinct().execute()
    expect(estimates).toHaveLength(25)
  })

  test('does nothing on the next start', async () => {
    const lines: string[] = []
    expect(await prepareRehearsal(deps, { progress: (line) => lines.push(line), residents })).toBeUndefined()
    expect(lines).toEqual([])
  })

  test('stores what each resident meant, by web and by text', async () => {
    const wave = (await findWave(at.db, 'community-trust'))!
    const { geography } = await deps.compiledFor(wave)
    const compiled = compile(instrument, study, geography)
    const counts = await marginsOf(at.db, wave.margin_set_id!)
    const meant = await simulate(compiled, counts, {
      count: residents,
      seed: 'rehearsal',
      modeShares: modesThroughHttp,
    })
    const expected = new Map(
      meant.residents.map((resident) => {
        const log = interviewLog(compiled, resident, meant.answer, { key: '', startedAt: new Date() })
        return [resident.number, answersOf(compiled, log.interview)]
      }),
    )
    const stored = (await interviews()).filter(({ status }) => status === 'complete')
    const answersByText = new Map(
      (
        await at.db
          .selectFrom('pii.conversations as c')
          .innerJoin('interviews as i', 'i.id', 'c.interview_id')
          .select(['c.phone_hash', 'i.answers', 'i.status'])
          .execute()
      ).map(({ phone_hash, ...interview }) => [phone_hash.toString('hex'), interview]),
    )
    const texting = meant.residents.filter(({ mode }) => mode === 'sms')
    const byText = texting.flatMap(({ number }) => {
      const interview = answersByText.get(deps.sealer.hashPhone(phoneOf(wave.number, number)).toString('hex'))
      return interview?.status === 'complete' ? [{ stored: interview.answers, meant: expected.get(number) }] : []
    })
    expect(byText.length).toBeGreaterThan(residents / 4)
    for (const { stored, meant } of byText) expect(stored).toEqual(meant)

    const onTheWeb = stored.filter(({ mode_start }) => mode_start === 'web').map(({ answers }) => answers)
    const meantOnTheWeb = meant.residents.filter(({ mode }) => mode === 'web').map(({ number }) => expected.get(number))
    expect(onTheWeb.length).toBeGreaterThan(residents / 4)
    for (const answers of onTheWeb) expect(meantOnTheWeb).toContainEqual(answers)
  })
})

describe('a database with a life of its own', () => {
  const at = testDatabase()

  test('is left alone', async () => {
    await openBundledStudy(at.deps)
    expect(await prepareRehearsal(at.deps, { progress: () => {} })).toBeUndefined()
  })
})
