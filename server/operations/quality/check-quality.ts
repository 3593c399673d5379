import { type MarginMiss, marginMisses } from '#analysis/quality/margin-misses.ts'
import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import type { Db } from '#server/store/database.ts'
import type { Wave } from '#server/store/waves.ts'
import { latestRun } from '#server/store/weighting.ts'
import { judgeInThread } from '../analysis-thread.ts'
import { diagnosticsOf } from '../read-methods.ts'
import { isOfCity } from '../read-weighting.ts'
import type { Judged, Reason } from './judge-interviews.ts'
import { planQuality } from './plan-quality.ts'
import { readInterviews } from './read-interviews.ts'

/** An interview with reasons for a look. Nothing in here says who answered, or what. */
export type FlaggedInterview = {
  interviewId: string
  mode: string
  interviewer: string | null
  reasons: StoredReason[]
}

/** A reason as others read it: another interview by its id, not its row. */
export type StoredReason = Exclude<Reason, { kind: 'near-duplicate' }> | NearDuplicateOf
type NearDuplicateOf = Omit<Extract<Reason, { kind: 'near-duplicate' }>, 'of'> & { of: string }

export type CheckedWave = {
  wave: { study: string; number: number; title: string; invented: boolean }
  interviews: number
  /** The most striking first. */
  flagged: FlaggedInterview[]
  byMode: { mode: string; interviews: number; flagged: number; withInterviewer: number }[]
  blocks: Judged['blocks']
  paces: Judged['paces']
  duplicates: Judged['duplicates']
  interviewers: Judged['interviewers']
  effects: Judged['effects']
  /** Of the wave's latest weights; absent where there are none. */
  weights?: {
    runId: string
    designEffect: number
    nEffective: number
    interviews: number
    /** The groups that were farthest off before weighting, the largest difference first. */
    misses: MarginMiss[]
  }
}

/**
 * Looks at how the complete interviews of a wave were made: straight-lining, speed, near-duplicates, interviewers.
 * Gives reasons for a look with their figures; what they mean is for people to find out.
 */
export async function checkQuality(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  progress: (done: number) => void = () => {},
): Promise<CheckedWave> {
  const plan = planQuality(await compiledFor(wave))
  const { ids, columns } = await readInterviews(db, wave, plan, progress)
  if (ids.length === 0)
    throw refused({ reason: `Wave ${wave.number} of "${wave.study_id}" has no complete interview to look at yet.` })
  const { flagged, ...judged } = await judgeInThread(columns)
  const { modes, interviewers } = columns
  const labelIn = ({ labels, codes }: typeof modes, row: number) => labels[codes[row] ?? -1] ?? null
  const isFlagged = new Set(flagged.map(({ row }) => row))
  const { study_id, number, title, invented } = wave
  const weights = await weightsFound(db, wave)
  return {
    wave: { study: study_id, number, title, invented },
    interviews: ids.length,
    flagged: flagged
      .map(({ row, reasons }) => ({
        interviewId: ids[row] ?? '',
        mode: labelIn(modes, row) ?? '',
        interviewer: labelIn(interviewers, row),
        reasons: reasons.map((reason) => withId(reason, ids)),
      }))
      .sort(moreStriking),
    byMode: modes.labels.map((mode, code) => {
      const rows = [...modes.codes.keys()].filter((row) => modes.codes[row] === code)
      return {
        mode,
        interviews: rows.length,
        flagged: rows.filter((row) => isFlagged.has(row)).length,
        withInterviewer: rows.filter((row) => (interviewers.codes[row] ?? -1) >= 0).length,
      }
    }),
    ...judged,
    ...(weights && { weights }),
  }
}

/** What the wave's latest weights say of its sample. */
async function weightsFound(db: Db, wave: Wave): Promise<CheckedWave['weights']> {
  const run = await latestRun(db, wave.id)
  const { designEffect, nEffective, margins = [] } = run ? diagnosticsOf(run) : {}
  if (!run || designEffect === undefined || nEffective === undefined) return undefined
  const misses = marginMisses(margins.filter(isOfCity))
  return { runId: run.id, designEffect, nEffective, interviews: run.interviews, misses }
}

function withId(reason: Reason, ids: readonly string[]): StoredReason {
  return reason.kind === 'near-duplicate' ? { ...reason, of: ids[reason.of] ?? '' } : reason
}

/** Several reasons before one; then copies, speed and straight lines, each by how far it goes. */
function moreStriking(a: FlaggedInterview, b: FlaggedInterview): number {
  return b.reasons.length - a.reasons.length || strikes(b) - strikes(a) || a.interviewId.localeCompare(b.interviewId)
}

function strikes({ reasons }: FlaggedInterview): number {
  return Math.max(
    ...reasons.map((reason) => {
      switch (reason.kind) {
        case 'near-duplicate':
          return 2 + reason.same / reason.compared
        case 'speeding':
          return 2 - reason.pace
        case 'straight-lining':
          return 1 - reason.chance
      }
    }),
  )
}
