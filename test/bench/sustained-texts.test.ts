import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openTestDatabase } from '#test/support/databases.ts'
import { testKeys } from '#test/support/keys.ts'
import { sustainTexts } from './sustained-texts.ts'

const directory = mkdtempSync(join(tmpdir(), 'canvass-sustained-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** A twentieth of `npm run bench:texts`; the embedded database has one server. */
test('every text of a busy moment is answered and kept, whichever server it meets', { timeout: 120_000 }, async () => {
  const isPostgres = inject('template').engine === 'postgres'
  const env: Record<string, string> = { CANVASS_DIR: directory }
  if (isPostgres) {
    const { url = '', close } = await openTestDatabase()
    await close()
    Object.assign(env, { DATABASE_URL: url, ...testKeys })
  }
  const { texts, kept, replied, broken } = await sustainTexts(env, {
    servers: isPostgres ? 2 : 1,
    perSecond: isPostgres ? 300 : 100,
    seconds: isPostgres ? 3 : 9,
  })
  expect({ kept, replied, broken }).toEqual({ kept: texts, replied: texts, broken: 0 })
})
