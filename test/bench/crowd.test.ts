import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openTestDatabase } from '#test/support/databases.ts'
import { testKeys } from '#test/support/keys.ts'
import { runCrowd } from './crowd/crowd.ts'
import { verdictOn } from './crowd/verdict.ts'

const isPostgres = inject('template').engine === 'postgres'
const directory = mkdtempSync(join(tmpdir(), 'canvass-crowd-test-'))
afterAll(() => rmSync(directory, { recursive: true }))

const promise =
  'invited or not, with repeats, disorder, opt-outs and kills: asked once, nothing lost, no text after stop or at night'

/** A twentieth of `npm run bench:residents`. It needs several processes: the embedded database has one. */
test.skipIf(!isPostgres)(`${promise} (PostgreSQL only)`, { timeout: 420_000 }, async () => {
  const { url = '', close } = await openTestDatabase()
  await close()
  const crowd = await runCrowd(
    { CANVASS_DIR: directory, DATABASE_URL: url, ...testKeys },
    { residents: 500, servers: 2, workers: 1, killedEvery: 8, perSecond: 40, mostSeconds: 300, seed: 'a twentieth' },
  )
  expect(verdictOn(crowd).lines.filter((line) => line.startsWith('BROKEN'))).toEqual([])
  // What the run is about has happened.
  const { residents, texts, repeated, outOfOrder, optOuts, kills, complete, sent } = crowd
  expect(complete).toBeGreaterThan(0.85 * residents)
  expect(repeated).toBeGreaterThan(0.015 * texts)
  expect(outOfOrder).toBeGreaterThan(0.005 * texts)
  expect(optOuts).toBeGreaterThan(0.04 * residents)
  expect(kills).toBeGreaterThan(4) // four of them between days
  expect(sent.beforeTheNight).toBeGreaterThan(0)
  expect(sent.afterTheNight).toBeGreaterThan(0)
  expect(sent.reminders).toBeGreaterThan(0)
})
