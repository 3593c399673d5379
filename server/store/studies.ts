import { createHash } from 'node:crypto'
import type { Study } from '#instruments/engine/study.ts'
import { asJson, type Db, type Trx } from './database.ts'

/** A published version: its questions and settings, frozen. */
export type PublishedVersion = { study_id: string; version: number; hash: string; instrument: object; study: Study }

/** The same letters for the same content, whatever the order of keys in the file. */
export function contentHash(content: unknown): string {
  const canonical = JSON.stringify(content, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(canonical).digest('hex')
}

/** Freezes a version of a study. The same content again is the version that it already was. */
export async function publishVersion(
  db: Trx,
  { instrument, study, engine }: { instrument: object; study: Study; engine: string },
): Promise<{ version: number; hash: string; isNew: boolean }> {
  const hash = contentHash({ instrument, study, engine })
  await db
    .insertInto('studies')
    .values({ id: study.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await lockStudy(db, study.id)
  const versions = await db
    .selectFrom('instrument_versions')
    .select(['version', 'hash'])
    .where('study_id', '=', study.id)
    .orderBy('version', 'desc')
    .execute()
  const same = versions.find((version) => version.hash === hash)
  if (same) return { version: same.version, hash, isNew: false }
  const version = (versions[0]?.version ?? 0) + 1
  await db
    .insertInto('instrument_versions')
    .values({ study_id: study.id, version, hash, instrument: asJson(instrument), study: asJson(study) })
    .execute()
  return { version, hash, isNew: true }
}

/** A published version, the latest one without a number. */
export async function findVersion(db: Db, studyId: string, version?: number): Promise<PublishedVersion | undefined> {
  let query = db
    .selectFrom('instrument_versions')
    .select(['study_id', 'version', 'hash', 'instrument', 'study'])
    .where('study_id', '=', studyId)
  if (version !== undefined) query = query.where('version', '=', version)
  return query.orderBy('version', 'desc').limit(1).executeTakeFirst()
}

/** Holds a study until the transaction ends: its waves and versions change one at a time. */
export async function lockStudy(trx: Trx, studyId: string): Promise<void> {
  await trx.selectFrom('studies').select('id').where('id', '=', studyId).forUpdate().execute()
}

export async function studyExists(db: Db, studyId: string): Promise<boolean> {
  return (await db.selectFrom('studies').select('id').where('id', '=', studyId).executeTakeFirst()) !== undefined
}

export async function listStudies(db: Db): Promise<string[]> {
  return (await db.selectFrom('studies').select('id').orderBy('created_at').execute()).map(({ id }) => id)
}
