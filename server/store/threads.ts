import { notBegun } from '#instruments/engine/interview.ts'
import type { StoredInterview } from './interviews.ts'
import type { WaveStatus } from './schema.ts'
import type { Pinned } from './waves.ts'

/** A number in one interview, begun or invited to. */
export type Thread = {
  readonly wave: Pinned
  readonly status: WaveStatus
  /** With seq 0 and nothing in it where it has not begun. */
  readonly interview: StoredInterview
  /** The language that the sample has; null without a case too. */
  readonly language: string | null
  readonly personId: string | null
  /** The sealed name of the person, where the sample had one. */
  readonly name: Buffer | null
  /** Whether this person wants nothing of us, by whatever number. */
  readonly stopped: boolean
  readonly begunAt: Date
  /** When either side last spoke, or the interview went on elsewhere; null: they have never been written to. */
  readonly lastAt: Date | null
  /** The hash of the resident's last text. */
  readonly lastText: Buffer | null
}

/** An interview that has not begun; a case has reserved its id. */
export function unbegun(
  wave: Pinned,
  id: string,
  sampleCase: { readonly id: string; readonly area: string | null } | null,
): StoredInterview {
  return {
    study_id: wave.study_id,
    id,
    wave_id: wave.id,
    case_id: sampleCase?.id ?? null,
    case_area: sampleCase?.area ?? null,
    seq: 0,
    fold: notBegun,
  }
}
