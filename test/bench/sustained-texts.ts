import { sql } from 'kysely'
import { makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { readConfig } from '#server/config.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { checkLogs } from '#test/support/check-logs.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { startServerProcess } from '#test/support/server-process.ts'
import { authToken, pace, poster, publicUrl } from './text-load.ts'

export type Sustained = {
  readonly texts: number
  /** Texts that the database has, and those of them with a reply. */
  readonly kept: number
  readonly replied: number
  /** Interviews whose log has a gap or does not lead to their projection. */
  readonly broken: number
  /** Milliseconds from when a text was due to its answer, ascending. */
  readonly times: readonly number[]
  readonly memoryMiB: number
}

/**
 * Sends texts at a steady rate to servers that run as they do in production, each text to the next one in turn, and
 * looks for every text afterwards.
 *
 * @param env  where the data lives: an empty CANVASS_DIR, or DATABASE_URL of an empty database with its keys
 * @throws Error when a text is not answered 200
 */
export async function sustainTexts(
  env: Readonly<Record<string, string>>,
  { servers, perSecond, seconds }: { servers: number; perSecond: number; seconds: number },
): Promise<Sustained> {
  const twilio = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: authToken }
  const ours = { ...env, ...twilio, PUBLIC_URL: publicUrl, LOG_LEVEL: 'warn' }
  const { database } = readConfig(ours)
  const open = async () => {
    const { db, close } = await openDatabase(database)
    await migrate(db)
    return { db, close }
  }
  const before = await open()
  await openBundledStudy(makeDeps({ db: before.db, config: readConfig(ours), log: makeLog('silent') }))
  await before.close()

  const running = await Promise.all(Array.from({ length: servers }, () => startServerProcess(ours)))
  const posts = running.map(({ port }) => poster(port, '/twilio/sms', 64))
  let next = 0
  const post: (typeof posts)[number] = (fields) => {
    const chosen = posts[next++ % posts.length]
    if (!chosen) throw new RangeError('No server')
    return chosen(fields)
  }
  const times = await pace(post, perSecond, seconds)
  const memoryMiB = Math.max(...running.map((server) => server.memoryMiB()))
  await Promise.all(running.map((server) => server.stop()))

  const { db, close } = await open()
  const { rows } = await sql<{ kept: number; replied: number }>`
    select count(*)::int as kept, count(reply)::int as replied from pii.messages where direction = 'in'`.execute(db)
  const { broken } = await checkLogs(db)
  await close()
  return {
    texts: perSecond * seconds,
    kept: rows[0]?.kept ?? 0,
    replied: rows[0]?.replied ?? 0,
    broken,
    times,
    memoryMiB,
  }
}
