/**
 * One sample's way through the analysis, timed: run by analysis.ts in a process of its own for every size, so that no
 * step finds the machine warmed by another size and the peak of memory is its own. Prints one JSON line.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerShares, type Item, score } from '#analysis/discord/item.ts'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { planReplicates, replicateVariances } from '#analysis/replicate-estimates.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { rowsOf } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { varianceOf } from '#analysis/variance/variance.ts'
import { type WeighedSample, weighSample } from '#analysis/weigh-sample.ts'
import type { Categories } from '#analysis/weighting/margin.ts'
import { replicateInThreads } from '#server/operations/replicate-in-threads.ts'
import { type InventedCity, inventCity } from './invented-city.ts'
import { exportSample } from './peers.ts'

export type Timed = { step: Step; seconds: number; cpu: number }
export type Step = 'rake' | 'rake again' | 'scores' | 'replicates'

/** Of one area, in shares; what R is compared with. */
export type AreaFigures = {
  n: number
  estimate: number
  /** As it is printed: with what few answers hide. */
  se: number
  /** By linearization alone, as R has it. */
  linearSe: number
  bootstrapSe: number
}
export type StepsReport = {
  rows: number
  times: Timed[]
  worstMargin: number
  peakMiB: number
  /** Support, net and polarization of each area. */
  figures: { support: AreaFigures[]; net: AreaFigures[]; polarization: AreaFigures[] }
}

const kinds = ['support', 'net', 'polarization'] as const

/** The city of the table: everybody told everything, so that R can do the same; four margins. */
export function cityOf(rows: number): InventedCity {
  const city = inventCity({ areas: 77, respondents: rows, seed: 1, items: 1, missing: 0 })
  return { ...city, margins: city.margins.filter(({ variable }) => variable !== 'sex') }
}

async function timeSteps(rows: number, folder: string): Promise<StepsReport> {
  const { baseWeights, areas, margins, items, ...city } = cityOf(rows)
  const times: Timed[] = []
  const timed = async <Result>(step: Step, work: () => Result | Promise<Result>): Promise<Result> => {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const result = await work()
    const { user, system } = process.cpuUsage(cpu)
    times.push({ step, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 })
    return result
  }
  const measures = kinds.map((kind): Measure => ({ kind, name: kind, items }))
  const recipe = { trim: 'none' } as const
  const rakeOnce = () => weighSample({ baseWeights, areas }, margins, recipe)
  const weighed = await timed('rake', rakeOnce)
  const estimates = await timed('scores', () => estimateAreas(weighed, areas, measures))
  const replicated = await timed('replicates', async () => {
    const how = { kind: 'bootstrap', replicates: 500, seed: 1 } as const
    const plan = planReplicates(weighed, areas, measures, how, { recipe })
    return replicateVariances(plan, await replicateInThreads(plan))
  })
  for (let run = 0; run < 4; run++) rakeOnce()
  await timed('rake again', rakeOnce)
  const peakMiB = process.resourceUsage().maxRSS / 1024
  if (folder) {
    exportSample(folder, { baseWeights, areas, margins, items, ...city })
    writeFileSync(join(folder, 'our-weights.csv'), ['weight', ...weighed.weights].join('\n'))
  }
  const linear = linearErrors(weighed, areas, items[0]!)
  const figuresOf = (m: number): AreaFigures[] =>
    estimates[m]!.areas.map((area, a) => {
      if (area.status === 'empty') throw new Error('Somebody answers in every area of this city')
      const bootstrapSe = Math.sqrt(replicated.measures[m]!.areas[a] ?? NaN)
      return { n: area.n, estimate: area.estimate, se: area.se, linearSe: linear[a]![m]!, bootstrapSe }
    })
  const figures = { support: figuresOf(0), net: figuresOf(1), polarization: figuresOf(2) }
  return { rows, times, worstMargin: weighed.diagnostics.worst.error, peakMiB, figures }
}

/** Of each area: the linearized errors of support, net and polarization. */
function linearErrors({ weights, calibration }: WeighedSample, areas: Categories, item: Item): number[][] {
  const frame = varianceFrame(weights, surveyDesign({ rows: weights.length }), calibration)
  return rowsOf(frame, areas).map((rows) =>
    (['support', 'net', 'spread'] as const).map((kind) => {
      const { influence } = score(rows, item, answerShares(rows, weights, item)!, kind)
      return Math.sqrt(varianceOf(frame, rows, influence))
    }),
  )
}

if (import.meta.main) {
  const [rows = '', folder = ''] = process.argv.slice(2)
  console.log(JSON.stringify(await timeSteps(Number(rows), folder)))
}
