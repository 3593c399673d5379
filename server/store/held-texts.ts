import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Plans the texts of a wave again that were held for a person to look at; they are tried as if for the first time. */
export async function releaseHeld(db: Db, waveId: string, now: Date): Promise<number> {
  const { rows } = await sql`
    update pii.outbound_texts
    set state = 'planned', reason = null, error_code = null, attempts = 0, not_before = greatest(not_before, ${now})
    where wave_id = ${waveId}::uuid and state = 'held'
    returning id`.execute(db)
  return rows.length
}

/** Cancels every text of a wave that has not left, planned or held; those on their way are not touched. */
export async function cancelWaiting(
  db: Db,
  waveId: string,
  reason: string,
): Promise<{ planned: number; held: number }> {
  const { rows } = await sql<{ was: 'planned' | 'held' }>`
    with waiting as (
      select id, state from pii.outbound_texts
      where wave_id = ${waveId}::uuid and state in ('planned', 'held')
      for update
    )
    update pii.outbound_texts t set state = 'canceled', reason = ${reason}
    from waiting where t.id = waiting.id
    returning waiting.state as was`.execute(db)
  const held = rows.filter(({ was }) => was === 'held').length
  return { planned: rows.length - held, held }
}
