import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '#server/config.ts'
import { type Deps, makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { importSample } from '#server/operations/import-sample.ts'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { listenAsCarrier } from '#server/simulation/carrier/listen.ts'
import { randomFrom } from '#server/simulation/random.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { accountSid, authToken, messagingServiceSid, ourNumber } from '#test/support/fake-twilio.ts'
import { bundledStudy, openStudy } from '#test/support/fielding.ts'
import { type Clock, settableClock } from './clock.ts'
import { eveningAfter, passDays } from './days.ts'
import { type Found, lookAt } from './look-at.ts'
import { deliverTo } from './mail.ts'
import { phoneOf } from './phone.ts'
import { phoneView } from './phone-view.ts'
import { live } from './resident.ts'
import { type Resident, residentsOf, writeSample } from './residents.ts'
import { startSite } from './site.ts'

const publicUrl = 'http://127.0.0.1:3000'

export type Crowd = Found & {
  readonly seconds: number
  readonly kills: number
}

/** How many residents, how many processes they meet, and how long until the next one is killed, in seconds. */
export type Plan = {
  readonly residents: number
  readonly servers: number
  readonly workers: number
  readonly killedEvery: number
  /** Invitations, at most. */
  readonly perSecond: number
  /** After that the run ends as it stands. */
  readonly mostSeconds: number
  readonly seed: string
}

/**
 * Residents in all languages of the bundled study text servers that run as they do in production, all at the same time;
 * half of them are in the sample, and workers invite and remind them. The carrier brings some texts twice and some out
 * of order, and loses some answers; servers and workers are killed at random moments and started again. Then everything
 * that the residents were told is compared with what the database has, and everything that left with the hours of whom
 * it reached.
 *
 * @param env  where the data lives: DATABASE_URL of an empty database, with its keys
 */
export async function runCrowd(env: Readonly<Record<string, string>>, plan: Plan): Promise<Crowd> {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-crowd-'))
  const clock = settableClock(folder)
  clock.setTo(eveningAfter(new Date()))
  let [ports, next]: [readonly number[], number] = [[], 0]
  const carrier = await listenAsCarrier({
    accountSid,
    authToken,
    senders: [ourNumber],
    messagingServices: [messagingServiceSid],
    inbound: { url: `${publicUrl}/twilio/sms` },
    // As from a balancer that does not know which are alive.
    reach: (url) => url.replace(publicUrl, `http://127.0.0.1:${ports[next++ % ports.length]}`),
    now: clock.now,
    seed: plan.seed,
    mishaps: { 'answer-lost': 0.01, 'answer-failed': 0.01, unavailable: 0.01 },
    callbackMishaps: { duplicated: 0.05, swapped: 0.05, lost: 0.1 },
  })
  const ours = {
    ...env,
    ...clock.env,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
    TWILIO_API_URL: carrier.url,
    // The clock is set on by less than that within a day, so that no text under way looks forgotten.
    TWILIO_CERTAIN_AFTER_SECONDS: '3600',
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'error',
  }
  const { deps, close } = await openDeps(ours, clock)
  const { compiled, residents } = await prepare(deps, folder, plan)

  const site = await startSite(ours, plan)
  ports = site.ports
  const over = new AbortController()
  const views = new Map(compiled.study.languages.map((language) => [language, phoneView(compiled, language)]))
  const world = {
    carrier,
    over: over.signal,
    viewIn: (language: string) => views.get(language) ?? phoneView(compiled, 'en'),
    refuseElsewhere: officeOf(deps),
  }
  const people = residents.map((resident) => {
    const random = randomFrom(plan.seed, resident.number)
    return { resident, random, phone: phoneOf(carrier, resident.number, random) }
  })
  const mail = deliverTo(carrier, new Map(people.map(({ phone }) => [phone.number, phone])))
  const started = performance.now()
  const living = Promise.all(
    people.map(({ resident, phone, random }) => live(world, resident, phone, random).finally(() => mail.leave())),
  )
  await passDays({ clock, site, residents }, mail, plan.mostSeconds)
  const seconds = (performance.now() - started) / 1000
  over.abort()
  const lives = await living
  await site.stop()
  mail.stop()
  const found = await lookAt(deps, carrier, lives)
  await close()
  await carrier.close()
  rmSync(folder, { recursive: true })
  return { ...found, seconds, kills: site.kills() }
}

/** An office in which one refusal after the other is taken down; what fails for the crush is tried again. */
function officeOf(deps: Deps): (phone: string) => Promise<void> {
  const takeDown = async (phone: string): Promise<void> => {
    const word = { phone, mode: 'home', how: 'at the door', recordedBy: 'staff:office', studyId: null } as const
    await recordOptOut(deps, word).catch(() => sleep(500).then(() => takeDown(phone)))
  }
  return (phone) => deps.inTurn('the office', () => takeDown(phone))
}

async function openDeps(
  env: Readonly<Record<string, string>>,
  clock: Clock,
): Promise<{ deps: Deps; close: () => Promise<void> }> {
  const config = readConfig(env)
  const { db, close } = await openDatabase(config.database)
  await migrate(db)
  return { deps: { ...makeDeps({ db, config, log: makeLog('silent') }), now: clock.now }, close }
}

/** The bundled study, open, with its sample; its invitations may leave. */
async function prepare(deps: Deps, folder: string, { residents: count, perSecond, seed }: Plan) {
  const study = join(folder, 'study')
  cpSync(bundledStudy, study, { recursive: true })
  const settings = JSON.parse(readFileSync(join(study, 'study.json'), 'utf8')) as object
  const texts = { perSecond, remindAfterDays: [1] }
  writeFileSync(join(study, 'study.json'), JSON.stringify({ ...settings, texts }))
  const wave = await openStudy(deps, study)
  const compiled = await deps.compiledFor(wave)
  const residents: Resident[] = residentsOf(count, compiled.study.languages, seed)
  const { cases } = await importSample(deps, wave, {
    file: writeSample(folder, residents),
    told: new Map(),
    dryRun: false,
  })
  if (cases !== residents.filter(({ part }) => part !== 'texts-first').length)
    throw new Error('The sample was not taken')
  await startTexts(deps, wave)
  return { compiled, residents }
}
