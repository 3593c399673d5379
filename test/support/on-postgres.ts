import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/**
 * Runs a command with TEST_DATABASE_URL set to a real PostgreSQL server: the one that is already named there, or a
 * throw-away one started from this machine's binaries. Says so loudly, and fails, where there is neither.
 */
const [command, ...args] = process.argv.slice(2)
if (!command) throw new Error('Usage: node test/support/on-postgres.ts <command> [arguments]')

if (process.env.TEST_DATABASE_URL) {
  process.exitCode = run(process.env.TEST_DATABASE_URL)
} else {
  const binaries = findBinaries()
  if (!binaries) {
    console.error(
      '\n*** PostgreSQL WAS NOT TESTED: no initdb on this machine and no TEST_DATABASE_URL. ***\n' +
        '*** Install PostgreSQL 15 or newer (Debian: apt-get install postgresql), or set TEST_DATABASE_URL. ***\n',
    )
    process.exitCode = 1
  } else {
    const server = await startPostgres(binaries)
    try {
      process.exitCode = run(server.url)
    } finally {
      await server.stop()
    }
  }
}

function run(url: string): number {
  const { status } = spawnSync(command as string, args, {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: url },
  })
  return status ?? 1
}

/** The folder of initdb and postgres: on the path, or where Debian keeps them. Newest first. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  let versions: string[] = []
  try {
    versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  } catch {
    // No such folder: the path decides.
  }
  const candidates = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return candidates.find((folder) => {
    const { status } = spawnSync(join(folder, 'postgres'), ['--version'])
    return status === 0
  })
}

/** A cluster in a temporary folder on a free port. PostgreSQL refuses to run as root: then as its own user. */
async function startPostgres(binaries: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const folder = mkdtempSync(join(tmpdir(), 'canvass-postgres-'))
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...owner }
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    { ...options, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  // A file, not a pipe: nobody reads while the command runs, and a server whose log is full answers nobody.
  const log = join(folder, 'log')
  const logged = openSync(log, 'a')
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', logged] },
  )
  closeSync(logged)
  const gone = new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
  })
  while (!readFileSync(log, 'utf8').includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`)
    await pause(50)
  }
  const stop = async () => {
    server.kill('SIGINT')
    await gone
    rmSync(folder, { recursive: true })
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}
