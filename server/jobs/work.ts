import { setTimeout as pause } from 'node:timers/promises'
import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planCampaigns } from '#server/operations/sending/plan-campaigns.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { settleUncertainTexts } from '#server/operations/sending/settle-uncertain-texts.ts'

/** Something that is done again and again. It says how much it did: more is then likely to be there. */
type Duty = {
  readonly name: string
  readonly everyMs: number
  /** How soon after it had something to do. */
  readonly soonMs: number
  readonly run: () => Promise<number>
}

/** After a failure of the database, or of what is not ours. */
const afterFailureMs = 5000

/**
 * Does what runs later, until it is told to stop: what is under way is finished first. The rows that wait are the queue
 * itself, and every duty takes them by `for update skip locked`, so any number of processes may work at once.
 *
 * Why no queue of a library beside the table of texts: a text may leave only if its hours, its campaign, the day's cap
 * and the ledger of opt-outs allow it at that very moment, and one statement asks all that and takes the text. A job in
 * another table would be a second claim that knows nothing of it, to be put off again at each pause: two truths about one
 * text. Tried with pg-boss 12 on the embedded database: 13 more tables, 2.8 statements a second while idle, 0.3 s until a
 * job is picked up; this asks once a second and needs neither.
 */
export async function work(deps: Deps, carrier: Carrier, signal: AbortSignal): Promise<void> {
  const { certainAfterMs } = carrier.patience
  const duties: Duty[] = [
    { name: 'send texts', everyMs: 1000, soonMs: 50, run: () => sendDueTexts(deps, carrier) },
    { name: 'keep hours', everyMs: 10_000, soonMs: 0, run: () => keepHours(deps) },
    {
      name: 'settle uncertain texts',
      everyMs: Math.min(15_000, certainAfterMs / 4),
      soonMs: 0,
      run: () => settleUncertainTexts(deps, carrier),
    },
    { name: 'plan texts', everyMs: 60_000, soonMs: 60_000, run: () => planCampaigns(deps, signal) },
  ]
  await Promise.all(duties.map((duty) => keepDoing(deps, duty, signal)))
}

async function keepDoing({ log }: Deps, { name, everyMs, soonMs, run }: Duty, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const started = performance.now()
    const waitMs = await run().then(
      (done) => {
        if (done > 0) log.info({ job: name, done, ms: Math.round(performance.now() - started) }, 'job')
        return done > 0 ? soonMs : everyMs
      },
      (error: unknown) => {
        if (!signal.aborted) log.error({ err: error, job: name }, 'job failed')
        return Math.max(everyMs, afterFailureMs)
      },
    )
    await pause(waitMs, undefined, { signal }).catch(() => {}) // told to stop
  }
}
