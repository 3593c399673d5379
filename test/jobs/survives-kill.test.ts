import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openTestDatabase } from '#test/support/databases.ts'
import { testKeys } from '#test/support/keys.ts'
import { killSenders } from '#test/support/kill-senders.ts'

const directory = mkdtempSync(join(tmpdir(), 'canvass-kill-senders-'))
afterAll(() => rmSync(directory, { recursive: true }))

test('no text is lost and none sent twice when senders are killed while they send', { timeout: 180_000 }, async () => {
  const env: Record<string, string> = { CANVASS_DIR: directory }
  if (inject('template').engine === 'postgres') {
    const { url = '', close } = await openTestDatabase()
    await close()
    Object.assign(env, { DATABASE_URL: url, ...testKeys })
  }
  const { lost, twice, unsettled } = await killSenders(env, { kills: 2, cases: 60 })
  expect({ lost, twice, unsettled }).toEqual({ lost: 0, twice: 0, unsettled: 0 })
})
