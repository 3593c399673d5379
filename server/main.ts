import { migrateCommand } from './commands/migrate.ts'
import { askServer } from './command-socket.ts'
import { exitCodes, type Output, prepare, run } from './cli.ts'
import { type Config, readConfig } from './config.ts'
import { makeDeps } from './deps.ts'
import { makeLog } from './log.ts'
import { serve } from './serve.ts'
import { type OpenDatabase, openDatabase } from './store/database.ts'
import { migrate } from './store/migrate.ts'

/** What `npx canvass …` does. Returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [word = ''] = argv
  try {
    if (word === 'serve' && !argv.includes('--help')) return await serve(readConfig(process.env))
    const prepared = prepare(argv)
    if ('text' in prepared) {
      const stream = prepared.exitCode === exitCodes.done ? process.stdout : process.stderr
      stream.write(`${prepared.text}\n`)
      return prepared.exitCode
    }
    const config = readConfig(process.env)
    const output = terminal()
    if ('directory' in config.database) {
      const answered = await askServer(config.directory, argv, output)
      if (answered !== undefined) return answered
    }
    const database = await open(config)
    try {
      const deps = makeDeps({ db: database.db, config, log: makeLog('warn') })
      if (prepared.command !== migrateCommand) await migrate(database.db)
      return await run(prepared, deps, process.cwd(), output)
    } finally {
      output.progress('')
      await database.close()
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return exitCodes.refused
  }
}

function open({ database }: Config): Promise<OpenDatabase> {
  return openDatabase(database)
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
