import type { Config } from './config.ts'
import { makeDeps } from './deps.ts'
import { work } from './jobs/work.ts'
import { makeLog } from './log.ts'
import { stopSignal } from './stop-signal.ts'
import { openDatabase } from './store/database.ts'
import { migrate } from './store/migrate.ts'

/** Sends texts until it is told to stop: as many of these processes as one likes, beside the servers, on PostgreSQL. */
export async function runWorker(config: Config): Promise<number> {
  const log = makeLog(config.logLevel)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  if ('directory' in config.database)
    throw new Error('On the embedded database the server sends texts itself: npm start. A worker needs DATABASE_URL.')
  const database = await openDatabase(config.database)
  try {
    await migrate(database.db)
    const deps = makeDeps({ db: database.db, config, log })
    if (!deps.carrier)
      throw new Error(
        'No texts can be sent: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM.',
      )
    const stopping = new AbortController()
    const working = work(deps, deps.carrier, stopping.signal)
    say('The worker sends texts.')
    await stopSignal()
    say('Stopping …')
    stopping.abort()
    await working
    return 0
  } finally {
    await database.close()
  }
}
