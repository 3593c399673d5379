import { createHash } from 'node:crypto'
import { realpathSync, unlinkSync } from 'node:fs'
import { createServer, connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Holds a folder for this process. PGlite itself lets two processes open one folder and then loses what the first one
 * acknowledged; a socket that the system closes with its process cannot be left behind by a kill.
 *
 * @throws Error naming the process that holds the folder
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const address = lockAddress(directory)
  const server = createServer((socket) => socket.end(String(process.pid)))
  for (let attempt = 0; attempt < 2; attempt++) {
    const outcome = await tryToListen(server, address)
    if (outcome === 'held') {
      server.unref()
      return () => void server.close()
    }
    const holder = await askHolder(address)
    if (holder !== undefined)
      throw new Error(
        `The folder ${directory} is in use by process ${holder}. Stop that one first, or set CANVASS_DIR to another folder.`,
      )
    // A socket file whose process has gone (no abstract sockets outside Linux).
    if (!address.startsWith('\0') && process.platform !== 'win32') unlinkSync(address)
  }
  throw new Error(
    `The folder ${directory} could not be locked: ${JSON.stringify(address)} is taken and does not answer.`,
  )
}

function lockAddress(directory: string): string {
  const name = `canvass-${createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

function tryToListen(server: Server, address: string): Promise<'held' | 'taken'> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken')
      else reject(error)
    })
    server.once('listening', () => resolve('held'))
    server.listen(address)
  })
}

function askHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(address)
    socket.on('data', (bytes) => (answer += bytes.toString()))
    socket.on('end', () => resolve(answer))
    socket.on('error', () => resolve(undefined))
  })
}
