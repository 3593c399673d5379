import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * What comes in versions, each written piece by piece and seen by nobody before `imported_at` is set. One whose process
 * was killed stays unseen, and its number is not used again.
 */
export type Imported = 'area_layers' | 'margin_sets' | 'place_sets'

export type Version = { id: string; version: number }

/** Begins the next version of a layer. */
export async function beginLayer(db: Db, { name, invented }: { name: string; invented: boolean }): Promise<Version> {
  return inserted(
    db,
    sql`
    insert into area_layers (id, name, invented, version)
    select ${randomUUID()}::uuid, ${name}, ${invented}, coalesce(max(version), 0) + 1
    from area_layers where name = ${name}
    returning id, version`,
  )
}

/** Begins the next version of a layer's margins or place shares. */
export async function beginSet(db: Db, table: 'margin_sets' | 'place_sets', layerId: string): Promise<Version> {
  return inserted(
    db,
    sql`
    insert into ${sql.table(table)} (id, layer_id, version)
    select ${randomUUID()}::uuid, ${layerId}::uuid, coalesce(max(version), 0) + 1
    from ${sql.table(table)} where layer_id = ${layerId}::uuid
    returning id, version`,
  )
}

async function inserted(db: Db, statement: ReturnType<typeof sql>): Promise<Version> {
  const { rows } = await statement.$castTo<Version>().execute(db)
  if (!rows[0]) throw new Error('No version was begun')
  return rows[0]
}

/** From now on this is the latest version. */
export async function finishImport(db: Db, table: Imported, id: string, now: Date): Promise<void> {
  await sql`update ${sql.table(table)} set imported_at = ${now} where id = ${id}::uuid`.execute(db)
}

/** Takes away a version that was not finished, with its rows. */
export async function removeImport(db: Db, table: Imported, id: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where id = ${id}::uuid and imported_at is null`.execute(db)
}
