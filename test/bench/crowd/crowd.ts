import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Deps } from '#server/deps.ts'
import type { ListeningCarrier } from '#server/simulation/carrier/listen.ts'
import { randomFrom } from '#server/simulation/random.ts'
import { startCarrier, twilioEnv } from './carrier.ts'
import { type Clock, settableClock } from './clock.ts'
import { eveningAfter, passDays } from './days.ts'
import { type Found, lookAt } from './look-at.ts'
import { deliverTo } from './mail.ts'
import { phoneOf } from './phone.ts'
import { phoneView } from './phone-view.ts'
import { officeOf, openDeps, prepare } from './prepare.ts'
import { type Lived, live } from './resident.ts'
import type { Resident } from './residents.ts'
import { type Site, startSite } from './site.ts'

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
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true })]
  try {
    const clock = settableClock(folder)
    clock.setTo(eveningAfter(new Date()))
    const reach: { ports: readonly number[] } = { ports: [] }
    const carrier = await startCarrier(clock, reach, plan)
    ends.unshift(carrier.close)
    const ours = { ...env, ...clock.env, ...twilioEnv(carrier) }
    const { deps, close } = await openDeps(ours, clock)
    ends.unshift(close)
    const { compiled, residents } = await prepare(deps, folder, plan)
    const site = await startSite(ours, plan)
    ends.unshift(site.stop)
    reach.ports = site.ports
    const lived = await letLive({ deps, compiled, residents, carrier, clock, site }, plan)
    await site.stop()
    return { ...(await lookAt(deps, carrier, lived.lives)), seconds: lived.seconds, kills: site.kills() }
  } finally {
    for (const end of ends) await end()
  }
}

type Stage = {
  readonly deps: Deps
  readonly compiled: Compiled
  readonly residents: readonly Resident[]
  readonly carrier: ListeningCarrier
  readonly clock: Clock
  readonly site: Site
}

async function letLive(
  { deps, compiled, residents, carrier, clock, site }: Stage,
  { seed, mostSeconds }: Plan,
): Promise<{ readonly lives: readonly Lived[]; readonly seconds: number }> {
  const over = new AbortController()
  const views = new Map(compiled.study.languages.map((language) => [language, phoneView(compiled, language)]))
  const world = {
    carrier,
    over: over.signal,
    viewIn: (language: string) => views.get(language) ?? phoneView(compiled, 'en'),
    refuseElsewhere: officeOf(deps),
  }
  const people = residents.map((resident) => {
    const random = randomFrom(seed, resident.number)
    return { resident, random, phone: phoneOf(carrier, resident.number, random) }
  })
  const mail = deliverTo(carrier, new Map(people.map(({ phone }) => [phone.number, phone])))
  const started = performance.now()
  const living = Promise.all(
    people.map(({ resident, phone, random }) => live(world, resident, phone, random).finally(mail.leave)),
  )
  try {
    await passDays({ clock, site, residents }, mail, mostSeconds)
    const seconds = (performance.now() - started) / 1000
    over.abort()
    return { lives: await living, seconds }
  } finally {
    mail.stop()
  }
}
