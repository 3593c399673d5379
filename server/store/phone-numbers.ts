import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** A number as it is kept: sealed, with the zone that a sample or somebody told for it. */
export async function findPhone(
  db: Db,
  hash: Buffer,
): Promise<Pick<Selectable<Schema['pii.phone_numbers']>, 'sealed' | 'time_zone'> | undefined> {
  return db.selectFrom('pii.phone_numbers').select(['sealed', 'time_zone']).where('hash', '=', hash).executeTakeFirst()
}
