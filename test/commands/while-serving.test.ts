import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder, canvass, start, startServer } from '#test/support/canvass.ts'

const study = join(import.meta.dirname, '../../instruments/community-trust')
const folder = aFolder()
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer(folder)
})

afterAll(async () => {
  expect(await server.stop()).toBe(0)
})

const isUp = async () => (await fetch(`${server.address}/readyz`)).ok

test('the server carries out a command, with its words and its exit code', async () => {
  const published = await canvass(folder, ['study', 'publish', study])
  expect(published).toMatchObject({ exitCode: 0, error: '' })
  expect(published.out).toContain('Published community-trust version 1')
  expect(await canvass(folder, ['wave', 'list', 'nobody'])).toMatchObject({ exitCode: 1, out: '' })
  expect(await canvass(folder, ['wave', 'open'])).toMatchObject({ exitCode: 2, out: '' })
})

test('a second server on the same folder is refused and named the first', async () => {
  const { exitCode, error } = await canvass(folder, ['serve'], { PORT: '1' })
  expect(exitCode).toBe(1)
  expect(error).toMatch(/is in use by process \d+\. Stop that one first/)
})

test('a reader who has read enough ends neither the command nor the server', async () => {
  const command = start(folder, ['study', 'publish', study])
  command.stdout?.destroy()
  command.stderr?.destroy()
  expect((await once(command, 'exit'))[0]).toBe(0)
  expect(await isUp()).toBe(true)
})

test('a command that is killed at any moment leaves the server running', async () => {
  for (const ms of [150, 250, 350, 450, 600]) {
    const command = start(folder, ['study', 'check', study])
    setTimeout(() => command.kill('SIGKILL'), ms)
    await once(command, 'exit')
  }
  expect(await isUp()).toBe(true)
})

test.each(['not a command\n', '{"argv":1}\n', 'half a line'])('%j on the socket does it no harm', async (sent) => {
  const socket = connect(join(folder, 'command.sock'))
  await once(socket, 'connect')
  socket.end(sent)
  await once(socket.resume(), 'close')
  expect(await isUp()).toBe(true)
})

test('a reset in the middle of a command does it no harm', async () => {
  const socket = connect(join(folder, 'command.sock'))
  await once(socket, 'connect')
  socket.write(`${JSON.stringify({ argv: ['study', 'publish', study], cwd: '/' })}\n`)
  socket.destroy()
  expect((await canvass(folder, ['wave', 'list', 'community-trust'])).exitCode).toBe(0)
  expect(await isUp()).toBe(true)
})
