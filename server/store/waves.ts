import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { Schema, WaveStatus } from './schema.ts'

/** One fielding period of a study: it pins instrument version, layer, margins and place shares. */
export type Wave = Selectable<Schema['waves']>

/** A wave as it is read along with an interview. */
export type FieldedWave = Omit<Wave, 'created_at' | 'opened_at' | 'closed_at'>

/** What a wave is made of: this never changes, whatever becomes of its status. */
export type Pinned = Pick<Wave, 'id' | 'study_id' | 'version' | 'layer_id' | 'place_set_id'>

export async function openWaveOf(db: Db, studyId: string): Promise<Wave | undefined> {
  return db
    .selectFrom('waves')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('status', '=', 'open')
    .executeTakeFirst()
}

/** Every wave that takes answers now, the longest open one first. */
export async function openWaves(db: Db): Promise<Wave[]> {
  return db.selectFrom('waves').selectAll().where('status', '=', 'open').orderBy('opened_at').execute()
}

/** Every wave that is open or paused, the longest open one first. */
export async function fieldedWaves(db: Db): Promise<Wave[]> {
  return db.selectFrom('waves').selectAll().where('status', 'in', ['open', 'paused']).orderBy('opened_at').execute()
}

/** The wave with this number, or without one the latest. */
export async function findWave(db: Db, studyId: string, number?: number): Promise<Wave | undefined> {
  let query = db.selectFrom('waves').selectAll().where('study_id', '=', studyId)
  if (number !== undefined) query = query.where('number', '=', number)
  return query.orderBy('number', 'desc').limit(1).executeTakeFirst()
}

export async function waveById(db: Db, id: string): Promise<Wave | undefined> {
  return db.selectFrom('waves').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listWaves(db: Db, studyId: string): Promise<Wave[]> {
  return db.selectFrom('waves').selectAll().where('study_id', '=', studyId).orderBy('number').execute()
}

/** A new wave, next in number, opened now. */
export async function createWave(
  db: Db,
  wave: Pick<Wave, 'study_id' | 'title' | 'invented' | 'version' | 'layer_id' | 'margin_set_id' | 'place_set_id'> & {
    status: 'open' | 'paused'
    seed?: string
    now: Date
  },
): Promise<Wave> {
  const { now, seed = null, ...pinned } = wave
  const last = await findWave(db, wave.study_id)
  return db
    .insertInto('waves')
    .values({
      ...pinned,
      id: randomUUID(),
      number: (last?.number ?? 0) + 1,
      seed,
      opened_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function renameWave(db: Db, id: string, title: string): Promise<void> {
  await db.updateTable('waves').set({ title }).where('id', '=', id).execute()
}

export async function setWaveStatus(db: Db, id: string, status: WaveStatus, now: Date): Promise<void> {
  await db
    .updateTable('waves')
    .set((eb) => ({
      status,
      opened_at: status === 'open' ? eb.fn.coalesce('opened_at', eb.val(now)) : eb.ref('opened_at'),
      closed_at: status === 'closed' ? now : null,
    }))
    .where('id', '=', id)
    .execute()
}
