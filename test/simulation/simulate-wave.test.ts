import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { fold } from '#instruments/engine/interview.ts'
import type { Event } from '#instruments/engine/events.ts'
import { importAreas } from '#server/operations/import-areas.ts'
import { importMargins } from '#server/operations/import-margins.ts'
import { beginWave } from '#server/operations/field-waves.ts'
import { publishStudy } from '#server/operations/publish-study.ts'
import { fieldWave, simulateWave } from '#server/simulation/simulate-wave.ts'
import { findTruth } from '#server/store/simulations.ts'
import { findWave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { bundledStudy } from '#test/support/fielding.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const study = 'community-trust'
const asked = { count: 150, seed: '1', through: 'store' as const, progress: () => {} }

describe('simulating through the store', () => {
  const at = testDatabase()
  const count = async () => {
    const { rows } = await sql<{ interviews: number; events: number }>`
      select (select count(*) from interviews)::int as interviews, (select count(*) from interview_events)::int as events`.execute(
      at.db,
    )
    return rows[0]
  }
  let simulated: Awaited<ReturnType<typeof simulateWave>>
  beforeAll(async () => {
    await importAreas(at.deps, { layer: 'precinct', areas: smallCity })
    await importMargins(at.deps, { layer: 'precinct', counts: smallCityCounts })
    await publishStudy(at.deps, bundledStudy)
    simulated = await simulateWave(at.deps, study, asked)
  })

  test('fields a wave of its own that is flagged as invented and closed', async () => {
    const wave = await findWave(at.db, study)
    expect(wave).toMatchObject({
      number: 1,
      title: 'Simulated residents, seed 1',
      invented: true,
      status: 'closed',
      seed: '1',
    })
    expect(Object.values(simulated.modes).reduce((sum, number) => sum + number, 0)).toBe(150)
  })

  test('keeps the truth with the wave', async () => {
    const wave = await findWave(at.db, study)
    expect(await findTruth(at.db, wave!.id)).toMatchObject({ seed: '1', residents: 150, ...simulated.truth })
  })

  test('writes logs that fold to what stands beside them', async () => {
    const interviews = await at.db.selectFrom('interviews').selectAll().execute()
    const events = await at.db.selectFrom('interview_events').selectAll().orderBy('seq').execute()
    const logs = Map.groupBy(events, ({ interview_id }) => interview_id)
    for (const { id, seq, fold: stored, status, completed_at } of interviews) {
      const log = logs.get(id) ?? []
      expect(log.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1))
      const told = log.map(
        ({ id: event, mode, language, actor, happening, device_at }): Event => ({
          id: event,
          mode,
          language,
          actor,
          at: device_at.toISOString(),
          ...happening,
        }),
      )
      expect(fold(told)).toEqual(stored)
      expect(completed_at !== null).toBe(status === 'complete')
    }
  })

  test('writes nothing twice when it is run again over the same wave', async () => {
    const before = await count()
    const wave = await findWave(at.db, study)
    await fieldWave(at.deps, wave!, asked)
    expect(await count()).toEqual(before)
  })

  test('makes another wave each time, with other ids', async () => {
    const before = await count()
    const again = await simulateWave(at.deps, study, { ...asked, count: 30 })
    expect(again.wave).toBe(2)
    expect((await count())?.interviews).toBe((before?.interviews ?? 0) + 30)
  })

  test('says in the title of its wave that it was cut short', async () => {
    const progress = () => {
      throw new Error('cut short')
    }
    await expect(simulateWave(at.deps, study, { ...asked, count: 30, progress })).rejects.toThrow('cut short')
    expect(await findWave(at.db, study)).toMatchObject({ title: 'Simulated residents, seed 1, unfinished' })
  })

  test('refuses to go through the routes while a real wave is open', async () => {
    const real = await beginWave(at.deps, study, { invented: false, status: 'open' })
    await expect(simulateWave(at.deps, study, { ...asked, through: 'http' })).rejects.toMatchObject({
      code: 'another-wave-open',
      details: { wave: real.number },
    })
  })
})

describe('simulating without margins', () => {
  const at = testDatabase()

  test('says what to import, and leaves no wave behind', async () => {
    await importAreas(at.deps, { layer: 'precinct', areas: smallCity })
    await publishStudy(at.deps, bundledStudy)
    await expect(simulateWave(at.deps, study, asked)).rejects.toThrow(/margins import/)
    expect(await findWave(at.db, study)).toBeUndefined()
  })
})
