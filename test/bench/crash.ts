import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { testKeys } from '#test/support/keys.ts'
import { killUnderLoad } from '#test/support/kill-under-load.ts'
import { databaseUrl } from '#test/support/template-database.ts'

/** Kills the server twenty times under load on each engine, and counts what was acknowledged and lost. */
export async function benchCrash(print: (line: string) => void = console.log, kills = 20): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'canvass-crash-'))
  const report = async (engine: string, env: Record<string, string>) => {
    const { acknowledged, lost, broken, interviews } = await killUnderLoad({ CANVASS_DIR: directory, ...env }, kills)
    print(
      `crash, ${engine}: ${kills} kills, opened every time; ${acknowledged} acknowledged answers and texts in ` +
        `${interviews} interviews, ${lost} lost, ${broken} interviews broken (bar: 0 and 0)`,
    )
  }
  await report('embedded', {})
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('npm run bench:crash starts a PostgreSQL server, or names one in TEST_DATABASE_URL')
  const name = `canvass_crash_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await report('PostgreSQL', { DATABASE_URL: databaseUrl(server, name), ...testKeys })
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  rmSync(directory, { recursive: true })
}

if (import.meta.main) await benchCrash()
