import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openTestDatabase } from '#test/support/databases.ts'
import { testKeys } from '#test/support/keys.ts'
import { killUnderLoad } from '#test/support/kill-under-load.ts'

const directory = mkdtempSync(join(tmpdir(), 'canvass-kill-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** A few kills; `npm run bench:crash` does twenty on each engine. */
test('no acknowledged answer is lost when the server is killed under load', { timeout: 120_000 }, async () => {
  const env: Record<string, string> = { CANVASS_DIR: directory }
  if (inject('template').engine === 'postgres') {
    const { url = '', close } = await openTestDatabase()
    await close()
    Object.assign(env, { DATABASE_URL: url, ...testKeys })
  }
  const { acknowledged, lost, broken, interviews } = await killUnderLoad(env, 3)
  expect({ lost, broken }).toEqual({ lost: 0, broken: 0 })
  expect(acknowledged).toBeGreaterThan(10)
  expect(interviews).toBeGreaterThan(3)
})
