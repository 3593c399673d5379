import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, isUniqueViolation } from './database.ts'
import type { Wave } from './waves.ts'

/** An import that has written nothing for so long belongs to a process that has gone. */
const deadAfterSeconds = 120

/** Begins the import of a file; undefined while another into this wave is under way. */
export async function beginSampleImport(db: Db, wave: Wave, file: string, now: Date): Promise<string | undefined> {
  await removeDeadImports(db, wave.id, now)
  const id = randomUUID()
  try {
    await db
      .insertInto('sample_imports')
      .values({ id, study_id: wave.study_id, wave_id: wave.id, file, alive_at: now })
      .execute()
    return id
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

/** From now on its cases are seen. */
export async function finishSampleImport(
  db: Db,
  id: string,
  done: { cases: number; rejected: number; now: Date },
): Promise<void> {
  const { cases, rejected, now } = done
  await db.updateTable('sample_imports').set({ cases, rejected, imported_at: now }).where('id', '=', id).execute()
}

async function removeDeadImports(db: Db, waveId: string, now: Date): Promise<void> {
  const dead = await db
    .selectFrom('sample_imports')
    .select('id')
    .where('wave_id', '=', waveId)
    .where('imported_at', 'is', null)
    .where('alive_at', '<', new Date(now.getTime() - deadAfterSeconds * 1000))
    .execute()
  for (const { id } of dead) await removeSampleImport(db, id)
}

/**
 * Takes away an import that was not finished, piece by piece: its cases and the people who came with them. Words of
 * consent stay, as the ledger is only added to, and so do sealed numbers, which then are nobody's.
 */
export async function removeSampleImport(db: Db, id: string): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      with piece as (select id from sample_cases where import_id = ${id}::uuid limit 200),
        links as (delete from pii.case_people where case_id in (select id from piece) returning person_id, case_id),
        gone as (
          delete from pii.people p using links l where p.id = l.person_id and not exists (
            select from pii.case_people k where k.person_id = p.id and k.case_id <> l.case_id))
      delete from sample_cases where id in (select id from piece) returning id`.execute(db)
    if (rows.length === 0) break
  }
  await db.deleteFrom('sample_imports').where('id', '=', id).where('imported_at', 'is', null).execute()
}
