import { type Selectable, sql } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'
import type { FieldedWave } from './waves.ts'

export type TextCampaign = Selectable<Schema['text_campaigns']>

/** Lets a wave's texts leave, from now on. */
export async function runCampaign(db: Db, waveId: string, now: Date): Promise<void> {
  await db
    .insertInto('text_campaigns')
    .values({ wave_id: waveId, state: 'running', reason: null, changed_at: now, refilled_at: now, resume_at: null })
    .onConflict((conflict) =>
      conflict.column('wave_id').doUpdateSet({ state: 'running', reason: null, changed_at: now, resume_at: null }),
    )
    .execute()
}

/** Keeps a wave's texts back until somebody starts them again. False where they were not running. */
export async function stopCampaign(db: Db, waveId: string, reason: string, now: Date): Promise<boolean> {
  const stopped = await db
    .updateTable('text_campaigns')
    .set({ state: 'stopped', reason, changed_at: now })
    .where('wave_id', '=', waveId)
    .where('state', '=', 'running')
    .returning('wave_id')
    .executeTakeFirst()
  return stopped !== undefined
}

/** Sends nothing of a wave for a while, and then slowly again. */
export async function pauseCampaign(db: Db, waveId: string, until: Date): Promise<void> {
  await sql`
    update text_campaigns set resume_at = greatest(resume_at, ${until}::timestamptz), tokens = 0,
      refilled_at = greatest(refilled_at, ${until}::timestamptz)
    where wave_id = ${waveId}::uuid`.execute(db)
}

export async function campaignOf(db: Db, waveId: string): Promise<TextCampaign | undefined> {
  return db.selectFrom('text_campaigns').selectAll().where('wave_id', '=', waveId).executeTakeFirst()
}

/** The waves whose texts leave now. */
export async function runningCampaigns(db: Db): Promise<FieldedWave[]> {
  return db
    .selectFrom('text_campaigns as c')
    .innerJoin('waves as w', 'w.id', 'c.wave_id')
    .selectAll('w')
    .where('c.state', '=', 'running')
    .where('w.status', '=', 'open')
    .orderBy('w.id')
    .execute()
}

/**
 * The waves that have texts to send: those that run, and closed ones whose last texts wait, which are follow-ups, and
 * whatever the closing has overtaken.
 */
export async function sendingCampaigns(db: Db): Promise<FieldedWave[]> {
  return db
    .selectFrom('text_campaigns as c')
    .innerJoin('waves as w', 'w.id', 'c.wave_id')
    .selectAll('w')
    .where('c.state', '=', 'running')
    .where('w.status', 'in', ['open', 'closed'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('pii.outbound_texts as t')
          .select('t.id')
          .whereRef('t.wave_id', '=', 'w.id')
          .where('t.state', '=', 'planned'),
      ),
    )
    .orderBy('w.id')
    .execute()
}
