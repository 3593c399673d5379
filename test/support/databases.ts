import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Config, readConfig } from '#server/config.ts'
import { type Deps, makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { type Db, openDatabase } from '#server/store/database.ts'
import { embeddedDialect } from '#server/store/embedded/dialect.ts'
import type { Schema } from '#server/store/schema.ts'
import { testKeys } from './keys.ts'
import { databaseUrl } from './template-database.ts'

/** Which engine this run is on: the embedded one, or PostgreSQL where TEST_DATABASE_URL is set. */
export function engine(): 'embedded' | 'postgres' {
  return inject('template').engine
}

/** An empty, migrated database, and how to let it go. */
export async function openTestDatabase(): Promise<{ db: Db; url?: string; close: () => Promise<void> }> {
  const template = inject('template')
  if (template.engine === 'embedded') {
    const db = new Kysely<Schema>({ dialect: embeddedDialect('memory://', readFileSync(template.image)) })
    await db.introspection.getSchemas() // opens it now, within the time that hooks have
    return { db, close: () => db.destroy() }
  }
  const name = `${template.name}_${process.pid}_${crypto.randomUUID().slice(0, 8)}`
  const server = new pg.Client({ connectionString: template.url })
  await server.connect()
  await server.query(`create database ${name} template ${template.name}`)
  await server.end()
  const url = databaseUrl(template.url, name)
  const { db, close } = await openDatabase({ url })
  return { db, url, close }
}

/** A database of this test file's own, opened before its tests and closed after them. Use inside tests only. */
export function testDatabase(): { readonly db: Db; readonly deps: Deps; readonly url: string | undefined } {
  let opened: Awaited<ReturnType<typeof openTestDatabase>> | undefined
  let deps: Deps | undefined
  beforeAll(async () => {
    opened = await openTestDatabase()
    deps = testDeps(opened.db)
  })
  afterAll(async () => opened?.close())
  return {
    get db() {
      if (!opened) throw new Error('The database is open in tests and hooks only')
      return opened.db
    },
    get deps() {
      if (!deps) throw new Error('Deps exist in tests and hooks only')
      return deps
    },
    get url() {
      return opened?.url
    },
  }
}

/** What the server works with, over a test's database; silent. */
export function testDeps(db: Db, env: Record<string, string> = {}): Deps {
  return makeDeps({ db, config: testConfig(env), log: makeLog('silent') })
}

export function testConfig(env: Record<string, string> = {}): Config {
  return readConfig({
    CANVASS_DIR: join(tmpdir(), 'canvass-test'),
    DATABASE_URL: 'postgres://unused',
    ...testKeys,
    ...env,
  })
}
