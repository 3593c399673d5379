import { parentPort, workerData } from 'node:worker_threads'
import type { EnoughYet } from '#analysis/enough-yet.ts'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import { replicateVariances } from '#analysis/replicate-estimates.ts'
import {
  adjust,
  type Asking,
  enough,
  estimate,
  type Estimated,
  type Estimating,
  replicatesOf,
  weigh,
  type Weighed,
  type Weighing,
} from './analyze.ts'
import type { Adjusted } from './modes/compare-modes.ts'
import { judgeInterviews, type Judged } from './quality/judge-interviews.ts'
import type { InterviewColumns } from './quality/read-interviews.ts'
import { replicateInThreads } from './replicate-in-threads.ts'

/** The analysis runs in a thread of its own, so that the server answers while it counts. */

export type Job =
  | { kind: 'weigh'; input: Weighing }
  | { kind: 'estimate' | 'adjust'; input: Estimating }
  | { kind: 'enough'; input: Asking }
  | { kind: 'judge'; input: InterviewColumns }

/** What comes of a job. */
export type Result = Weighed | Estimated | Adjusted | EnoughYet | Judged

export type Refused = Pick<AnalysisRefusal, 'code' | 'message' | 'variable' | 'category' | 'area'>
export type Answer<Wanted> = { result: Wanted } | { refused: Refused }

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')
const job: Job = workerData // analysis-thread.ts starts this file with nothing else
port.postMessage(await answerTo(job))

async function answerTo(job: Job): Promise<Answer<Result>> {
  try {
    return { result: await resultOf(job) }
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error
    const { code, message, variable, category, area } = error
    return { refused: { code, message, variable, category, area } }
  }
}

function resultOf(job: Job): Result | Promise<Result> {
  switch (job.kind) {
    case 'weigh':
      return weigh(job.input)
    case 'estimate':
      return estimateWithReplicates(job.input)
    case 'adjust':
      return adjust(job.input)
    case 'enough':
      return enough(job.input)
    case 'judge':
      return judgeInterviews(job.input)
  }
}

async function estimateWithReplicates(input: Estimating): Promise<Estimated> {
  const plan = replicatesOf(input)
  return estimate(input, plan && replicateVariances(plan, await replicateInThreads(plan)))
}
