import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { exitCodes, type Output, prepare, run } from './cli.ts'
import type { Deps } from './deps.ts'

/**
 * The embedded database belongs to one process. A command that is typed while the server runs is handed to it over a
 * local socket that only the owner of the folder may open.
 */

const Request = z.object({ argv: z.array(z.string()), cwd: z.string() })
const Message = z.union([
  z.object({ out: z.string() }),
  z.object({ error: z.string() }),
  z.object({ progress: z.string() }),
  z.object({ exitCode: z.int() }),
])
type Message = z.infer<typeof Message>

/** Socket paths have about 100 characters at most: a deep folder gets one among the temporary files. */
function socketPath(directory: string): string {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\canvass-commands-${createHash('sha256').update(directory).digest('hex').slice(0, 32)}`
  const own = join(directory, 'command.sock')
  if (own.length < 100) return own
  return join(tmpdir(), `canvass-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`, 'command.sock')
}

/** Among the temporary files anybody may make a folder of any name: one that is not ours is not trusted. */
function requireOurs(folder: string): void {
  const { uid } = statSync(folder)
  if (process.getuid && uid !== process.getuid())
    throw new Error(`The folder ${folder} belongs to another user. Set CANVASS_DIR to a folder of your own.`)
}

/** Takes commands for as long as the server runs. */
export async function listenForCommands(deps: Deps): Promise<Server> {
  const path = socketPath(deps.config.directory)
  if (process.platform !== 'win32') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    requireOurs(dirname(path))
    // We hold the folder's lock, so a socket that is left here belongs to a process that has gone.
    rmSync(path, { force: true })
  }
  const server = createServer((socket) => {
    // Whoever asked may leave at any time, as `npx canvass … | head` does: the command then goes on unheard.
    socket.on('error', () => socket.destroy())
    carryOut(socket, deps).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'a command could not be read')
      socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return server
}

async function carryOut(socket: Socket, deps: Deps): Promise<void> {
  const say = (message: Message) => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`)
  }
  const { argv, cwd } = Request.parse(JSON.parse(await firstLine(socket)))
  const prepared = prepare(argv)
  if ('text' in prepared) {
    say({ error: `${prepared.text}\n` })
    say({ exitCode: prepared.exitCode })
  } else {
    const output: Output = {
      out: (out) => say({ out }),
      error: (error) => say({ error }),
      progress: (progress) => say({ progress }),
    }
    say({ exitCode: await run(prepared, deps, cwd, output) })
  }
  socket.end()
}

/** What is written up to the first end of a line. A reader of lines would pass the socket's later errors on to nobody. */
function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    socket.once('close', () => reject(new Error('The asker left before it had asked')))
  })
}

/** Hands a command to the server that holds this folder. Undefined when none listens. */
export function askServer(directory: string, argv: readonly string[], output: Output): Promise<number | undefined> {
  const path = socketPath(directory)
  if (process.platform !== 'win32' && existsSync(path)) requireOurs(dirname(path))
  return new Promise((resolve) => {
    const socket = connect(path)
    let connected = false
    let exitCode: number | undefined
    socket.once('connect', () => {
      connected = true
      socket.write(`${JSON.stringify({ argv, cwd: process.cwd() })}\n`)
      const lines = createInterface({ input: socket })
      // What breaks the socket is told below, when it closes.
      lines.on('error', () => {})
      lines.on('line', (line) => {
        const message = Message.parse(JSON.parse(line))
        if ('out' in message) output.out(message.out)
        else if ('error' in message) output.error(message.error)
        else if ('progress' in message) output.progress(message.progress)
        else exitCode = message.exitCode
      })
    })
    socket.once('error', () => {
      if (!connected) resolve(undefined)
    })
    socket.once('close', () => {
      if (!connected) return
      if (exitCode === undefined)
        output.error('The server stopped before the command was done. Nothing half-done is visible; run it again.\n')
      resolve(exitCode ?? exitCodes.refused)
    })
  })
}
