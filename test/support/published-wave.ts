import { randomUUID } from 'node:crypto'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import type { Db } from '#server/store/database.ts'
import type { Wave } from '#server/store/waves.ts'
import { addEstimates, addWeights, type EstimateRow, insertRun } from '#server/store/weighting.ts'
import { communityTrust, fieldWave, interviewId, storeInterviews } from './fielded-wave.ts'
import { smallCity, smallCityCounts } from './small-city.ts'

/** What no page or file may show, in any way of writing it: the figures of every withheld estimate. */
export const secret = { estimate: 0.87654, se: 0.034343, low: 0.812345, high: 0.923456, n: 98_765 }
export const secretWritten = /98[.,\s ]?765|(?<!\d)0?[.,]?8765|87[.,]6|(?<![\d.])(?:88|81|92)(?!\d)/

const shownAreas: Readonly<Record<string, number>> = { '1': 0.34, '2': -0.24, '3': 0.02 }

/** Invented estimates of the small city: areas 1 to 3 shown, 4 and 5 withheld, 6 unpopulated, one item withheld in 3. */
export async function publishedWave(deps: Deps, areas = smallCity): Promise<Wave> {
  const wave = await fieldWave(deps, { areas, counts: smallCityCounts })
  await storeInterviews(deps.db, wave, invented)
  await publish(deps.db, wave, communityTrust())
  return wave
}

const invented = Object.entries({ '1': 60, '2': 60, '3': 60, '4': 7 }).flatMap(([area, count]) =>
  Array.from({ length: count }, (_, i) => ({ area, answers: { age_group: i % 3 === 0 ? '18-24' : '25-34' } })),
)

/** A weighting run of all interviews of a wave, with estimates. */
export async function publish(db: Db, wave: Wave, study: Study): Promise<string> {
  const runId = randomUUID()
  const ones = invented.map(() => 1)
  await insertRun(db, {
    id: runId,
    wave_id: wave.id,
    recipe: {},
    snapshot_hash: 'snapshot-of-the-test',
    program: 'canvass test',
    interviews: invented.length,
    diagnostics: { designEffect: 1.25, nEffective: 150, unpopulated: ['6'] },
  })
  const interviewIds = invented.map((_, i) => interviewId(i + 1))
  const factors = { base: ones, nonresponse: ones, composite: ones, calibration: ones, trim: ones, weight: ones }
  await addWeights(db, { runId, interviewIds, ...factors, nonProbability: ones.map(() => true) })
  await addEstimates(
    db,
    [null, '1', '2', '3', '4', '5', '6'].flatMap((area) => estimatesOf(runId, area, study)),
  )
  return runId
}

function estimatesOf(run_id: string, area_id: string | null, study: Study): EstimateRow[] {
  const row = (measure: string, statistic: string, estimate: number, category: string | null = null): EstimateRow => {
    const about = { run_id, area_id, measure, statistic, category, n_effective: 50, design_effect: 1.2 }
    const withheld = reasonOf(area_id, measure)
    if (withheld) return { ...about, ...secret, withheld }
    return { ...about, estimate, se: 0.05, low: estimate - 0.1, high: estimate + 0.1, n: 60, withheld: null }
  }
  const net = area_id === null ? 0.06 : (shownAreas[area_id] ?? 0)
  return study.measures.flatMap((measure) => {
    if (measure.kind === 'share')
      return ['guns', 'theft', 'drugs'].map((code, i) => row(measure.id, 'share', 0.3 - i / 10, code))
    const names = [measure.id, ...measure.items.map(({ question }) => `${measure.id}.${question}`)]
    return names.flatMap((name) => [row(name, 'net', net), row(name, 'polarization', 0.43)])
  })
}

function reasonOf(area: string | null, measure: string): string | null {
  if (area === null) return null
  if (area === '3' && measure === 'support.trust') return 'same-answer'
  if (area === '6') return 'unpopulated'
  if (shownAreas[area] !== undefined) return null
  return area === '4' ? 'few-respondents' : 'protects-another'
}
