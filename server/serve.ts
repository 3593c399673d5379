import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { listenForCommands } from './command-socket.ts'
import { type Config, isRehearsing } from './config.ts'
import { type Deps, makeDeps } from './deps.ts'
import { work } from './jobs/work.ts'
import { makeLog } from './log.ts'
import { prepareRehearsal } from './operations/prepare-rehearsal.ts'
import { stopSignal } from './stop-signal.ts'
import { openDatabase } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { listStudies } from './store/studies.ts'
import { ensureWebBundle } from './web-bundle.ts'

/** Runs the server until it is told to stop. Lines for people go to stdout; the log is JSON, warnings and worse. */
export async function serve(config: Config): Promise<number> {
  const log = makeLog(config.logLevel)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const isEmbedded = 'directory' in config.database
  say(isEmbedded ? `Opening the embedded database in ${config.directory} …` : 'Opening PostgreSQL …')
  const database = await openDatabase(config.database)
  const close: (() => Promise<unknown>)[] = [database.close]
  try {
    for (const name of await migrate(database.db)) say(`  migrated ${name}`)
    await ensureWebBundle(log)
    const deps = makeDeps({ db: database.db, config, log })
    const app = await buildApp(deps)
    close.unshift(() => app.close())
    await listen(app, config)
    if (isEmbedded) {
      const commands = await listenForCommands(deps)
      close.unshift(async () => void commands.close())
    }
    await tellWhereToLook(deps, say)
    const stopping = new AbortController()
    // On PostgreSQL workers do this, in processes of their own.
    const working = isEmbedded && deps.carrier ? work(deps, deps.carrier, stopping.signal) : undefined
    const rehearsal = isEmbedded && isRehearsing(config) ? rehearse(deps, say, stopping.signal) : undefined
    await stopSignal()
    say('Stopping …')
    stopping.abort()
    await Promise.all([rehearsal, working])
    return 0
  } finally {
    for (const end of close) await end()
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken by another program. Stop that one, or choose another: PORT=3001 npm start`)
    if (error.code === 'EACCES')
      throw new Error(`This user may not open port ${port}. Choose one above 1023, e.g. PORT=3000.`)
    throw new Error('Nothing can be served there. Set HOST to an address of this machine, or leave it out.', {
      cause: error,
    })
  })
}

async function tellWhereToLook({ config, db }: Deps, say: (line: string) => void): Promise<void> {
  const { publicUrl, twilio } = config
  say(`Canvass is up: ${publicUrl}`)
  if ('directory' in config.database)
    say(
      '  Embedded database: answers survive a crash or kill of Canvass, but not for sure a power cut. Use DATABASE_URL in production.',
    )
  if (!twilio) say('  Texts are off: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to turn them on.')
  else if (twilio.real) say(`  Texts            have Twilio post them to ${publicUrl}/twilio/sms`)
  else say('  Texts go to the phone simulator only: no Twilio credentials are set.')
  for (const study of await listStudies(db)) {
    say(`  Web survey       ${publicUrl}/s/${study}`)
    if (isRehearsing(config)) say(`  Phone simulator  ${publicUrl}/dev/phone`)
    say(`  Results map      ${publicUrl}/results/${study}`)
  }
}

/** The first start on a laptop shows an invented city with a fielded study. A failure leaves the server running. */
async function rehearse(deps: Deps, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  try {
    const prepared = await prepareRehearsal(deps, { progress: say, signal })
    if (prepared) await tellWhereToLook(deps, say)
  } catch (error) {
    if (signal.aborted) return say('The rehearsal city is not finished; the next start goes on with it.')
    deps.log.error({ err: error }, 'rehearsal failed')
    say('The rehearsal city could not be finished; the reason is in the log above. The next start goes on with it.')
  }
}
