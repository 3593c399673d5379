import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLog } from '#server/log.ts'
import { ensureWebBundle, readWebBundle, sourcesHash } from '#server/web-bundle.ts'

const stamp = join(import.meta.dirname, '../../web/dist/sources')
const log = makeLog('silent')

test('the pages are built when their sources are others than those of the last build, and otherwise left', async () => {
  await ensureWebBundle(log)
  writeFileSync(stamp, 'the hash of other sources')
  await ensureWebBundle(log)
  expect(readFileSync(stamp, 'utf8')).toBe(sourcesHash())

  const { mtimeMs } = statSync(stamp)
  await ensureWebBundle(log)
  expect(statSync(stamp).mtimeMs).toBe(mtimeMs)
})

test('every script travels compressed', () => {
  const bundle = readWebBundle()
  const script = join(bundle?.directory ?? '', bundle?.entry('respondent').script.replace('/assets/', '') ?? '')
  expect(statSync(`${script}.br`).size).toBeLessThan(statSync(script).size / 3)
})
