import { migrateCommand } from './commands/migrate.ts'
import { askServer } from './command-socket.ts'
import { exitCodes, type Output, prepare, run } from './cli.ts'
import { readConfig } from './config.ts'
import { makeDeps } from './deps.ts'
import { makeCommandLog } from './log.ts'
import { reasonsOf } from './reasons.ts'
import { serve } from './serve.ts'
import { openDatabase } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { runWorker } from './worker.ts'

/** What `npx canvass …` does. Returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  outliveReaders()
  try {
    if (argv.length === 1 && argv[0] === 'serve') return await serve(readConfig(process.env))
    if (argv.length === 1 && argv[0] === 'worker') return await runWorker(readConfig(process.env))
    const prepared = prepare(argv)
    if ('text' in prepared) {
      const stream = prepared.exitCode === exitCodes.done ? process.stdout : process.stderr
      stream.write(`${prepared.text}\n`)
      return prepared.exitCode
    }
    const output = terminal()
    if (prepared.command.standsAlone) return await run(prepared, undefined, process.cwd(), output)
    const config = readConfig(process.env)
    if ('directory' in config.database) {
      const answered = await askServer(config.directory, argv, output)
      if (answered !== undefined) return answered
    }
    const database = await openDatabase(config.database)
    try {
      const deps = makeDeps({ db: database.db, config, log: makeCommandLog(config.logLevel) })
      if (prepared.command !== migrateCommand) await migrate(database.db)
      return await run(prepared, deps, process.cwd(), output)
    } finally {
      output.progress('')
      await database.close()
    }
  } catch (error) {
    process.stderr.write(`${reasonsOf(error)}\n`)
    return exitCodes.refused
  }
}

/** `canvass … | head` closes the pipe when it has read enough: what runs goes on to its end, unheard. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

/** Progress is one line that is written over, and only where somebody looks. */
function terminal(): Output {
  let shown = 0
  const clear = () => {
    if (shown > 0) process.stderr.write(`\r${' '.repeat(shown)}\r`)
    shown = 0
  }
  return {
    out(text) {
      clear()
      process.stdout.write(text)
    },
    error(text) {
      clear()
      process.stderr.write(text)
    },
    progress(text) {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(text)
      shown = text.length
    },
  }
}
