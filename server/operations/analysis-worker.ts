import { parentPort, workerData } from 'node:worker_threads'
import { estimateAreas, type MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { type PublicationLimits, publish, type PublishedMeasure } from '#analysis/quality/publication.ts'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import { type Recipe, type WeighedSample, weighSample } from '#analysis/weigh-sample.ts'
import type { Categories, Margin } from '#analysis/weighting/margin.ts'

/** The analysis runs in a thread of its own, so that the server answers while it counts. */

export type Weighing = {
  baseWeights: Float64Array
  areas: Categories
  margins: Margin[]
  recipe: Partial<Recipe>
}
export type Estimating = Weighing & {
  measures: Measure[]
  /** People per area; without them no area counts as unpopulated. */
  populations?: Float64Array
  limits: Partial<PublicationLimits>
}
export type Job = { kind: 'weigh'; input: Weighing } | { kind: 'estimate'; input: Estimating }

export type Weighed = Pick<WeighedSample, 'weights' | 'factors' | 'diagnostics'>
export type Estimated = { weights: Float64Array; estimates: MeasureEstimates[]; published: PublishedMeasure[] }

export type Refused = Pick<AnalysisRefusal, 'code' | 'message' | 'variable' | 'category'>
export type Answer<Result> = { result: Result } | { refused: Refused }

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')
const job: Job = workerData // analysis-thread.ts starts this file with nothing else
port.postMessage(answerTo(job))

function answerTo(job: Job): Answer<Weighed | Estimated> {
  try {
    return { result: job.kind === 'weigh' ? weigh(job.input) : estimate(job.input) }
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error
    const { code, message, variable, category } = error
    return { refused: { code, message, variable, category } }
  }
}

function weigh({ baseWeights, areas, margins, recipe }: Weighing): Weighed {
  const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins, recipe)
  return { weights, factors, diagnostics }
}

/** Weighs again, which gives the same weights, because the errors have to know of the calibration. */
function estimate({ measures, populations, limits, ...weighing }: Estimating): Estimated {
  const { areas, margins, recipe } = weighing
  const weighed = weighSample(weighing, margins, recipe)
  const estimates = estimateAreas(weighed, areas, measures)
  const published = estimates.map((measure) => publish(measure, populations ? { populations } : {}, limits))
  return { weights: weighed.weights, estimates, published }
}
