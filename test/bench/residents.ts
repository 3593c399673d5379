import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { testKeys } from '#test/support/keys.ts'
import { databaseUrl } from '#test/support/template-database.ts'
import { runCrowd } from './crowd/crowd.ts'
import { verdictOn } from './crowd/verdict.ts'

/**
 * Residents who all text at the same time, half of them invited, on PostgreSQL with two servers and two workers of which
 * one after the other is killed.
 */
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
  const crowd = await runCrowd(env, {
    residents,
    servers: 2,
    workers: 2,
    killedEvery: 5,
    perSecond: 100,
    mostSeconds: Number(process.argv[3] ?? 7200),
    seed: 'ten thousand',
  })
  const { texts, seconds, repeated, outOfOrder, optOuts, kills, interviews, complete, sent, wrong } = crowd
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`
  print(
    `residents: ${residents} at once in ${seconds.toFixed(0)} s, ${texts} texts (${(texts / seconds).toFixed(0)}/s), ` +
      `${repeated} brought twice (${share(repeated, texts)}), ${outOfOrder} out of order (${share(outOfOrder, texts)}), ` +
      `${optOuts} opt-outs (${share(optOuts, residents)}), ${kills} kills; ${interviews} interviews, ${complete} complete, ` +
      `${crowd.cutShort} cut short by the end of the run`,
  )
  print(
    `residents: ${sent.invitations} invitations (where hours ended meanwhile: ${sent.beforeTheNight} before, ` +
      `${sent.afterTheNight} the next morning), ${sent.reminders} reminders, ${sent.canceled} canceled by opt-outs, ` +
      `${sent.confirmedAgain} opt-outs confirmed once more to a repeat of them; ${crowd.broughtAgain} texts brought ` +
      `again that nobody had answered, of which ${crowd.takenUnanswered} had been taken`,
  )
  print(
    `residents: ${Object.entries(wrong)
      .map(([what, times]) => `${what} ${times}`)
      .join(', ')} (bar: 0 each)`,
  )
  const { lines, allKept } = verdictOn(crowd)
  for (const line of lines) print(`residents: ${line}`)
  if (!allKept) process.exitCode = 1
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  rmSync(directory, { recursive: true })
}

if (import.meta.main) await benchResidents()
