import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrations } from '#migrations/index.ts'
import { aFolder, canvass } from '#test/support/canvass.ts'
import { testKeys } from '#test/support/keys.ts'
import { databaseUrl } from '#test/support/template-database.ts'

const template = inject('template')

describe.runIf(template.engine === 'postgres')('processes that migrate one PostgreSQL database at once', () => {
  const url = template.engine === 'postgres' ? template.url : ''
  const name = `canvass_at_once_${process.pid}`
  const ask = async (sql: string) => {
    const server = new pg.Client({ connectionString: url })
    await server.connect()
    await server.query(sql)
    await server.end()
  }
  beforeAll(() => ask(`create database ${name}`))
  afterAll(() => ask(`drop database ${name} with (force)`))

  test('do no harm: one applies everything, the others find it done', async () => {
    const env = { DATABASE_URL: databaseUrl(url, name), ...testKeys }
    const runs = await Promise.all([1, 2, 3].map(() => canvass(aFolder(), ['migrate', '--json'], env)))
    expect(runs.map(({ exitCode, error }) => ({ exitCode, error }))).toEqual(
      runs.map(() => ({ exitCode: 0, error: '' })),
    )
    const applied = runs.map(({ out }) => (JSON.parse(out) as { applied: string[] }).applied)
    expect(applied.sort((a, b) => b.length - a.length)).toEqual([Object.keys(migrations), [], []])
  })
})
