import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/store/database.ts'
import { embeddedDialect } from '#server/store/embedded/dialect.ts'
import { migrate } from '#server/store/migrate.ts'
import type { Schema } from '#server/store/schema.ts'

declare module 'vitest' {
  interface ProvidedContext {
    template: { engine: 'embedded'; image: string } | { engine: 'postgres'; url: string; name: string }
  }
}

/** Migrates one database before all tests; every test file then works on a copy of it (databases.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  return url ? onPostgres(project, url) : embedded(project)
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'canvass-test-'))
  const dialect = embeddedDialect('memory://')
  const db = new Kysely<Schema>({ dialect })
  await migrate(db)
  const image = join(folder, 'image.tar')
  writeFileSync(image, await dialect.dump())
  await db.destroy()
  project.provide('template', { engine: 'embedded', image })
  return async () => rmSync(folder, { recursive: true })
}

async function onPostgres(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `canvass_test_${process.pid}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`create database ${name}`)
  const { db, close } = await openDatabase({ url: databaseUrl(url, name) })
  await migrate(db)
  await close()
  project.provide('template', { engine: 'postgres', url, name })
  return async () => {
    const { rows } = await server.query<{ datname: string }>(`select datname from pg_database where datname like $1`, [
      `${name}%`,
    ])
    for (const { datname } of rows) await server.query(`drop database "${datname}" with (force)`)
    await server.end()
  }
}

/** The address of another database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
