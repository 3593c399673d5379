import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

const bin = join(import.meta.dirname, '../../server/canvass.js')

/** Starts `npx canvass` as a person does, on the embedded database of a folder. */
export function start(folder: string, argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const { PATH = '' } = process.env
  return spawn(process.execPath, [bin, ...argv], { env: { PATH, CANVASS_DIR: folder, ...env } })
}

/** Runs a command to its end. */
export async function canvass(folder: string, argv: readonly string[], env: Record<string, string> = {}) {
  const child = start(folder, argv, env)
  const said = { out: '', error: '' }
  child.stdout?.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr?.on('data', (bytes: Buffer) => (said.error += bytes.toString()))
  const [exitCode] = await once(child, 'close')
  return { exitCode: exitCode as number | null, ...said }
}

/** A server that runs and rehearses nothing: credentials that are worth nothing turn the phone simulator off. */
export async function startServer(folder: string, env: Record<string, string> = {}) {
  const port = String(await freePort())
  const twilio = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'no-token-of-anyone' }
  const child = start(folder, ['serve'], { PORT: port, ...twilio, ...env })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('Canvass is up')) resolve()
    })
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      return (await gone)[0] as number | null
    },
  }
}

export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'canvass-command-'))
}
