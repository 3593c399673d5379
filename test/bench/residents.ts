import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { testKeys } from '#test/support/keys.ts'
import { databaseUrl } from '#test/support/template-database.ts'
import { runCrowd } from './crowd/crowd.ts'

/** Residents who all text at the same time, on PostgreSQL with two servers of which one after the other is killed. */
export async function benchResidents(
  print: (line: string) => void = console.log,
  residents = Number(process.argv[2] ?? 10_000),
): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('npm run bench:residents starts a PostgreSQL server, or names one in TEST_DATABASE_URL')
  const name = `canvass_residents_${process.pid}`
  const directory = mkdtempSync(join(tmpdir(), 'canvass-residents-'))
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const env = { CANVASS_DIR: directory, DATABASE_URL: databaseUrl(server, name), ...testKeys }
  const { wrong, ...crowd } = await runCrowd(env, { residents, servers: 2, killedEvery: 10, seed: 'ten thousand' })
  const { texts, seconds, repeated, outOfOrder, optOuts, kills, interviews, complete } = crowd
  const share = (count: number) => `${((100 * count) / texts).toFixed(1)} %`
  print(
    `residents: ${crowd.residents} at once in ${seconds.toFixed(0)} s, ${texts} texts (${(texts / seconds).toFixed(0)}/s), ` +
      `${repeated} brought twice (${share(repeated)}), ${outOfOrder} out of order (${share(outOfOrder)}), ` +
      `${optOuts} opt-outs, ${kills} kills; ${interviews} interviews, ${complete} complete`,
  )
  const count = Object.entries(wrong).map(([what, times]) => `${what} ${times}`)
  print(`residents: ${count.join(', ')} (bar: 0 each)`)
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  rmSync(directory, { recursive: true })
}

if (import.meta.main) await benchResidents()
