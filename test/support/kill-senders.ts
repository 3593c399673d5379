import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { addCase, openCampaignStudy } from './campaign.ts'
import { type FakeTwilio, startFakeTwilio } from './fake-twilio.ts'
import { freePort } from './free-port.ts'

const bin = join(import.meta.dirname, '../../server/canvass.js')

export type Sent = {
  readonly kills: number
  /** Cases that were to be texted. */
  readonly cases: number
  /** Of them, those that got no text. */
  readonly lost: number
  /** Texts beyond the first that a case got. */
  readonly twice: number
  /** Texts of which the database still does not know what became of them. */
  readonly unsettled: number
}

/**
 * Runs real senders over a campaign, kills them with SIGKILL again and again while texts leave, loses answers and
 * callbacks of the carrier beside it, and then counts at the carrier who got what.
 *
 * @param env  where the data lives: DATABASE_URL with its keys, and then two workers send; else CANVASS_DIR, and the server
 */
export async function killSenders(
  env: Readonly<Record<string, string>>,
  { kills, cases }: { kills: number; cases: number },
): Promise<Sent> {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const fake = await startFakeTwilio({
    seed: 'killed',
    mishaps: { 'answer-lost': 0.04, 'answer-failed': 0.04, unavailable: 0.04, 'answer-never': 0.02, silent: 0.02 },
    callbackMishaps: { duplicated: 0.1, swapped: 0.1, lost: 0.3, late: 0.1 },
    lateMs: 300,
  })
  const ours = { ...env, ...fake.env, PORT: String(port), PUBLIC_URL: publicUrl, TWILIO_CERTAIN_AFTER_SECONDS: '3' }
  await prepare(ours, cases)
  const isEmbedded = !('DATABASE_URL' in env)
  const words = isEmbedded ? ['serve'] : ['worker', 'worker']
  const callbacks = isEmbedded ? undefined : await listenForCallbacks(ours, port)
  for (let kill = 0; kill < kills; kill++) {
    const before = fake.texts.length
    const senders = words.map((word) => start(word, ours))
    await until(() => fake.texts.length > before + 2 || everyCase(fake, cases), 30_000)
    await sleep(Math.random() * 400)
    await Promise.all(senders.map(killed))
  }
  const senders = words.map((word) => start(word, ours))
  await until(() => everyCase(fake, cases), 60_000)
  await sleep(8000) // longer than the list needs to be believed: whatever would be sent again is sent by then
  await Promise.all(senders.map(killed))
  await callbacks?.()
  const sent = fake.texts.filter(({ direction }) => direction === 'outbound-api')
  const unsettled = await countUnsettled(ours)
  await fake.close()
  const reached = new Set(sent.map(({ to }) => to)).size
  return { kills, cases, lost: cases - reached, twice: sent.length - reached, unsettled }
}

async function prepare(env: Record<string, string>, cases: number): Promise<void> {
  const config = readConfig(env)
  const { db, close } = await openDatabase(config.database)
  await migrate(db)
  const deps = makeDeps({ db, config, log: makeLog('silent') })
  const wave = await openCampaignStudy(deps, { perSecond: 40 })
  for (let n = 0; n < cases; n++)
    await addCase(deps, wave, [{ phone: `+12125550${100 + n}` }], { time_zone: whereItIsNoon(new Date()) })
  await startTexts(deps, wave)
  await close()
}

/** A zone whose clocks show about noon, so that texts leave at whatever hour this is run. */
function whereItIsNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours() // Etc/GMT-3 is three hours ahead of UTC
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** Beside workers the status callbacks go to a server. */
async function listenForCallbacks(env: Record<string, string>, port: number): Promise<() => Promise<void>> {
  const config = readConfig(env)
  const { db, close } = await openDatabase(config.database)
  const app = await buildApp(makeDeps({ db, config, log: makeLog('silent') }))
  await app.listen({ port, host: '127.0.0.1' })
  return async () => {
    await app.close()
    await close()
  }
}

function start(word: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [bin, word], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('A sender ended by itself')
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function everyCase({ texts }: FakeTwilio, cases: number): boolean {
  return new Set(texts.map(({ to }) => to)).size >= cases
}

async function until(isSo: () => boolean, mostMs: number): Promise<void> {
  for (let waited = 0; waited < mostMs && !isSo(); waited += 20) await sleep(20)
}

async function countUnsettled(env: Record<string, string>): Promise<number> {
  const { db, close } = await openDatabase(readConfig(env).database)
  const rows = await db
    .selectFrom('pii.outbound_texts')
    .select('id')
    .where('state', 'in', ['planned', 'sending'])
    .execute()
  await close()
  return rows.length
}
