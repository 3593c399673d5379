import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockDirectory } from '#server/store/embedded/directory-lock.ts'

const lockFile = join(import.meta.dirname, '../../server/store/embedded/directory-lock.ts')

/** Another process that holds the folder until it is killed, or says why it cannot. */
async function anotherProcess(directory: string) {
  const script = `const { lockDirectory } = await import(${JSON.stringify(lockFile)});
    try { await lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000) }
    catch (error) { console.log(error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: said.toString().trim() }
}

test('one process holds a folder, and the next one learns which', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'canvass-lock-'))
  const unlock = await lockDirectory(directory)
  const { said } = await anotherProcess(directory)
  expect(said).toContain(`in use by process ${process.pid}`)
  unlock()
})

test('a kill leaves no lock behind', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'canvass-lock-'))
  const { child, said } = await anotherProcess(directory)
  expect(said).toBe('held')
  await expect(lockDirectory(directory)).rejects.toThrow(`process ${child.pid}`)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const unlock = await lockDirectory(directory)
  unlock()
})

test('of six that start at once one gets the folder', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'canvass-lock-'))
  const starters = await Promise.all(Array.from({ length: 6 }, () => anotherProcess(directory)))
  expect(starters.filter(({ said }) => said === 'held')).toHaveLength(1)
  for (const { child } of starters) child.kill('SIGKILL')
})
