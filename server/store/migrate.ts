import { Migrator } from 'kysely/migration'
import { migrations } from '#migrations/index.ts'
import type { Db } from './database.ts'

/**
 * Brings the tables up to date, under a lock: two processes that start at once do no harm.
 *
 * @returns the names of the migrations that were applied now
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')
  if (failed) throw new Error(`Migration ${failed.migrationName} failed; nothing was changed`, { cause: error })
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}

/** Whether every migration has been applied: what /readyz asks. */
export async function isMigrated(db: Db): Promise<boolean> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  return (await migrator.getMigrations()).every(({ executedAt }) => executedAt !== undefined)
}
