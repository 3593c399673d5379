import { afterEach } from 'vitest'
import type { Study } from '#instruments/engine/study.ts'
import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import type { Planned } from '#server/operations/sending/plan-texts.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import type { Account } from '#server/simulation/carrier/account.ts'
import type { Db } from '#server/store/database.ts'
import type { Wave } from '#server/store/waves.ts'
import { type Clock, clockAt, noon, openCampaignStudy, sendingDeps } from './campaign.ts'
import type { testDatabase } from './databases.ts'
import { type FakeTwilio, startFakeTwilio } from './fake-twilio.ts'

/** Invented numbers: area code 646 meets the error that its last two digits stand for. */
export const phone = (line: number, areaCode = 212) => `+1${areaCode}55501${String(line).padStart(2, '0')}`

const errors = {
  [phone(3, 646)]: 30003,
  [phone(4, 646)]: 30004,
  [phone(6, 646)]: 30006,
  [phone(7, 646)]: 30007,
  [phone(10, 646)]: 21610,
  [phone(14, 646)]: 21614,
  [phone(17, 646)]: 21617,
  [phone(99, 646)]: 39_999,
}

/** A carrier, a clock and a campaign, new for every test that calls `campaign()`. */
export function sendingStage(at: ReturnType<typeof testDatabase>) {
  let [studies, set]: [number, Staged | undefined] = [0, undefined]
  const staged = (): Staged => {
    if (!set) throw new Error('Call campaign() first')
    return set
  }
  afterEach(async () => {
    await at.db.updateTable('text_campaigns').set({ state: 'stopped', reason: 'the test is over' }).execute()
    await set?.fake.close()
    set = undefined
  })

  const on = {
    get deps() {
      return staged().deps
    },
    get wave() {
      return staged().wave
    },
    get clock() {
      return staged().clock
    },
    get fake() {
      return staged().fake
    },
    /** Opens a study of the test's own, so that none sees another's texts. */
    async campaign(texts: Partial<Study['texts']> = {}, carrier: Partial<Account> = {}, certainAfterSeconds = 120) {
      const clock = clockAt(noon)
      const fake = await startFakeTwilio({ errors, now: () => clock.at, lateMs: 5, ...carrier })
      const env = { TWILIO_CERTAIN_AFTER_SECONDS: String(certainAfterSeconds) }
      const deps = sendingDeps(at.db, fake, clock, env)
      await forgetOtherTests(at.db)
      set = { clock, fake, deps, wave: await openCampaignStudy(deps, texts, `study-${++studies}`) }
    },
    /** Starts the campaign, and lets the bucket fill for a second. */
    async start(): Promise<Planned> {
      const planned = await startTexts(on.deps, on.wave)
      on.clock.later(1000)
      return planned
    },
    async sendAll(): Promise<void> {
      while ((await sendDueTexts(on.deps, on.deps.carrier)) > 0) on.clock.later(1000)
      await on.fake.settled()
    },
    /** What the carrier knows by now, as its callbacks tell it. */
    async hearAll(): Promise<void> {
      await on.fake.settled()
      for (const { sid, status, errorCode, statusCallback, direction } of on.fake.texts) {
        if (direction !== 'outbound-api' || (status !== 'delivered' && status !== 'undelivered' && status !== 'failed'))
          continue
        const id = new URL(statusCallback ?? '').searchParams.get('text') ?? ''
        await recordTextStatus(on.deps, id, { sid, state: status, errorCode })
      }
    },
    texts: () =>
      at.db
        .selectFrom('pii.outbound_texts')
        .selectAll()
        .where('wave_id', '=', on.wave.id)
        .orderBy('created_at')
        .execute(),
    states: async () => (await on.texts()).map(({ kind, state }) => `${kind} ${state}`),
    sentTo: () => on.fake.texts.filter(({ direction }) => direction === 'outbound-api').map(({ to }) => to),
  }
  return on
}

/** The clock starts anew with each test, so what others did must lie before it. */
async function forgetOtherTests(db: Db): Promise<void> {
  const before = new Date(noon.getTime() - 365 * 24 * 3_600_000)
  await db.updateTable('pii.phone_numbers').set({ trouble: null, trouble_at: null, texted_at: null }).execute()
  await db.updateTable('pii.conversations').set({ last_at: before, heard_at: before }).execute()
  await db.deleteFrom('text_lanes').execute()
}

type Staged = {
  readonly clock: Clock
  readonly fake: FakeTwilio
  readonly deps: Deps & { carrier: Carrier }
  readonly wave: Wave
}
