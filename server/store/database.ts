import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { embeddedDialect } from './embedded/dialect.ts'
import { lockDirectory } from './embedded/directory-lock.ts'
import type { Schema } from './schema.ts'

/** The database, or a transaction in it: store functions take either as their first argument. */
export type Db = Kysely<Schema>

/** A transaction, where a function needs one: what it locks is let go at its end. */
export type Trx = Transaction<Schema>

export type OpenDatabase = { readonly db: Db; readonly engine: 'embedded' | 'postgres'; close: () => Promise<void> }

/** Opens PostgreSQL at an address, or the embedded database in a folder that this process then holds alone. */
export async function openDatabase(at: { url: string } | { directory: string }): Promise<OpenDatabase> {
  if ('url' in at) {
    const pool = poolOf(at.url)
    await pool.query('select').catch(async (cause: unknown) => {
      await pool.end()
      throw new Error('PostgreSQL cannot be reached. Is it running, and does DATABASE_URL name it?', { cause })
    })
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
    return { db, engine: 'postgres', close: () => db.destroy() }
  }
  mkdirSync(at.directory, { recursive: true, mode: 0o700 })
  const unlock = await lockDirectory(at.directory)
  const db = new Kysely<Schema>({ dialect: embeddedDialect(join(at.directory, 'database')) })
  const close = async () => {
    await db.destroy()
    unlock()
  }
  return { db, engine: 'embedded', close }
}

/** Ten connections; dates stay 'YYYY-MM-DD', as the embedded engine gives them. */
function poolOf(connectionString: string): pg.Pool {
  const date: number = pg.types.builtins.DATE
  const asItIs = (value: string) => value
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === date ? asItIs : pg.types.getTypeParser(oid, format),
  }
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: 'canvass',
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

/** A value for a json or jsonb column, the same on both engines (pg would send an array as a PostgreSQL array). */
export function asJson(value: unknown): string {
  return JSON.stringify(value)
}

/** Whether the database refused a row because another of the same key is there. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}
