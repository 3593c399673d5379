import { parentPort, workerData } from 'node:worker_threads'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import { adjust, estimate, type Estimated, type Estimating, weigh, type Weighed, type Weighing } from './analyze.ts'
import type { Adjusted } from './modes/compare-modes.ts'

/** The analysis runs in a thread of its own, so that the server answers while it counts. */

export type Job = { kind: 'weigh'; input: Weighing } | { kind: 'estimate' | 'adjust'; input: Estimating }

export type Refused = Pick<AnalysisRefusal, 'code' | 'message' | 'variable' | 'category' | 'area'>
export type Answer<Result> = { result: Result } | { refused: Refused }

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')
const job: Job = workerData // analysis-thread.ts starts this file with nothing else
port.postMessage(answerTo(job))

function answerTo(job: Job): Answer<Weighed | Estimated | Adjusted> {
  try {
    if (job.kind === 'weigh') return { result: weigh(job.input) }
    return { result: job.kind === 'estimate' ? estimate(job.input) : adjust(job.input) }
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error
    const { code, message, variable, category, area } = error
    return { refused: { code, message, variable, category, area } }
  }
}
