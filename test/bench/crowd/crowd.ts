import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '#server/config.ts'
import { type Deps, makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { type Carrier, inventCarrier } from '#server/simulation/carrier/carrier.ts'
import { type Random, randomFrom } from '#server/simulation/random.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { accountSid, authToken, ourNumber } from '#test/support/fake-twilio.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { type ServerProcess, startServerProcess } from '#test/support/server-process.ts'
import { type Found, lookAt } from './look-at.ts'
import { phoneView } from './phone-view.ts'
import { live } from './resident.ts'

const publicUrl = 'http://127.0.0.1:3000'

export type Crowd = Found & {
  readonly seconds: number
  readonly kills: number
}

/** How many residents, how many servers they meet, and how long a server lives until it is killed, in seconds. */
export type Plan = {
  readonly residents: number
  readonly servers: number
  readonly killedEvery: number
  readonly seed: string
}

/**
 * Residents in all languages of the bundled study text servers that run as they do in production, all at the same time.
 * The carrier brings some texts twice and some out of order; servers are killed at random moments and started again.
 * Then everything that the residents were told is compared with what the database has.
 *
 * @param env  where the data lives: an empty CANVASS_DIR, or DATABASE_URL of an empty database with its keys
 */
export async function runCrowd(env: Readonly<Record<string, string>>, plan: Plan): Promise<Crowd> {
  const twilio = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken }
  const ours = { ...env, ...twilio, PUBLIC_URL: publicUrl, LOG_LEVEL: 'error' }
  const compiled = await withDatabase(ours, async (deps) => deps.compiledFor(await openBundledStudy(deps)))
  const servers = await Promise.all(Array.from({ length: plan.servers }, () => startServerProcess(ours)))
  const carrier = carrierBefore(servers.map(({ port }) => port))

  const { languages } = compiled.study
  const views = languages.map((language) => ({ language, view: phoneView(compiled, language) }))
  const started = performance.now()
  const over = new AbortController()
  const killing = killAtRandom(servers, ours, plan, over.signal)
  const lives = await Promise.all(
    Array.from({ length: plan.residents }, (_, n) => {
      const { language, view } = views[n % views.length] ?? never()
      return live(carrier, { number: numberOf(n), language, view, seed: plan.seed })
    }),
  )
  const seconds = (performance.now() - started) / 1000
  over.abort()
  const kills = await killing
  carrier.close()
  await Promise.all(servers.map((server) => server.stop()))
  const found = await withDatabase(ours, (deps) => lookAt(deps, carrier, lives))
  return { ...found, seconds, kills }
}

async function withDatabase<T>(env: Readonly<Record<string, string>>, work: (deps: Deps) => Promise<T>): Promise<T> {
  const config = readConfig(env)
  const { db, close } = await openDatabase(config.database)
  try {
    await migrate(db)
    return await work(makeDeps({ db, config, log: makeLog('silent') }))
  } finally {
    await close()
  }
}

/** A carrier whose texts come to one server after the other, as from a balancer that does not know which are alive. */
function carrierBefore(ports: readonly number[]): Carrier {
  let next = 0
  return inventCarrier({
    accountSid,
    authToken,
    senders: [ourNumber],
    inbound: { url: `${publicUrl}/twilio/sms` },
    reach: (url) => url.replace(publicUrl, `http://127.0.0.1:${ports[next++ % ports.length]}`),
  })
}

/** Kills one server after the other as a power cut would, and starts it again where it was. */
async function killAtRandom(
  servers: ServerProcess[],
  env: Readonly<Record<string, string>>,
  { killedEvery, seed }: Plan,
  over: AbortSignal,
): Promise<number> {
  const random: Random = randomFrom(seed, 'kills')
  for (let kills = 0; ; kills++) {
    await sleep(2000 * killedEvery * random(), undefined, { signal: over }).catch(() => undefined)
    if (over.aborted) return kills
    const which = kills % servers.length
    const { port, kill } = servers[which] ?? never()
    await kill()
    servers[which] = await startServerProcess(env, port)
  }
}

/** Numbers kept free for fiction, a hundred of each area code. */
function numberOf(n: number): string {
  return `+1${200 + Math.floor(n / 100)}555${String(100 + (n % 100)).padStart(4, '0')}`
}

function never(): never {
  throw new RangeError('There is no such one')
}
