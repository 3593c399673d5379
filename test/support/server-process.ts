import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

const bin = join(import.meta.dirname, '../../server/canvass.js')

/** A server in a process of its own, as it runs in production. */
export type ServerProcess = {
  readonly port: number
  readonly memoryMiB: () => number
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Starts `canvass serve` and waits until it is ready.
 *
 * @param env   what it works with: CANVASS_DIR, or DATABASE_URL with its keys
 * @param port  0: any that is free
 */
export async function startServerProcess(env: Readonly<Record<string, string>>, port = 0): Promise<ServerProcess> {
  const listening = port || (await freePort())
  const child = spawn(process.execPath, [bin, 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', ...env, PORT: String(listening) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`)
    if (await isReady(listening))
      return {
        port: listening,
        memoryMiB: () => memoryOf(child),
        kill: () => end(child, 'SIGKILL'),
        stop: () => end(child, 'SIGTERM'),
      }
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready after a minute:\n${said}`)
}

/** Starts `canvass worker` and waits until it sends. It has no port. */
export async function startWorkerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [bin, 'worker'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown]
  if (!Buffer.isBuffer(said)) throw new Error('The worker did not start')
  child.stdout.resume()
  return {
    port: 0,
    memoryMiB: () => memoryOf(child),
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

function memoryOf({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
}
