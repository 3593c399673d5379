import { parentPort, workerData } from 'node:worker_threads'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import { judgeInterviews, type Judged } from './quality/judge-interviews.ts'
import type { InterviewColumns } from './quality/read-interviews.ts'
import { estimate, type Estimated, type Estimating, weigh, type Weighed, type Weighing } from './analyze.ts'

/** The analysis runs in a thread of its own, so that the server answers while it counts. */

export type Job =
  | { kind: 'weigh'; input: Weighing }
  | { kind: 'estimate'; input: Estimating }
  | { kind: 'judge'; input: InterviewColumns }

export type Refused = Pick<AnalysisRefusal, 'code' | 'message' | 'variable' | 'category'>
export type Answer<Result> = { result: Result } | { refused: Refused }

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')
const job: Job = workerData // analysis-thread.ts starts this file with nothing else
port.postMessage(answerTo(job))

function answerTo(job: Job): Answer<Weighed | Estimated | Judged> {
  try {
    return { result: resultOf(job) }
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error
    const { code, message, variable, category } = error
    return { refused: { code, message, variable, category } }
  }
}

function resultOf(job: Job): Weighed | Estimated | Judged {
  switch (job.kind) {
    case 'weigh':
      return weigh(job.input)
    case 'estimate':
      return estimate(job.input)
    case 'judge':
      return judgeInterviews(job.input)
  }
}
