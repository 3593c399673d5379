import { sql } from 'kysely'
import type { Mode, Value } from '#instruments/engine/events.ts'
import type { Db } from './database.ts'
import { inPages } from './respondents.ts'

/** A complete interview as checks of its quality read it. */
export type LookedAt = {
  readonly id: string
  readonly mode: Mode
  readonly area: string | null
  readonly answers: Readonly<Record<string, Value>>
}

/** One entry of an interview's log, without what was answered. */
export type LogEntry = {
  readonly interview: string
  readonly type: string
  readonly mode: Mode
  readonly actor: string
  readonly question: string | null
  /** The device's clock, in seconds. */
  readonly at: number
}

/** The complete interviews of a wave, in the order of their ids. */
export function interviewsToLookAt(db: Db, waveId: string): AsyncGenerator<LookedAt[]> {
  return inPages((after, limit) =>
    db
      .selectFrom('interviews')
      .select(['id', 'mode_end as mode', 'area_id as area', 'answers'])
      .where('wave_id', '=', waveId)
      .where('status', '=', 'complete')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
}

/** The logs of some interviews, each in the server's order. */
export async function logsOf(db: Db, studyId: string, interviews: readonly string[]): Promise<LogEntry[]> {
  return db
    .selectFrom('interview_events')
    .select(['interview_id as interview', 'type', 'mode', 'actor'])
    .select(sql<string | null>`happening ->> 'question'`.as('question'))
    .select(sql<number>`extract(epoch from device_at)::float8`.as('at'))
    .where('study_id', '=', studyId)
    .where('interview_id', 'in', interviews)
    .orderBy('interview_id')
    .orderBy('seq')
    .execute()
}
