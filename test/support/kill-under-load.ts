import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { type Config, readConfig } from '#server/config.ts'
import { makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { checkLogs } from './check-logs.ts'
import { openBundledStudy } from './fielding.ts'
import { freePort } from './free-port.ts'
import { startServerProcess } from './server-process.ts'

export type Survived = {
  readonly kills: number
  /** Texts and web events that the server said it had taken. */
  readonly acknowledged: number
  /** Those of them that the database does not have afterwards. */
  readonly lost: number
  /** Interviews whose projection is not the fold of their log, or whose log has a gap. */
  readonly broken: number
  readonly interviews: number
}

/**
 * Runs the real server, sends it texts and web answers, and kills it with SIGKILL in the middle, again and again on
 * the same database. Then everything that was acknowledged is looked for.
 *
 * @param env  where the data lives: CANVASS_DIR, and DATABASE_URL with its keys for PostgreSQL
 */
export async function killUnderLoad(env: Record<string, string>, kills: number): Promise<Survived> {
  const port = await freePort()
  const ours = { ...env, PORT: String(port), HOST: '127.0.0.1' }
  const config = readConfig(ours)
  await prepare(config)
  const acknowledged: Acknowledged = { texts: new Set(), events: new Set() }
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServerProcess(ours, port)
    const stopped = new AbortController()
    const load = Array.from({ length: 6 }, (_, n) =>
      (n % 2 ? answerByWeb : answerByText)(config, acknowledged, stopped.signal),
    )
    await sleep(300 + Math.random() * 900)
    const gone = server.kill()
    stopped.abort()
    await Promise.all([gone, ...load])
  }
  return { kills, ...(await lookFor(config, acknowledged)) }
}

type Acknowledged = { readonly texts: Set<string>; readonly events: Set<string> }

async function prepare(config: Config): Promise<void> {
  const { db, close } = await openDatabase(config.database)
  await migrate(db)
  await openBundledStudy(makeDeps({ db, config, log: makeLog('silent') }))
  await close()
}

/** A resident who texts until the server is gone. */
async function answerByText(
  { publicUrl, twilio }: Config,
  { texts }: Acknowledged,
  signal: AbortSignal,
): Promise<void> {
  const from = `+1${randomInt(200, 999)}${randomInt(1_000_000, 9_999_999)}`
  for (let n = 0; !signal.aborted; n++) {
    const sid = `SM${randomBytes(16).toString('hex')}`
    const fields = { MessageSid: sid, From: from, To: '+15555550100', Body: n === 0 ? 'hello' : '1' }
    const url = `${publicUrl}/twilio/sms`
    const headers = { 'x-twilio-signature': getExpectedTwilioSignature(twilio?.authToken ?? '', url, fields) }
    const answered = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields), signal }).catch(
      () => null,
    )
    if (answered?.ok) texts.add(sid)
  }
}

/** A resident on the web who goes back and forth over the first questions until the server is gone. */
async function answerByWeb({ publicUrl }: Config, { events }: Acknowledged, signal: AbortSignal): Promise<void> {
  const url = `${publicUrl}/api/interviews/${crypto.randomUUID()}/events`
  let token: string | undefined
  while (!signal.aborted) {
    const event = {
      id: crypto.randomUUID(),
      type: 'answered',
      question: 'adult',
      value: true,
      at: new Date().toISOString(),
    }
    const answered = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ study: 'community-trust', version: 1, mode: 'web', language: 'en', events: [event] }),
      signal,
    })
      .then(
        (response) => response.json() as Promise<{ token?: string; events: { verdict: string; reason?: string }[] }>,
      )
      .catch(() => null)
    if (!answered) continue
    token ??= answered.token
    if (answered.events[0]?.verdict === 'accepted') events.add(event.id)
    else throw new Error(`An answer was not taken: ${JSON.stringify(answered)}`)
  }
}

async function lookFor(config: Config, { texts, events }: Acknowledged): Promise<Omit<Survived, 'kills'>> {
  const { db, close } = await openDatabase(config.database)
  const kept = new Set((await db.selectFrom('pii.messages').select('sid').execute()).map(({ sid }) => sid))
  const logged = new Set((await db.selectFrom('interview_events').select('id').execute()).map(({ id }) => id))
  const { interviews, broken } = await checkLogs(db)
  await close()
  return {
    acknowledged: texts.size + events.size,
    lost: [...texts].filter((sid) => !kept.has(sid)).length + [...events].filter((id) => !logged.has(id)).length,
    broken,
    interviews,
  }
}

function randomInt(least: number, most: number): number {
  return least + Math.floor(Math.random() * (most - least + 1))
}
