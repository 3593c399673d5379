import type { Deps } from '#server/deps.ts'
import { beginWave, changeWave } from '#server/operations/field-waves.ts'
import { anotherWaveOpen } from '#server/problems.ts'
import { marginsOf } from '#server/store/margins.ts'
import { countByMode, countByStatus, saveTruth } from '#server/store/simulations.ts'
import { openWaveOf, renameWave, type Wave } from '#server/store/waves.ts'
import { fieldByHttp, modesThroughHttp } from './field-by-http.ts'
import { fieldByStore } from './field-by-store.ts'
import { simulate } from './simulation.ts'
import type { Truth } from './truth.ts'

export type Way = 'http' | 'store'

export type SimulatedWave = {
  readonly wave: number
  readonly modes: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
  readonly truth: Truth
  readonly seconds: number
}

type Asked = {
  readonly count: number
  readonly seed: string
  readonly through: Way
  readonly progress: (done: number) => void
  /** Stops fielding through the routes. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Fields simulated residents in a wave of their own, flagged as invented: written to the store into a wave that never
 * opens, or through the real routes into an open one. An invented wave that is open is closed for it. One that is cut
 * short stays as far as it came, and its title says so.
 *
 * @throws Problem another-wave-open when that one is real; no-such-study, no-such-layer
 */
export async function simulateWave(deps: Deps, studyId: string, asked: Asked): Promise<SimulatedWave> {
  const started = performance.now()
  const open = asked.through === 'http' ? await openWaveOf(deps.db, studyId) : undefined
  if (open && !open.invented) throw anotherWaveOpen({ study: studyId, wave: open.number })
  if (open) await changeWave(deps, studyId, open.number, 'closed')
  const title = `Simulated residents, seed ${asked.seed}`
  const wave = await beginWave(deps, studyId, {
    title: `${title}, unfinished`,
    invented: true,
    status: asked.through === 'http' ? 'open' : 'paused',
    seed: asked.seed,
  })
  const truth = await fieldWave(deps, wave, asked)
  await renameWave(deps.db, wave.id, title)
  if (asked.through === 'store') await changeWave(deps, studyId, wave.number, 'closed')
  return {
    wave: wave.number,
    modes: Object.fromEntries(await countByMode(deps.db, wave.id)),
    statuses: Object.fromEntries(await countByStatus(deps.db, wave.id)),
    truth,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** Fields the residents of a wave, all or those still missing, after keeping the truth about them. */
export async function fieldWave(
  deps: Deps,
  wave: Wave,
  { count, seed, through, progress, signal }: Asked,
): Promise<Truth> {
  if (!wave.margin_set_id) throw new Error('An invented wave is never begun without margins')
  const compiled = await deps.compiledFor(wave)
  const modeShares = through === 'http' ? { modeShares: modesThroughHttp } : {}
  const counts = await marginsOf(deps.db, wave.margin_set_id)
  const simulation = await simulate(compiled, counts, { count, seed, ...modeShares })
  await saveTruth(deps.db, wave.id, { seed, residents: count, ...simulation.truth })
  if (through === 'http') await fieldByHttp(deps, wave, compiled, simulation, { seed, progress, signal })
  else await fieldByStore(deps, wave, compiled, simulation, { seed, progress })
  return simulation.truth
}
