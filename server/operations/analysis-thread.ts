import { Worker } from 'node:worker_threads'
import type { EnoughYet } from '#analysis/enough-yet.ts'
import { cannotWeigh } from '#server/problems.ts'
import type { Answer, Job, Refused, Result } from './analysis-worker.ts'
import type { Asking, Estimated, Estimating, Weighed, Weighing } from './analyze.ts'
import type { Adjusted } from './modes/compare-modes.ts'
import type { Judged } from './quality/judge-interviews.ts'
import type { InterviewColumns } from './quality/read-interviews.ts'

/** Weighs in a thread. @throws Problem cannot-weigh when the analysis refuses */
export function weighInThread(input: Weighing): Promise<Weighed> {
  return resultOf({ kind: 'weigh', input })
}

/** Weighs and estimates in a thread. @throws Problem cannot-weigh when the analysis refuses */
export function estimateInThread(input: Estimating): Promise<Estimated> {
  return resultOf({ kind: 'estimate', input })
}

/** Weighs, estimates and takes the difference by mode off, in a thread. @throws Problem cannot-weigh when it refuses */
export function adjustInThread(input: Estimating): Promise<Adjusted> {
  return resultOf({ kind: 'adjust', input })
}

/** Says whether there are enough interviews, in a thread. @throws Problem cannot-weigh when the analysis refuses */
export function enoughInThread(input: Asking): Promise<EnoughYet> {
  return resultOf({ kind: 'enough', input })
}

/** Judges interviews in a thread. */
export function judgeInThread(input: InterviewColumns): Promise<Judged> {
  return resultOf({ kind: 'judge', input })
}

async function resultOf<Wanted extends Result>(job: Job): Promise<Wanted> {
  const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { workerData: job })
  const answer = await new Promise<Answer<Wanted>>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The analysis ended without an answer (${code})`)))
  })
  if ('refused' in answer) throw problemOf(answer.refused)
  return answer.result
}

function problemOf({ code, message, variable, category, area }: Refused): Error {
  const place = area === undefined ? {} : { area }
  return cannotWeigh({ reason: `${message} ${wayOut(code, variable)}`.trim(), variable, category, ...place })
}

/** What a person can do about a refusal of the analysis. */
function wayOut(code: Refused['code'], variable = ''): string {
  switch (code) {
    case 'empty-category':
      return variable === 'area'
        ? 'Collect interviews there, or set "areaTotals" to false in study.json.'
        : `Collect interviews there, or join it with another category of "${variable}" in study.json.`
    case 'unpopulated-category':
      return 'Correct the margins, or the answers that lead to this category in study.json.'
    case 'not-converged':
      return 'Leave one of these margins out in study.json, widen "bounds" where there are any, or raise "collapse" so that thin categories are joined.'
    default:
      return ''
  }
}
