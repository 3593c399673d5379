import { setTimeout } from 'node:timers/promises'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { countByMode } from '#server/store/simulations.ts'
import type { Wave } from '#server/store/waves.ts'
import { answerByForm } from './answer-by-form.ts'
import { answerByText, phoneOf } from './answer-by-text.ts'
import { type Ask, loopbackTo } from './loopback.ts'
import type { Simulation } from './simulation.ts'

/** Residents who answer at the same time. */
const atOnce = 12

/** The modes that have routes a resident can use alone. */
export const modesThroughHttp = { web: 0.5, sms: 0.5 }

/**
 * Lets every resident answer through the routes of the server that runs here: half in plain HTML forms, half by signed
 * texts. Residents come in order, so that fielding which was cut short goes on after those who have begun.
 *
 * @param signal  from its abort on nobody asks any more; what is under way is finished
 * @throws Problem refused when no server answers here or texts cannot be signed; Error when a route fails
 */
export async function fieldByHttp(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  wave: Wave,
  compiled: Compiled,
  { residents, answer }: Simulation,
  { seed, progress, signal }: { seed: string; progress: (done: number) => void; signal?: AbortSignal | undefined },
): Promise<void> {
  if (!config.twilio)
    throw refused({ reason: 'There is no token to sign texts with: set TWILIO_AUTH_TOKEN, or listen on loopback.' })
  const carrier = { authToken: config.twilio.authToken, publicUrl: config.publicUrl }
  const failing = new AbortController()
  const { ask, close } = loopbackTo(config, atOnce, AbortSignal.any([failing.signal, ...(signal ? [signal] : [])]))
  const begun = await countByMode(db, wave.id)
  const waiting = residents.filter(({ mode }) => {
    const before = begun.get(mode) ?? 0
    begun.set(mode, before - 1)
    return before <= 0
  })
  const key = `${seed} wave ${wave.number}`
  let done = residents.length - waiting.length
  const next = waiting.values()
  const interviewer = async () => {
    for (const resident of next) {
      if (resident.mode === 'sms')
        await answerByText(ask, carrier, compiled, resident, answer, {
          phone: phoneOf(wave.number, resident.number),
          key,
        })
      else await answerByForm(ask, compiled, resident, answer, key)
      progress(++done)
    }
  }
  try {
    await requireServer(ask)
    // One failure stops all, but nobody is left behind in the middle of a request.
    const stopAll = (reason: unknown) => failing.abort(reason)
    await Promise.all(Array.from({ length: atOnce }, () => interviewer().catch(stopAll)))
  } finally {
    close()
  }
  signal?.throwIfAborted()
  failing.signal.throwIfAborted()
}

async function requireServer(ask: Ask): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const up = await ask('GET', '/readyz').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNREFUSED') throw error
    })
    if (up?.status === 200) return
    await setTimeout(250)
  }
  throw refused({ reason: 'No server answers here. Start one first (npm start), or simulate with --through store.' })
}
