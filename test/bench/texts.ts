import { fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { databaseUrl } from '#test/support/template-database.ts'
import { testKeys } from '#test/support/keys.ts'
import { sustainTexts } from './sustained-texts.ts'
import { flood, pace, poster } from './text-load.ts'

/**
 * Texts answered through the signed webhook, beside a bare Fastify insert of the same fields in the same run, on
 * PostgreSQL. Rounds alternate, since machines are noisy.
 */
export async function benchTexts(print: (line: string) => void = console.log): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server)
    throw new Error('npm run bench:texts starts a PostgreSQL server for this, or names one in TEST_DATABASE_URL')
  const name = `canvass_bench_${process.pid}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const child = fork(new URL('./text-server.ts', import.meta.url), {
    env: { ...process.env, BENCH_DATABASE_URL: databaseUrl(server, name) },
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const [connections, seconds, rounds] = [32, 4, 4]
  const webhook = poster(port, '/twilio/sms', connections)
  const bare = poster(port, '/bare', connections)
  await flood(webhook, connections, 2)
  await flood(bare, connections, 2)
  const ratios: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const inserts = await flood(bare, connections, seconds)
    const texts = await flood(webhook, connections, seconds)
    ratios.push(texts / inserts)
    print(
      `texts, round ${round}: ${texts.toFixed(0)} texts/s through the signed webhook, ` +
        `${inserts.toFixed(0)} bare inserts/s: ${((100 * texts) / inserts).toFixed(0)} %`,
    )
  }
  ratios.sort((a, b) => a - b)
  const median = ((ratios[rounds / 2 - 1] ?? 0) + (ratios[rounds / 2] ?? 0)) / 2
  print(`texts: median ${(100 * median).toFixed(0)} % of a bare insert (bar: 40 %)`)

  const times = await pace(webhook, 100, 20)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  print(`texts at 100 a second for 20 s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms (bar: p99 100 ms)`)

  child.send('stop')
  const [{ rssMiB }] = (await once(child, 'message')) as [{ rssMiB: number }]
  print(`texts: the server's memory afterwards ${rssMiB.toFixed(0)} MiB`)
  await once(child, 'exit')
  await admin.query(`drop database ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await benchSustained({ DATABASE_URL: databaseUrl(server, name), ...testKeys }, print)
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}

/** Two servers as in production, with PostgreSQL and the load beside them on the same machine. */
async function benchSustained(env: Record<string, string>, print: (line: string) => void): Promise<void> {
  const rate = { servers: 2, perSecond: 300, seconds: 60 }
  const { texts, kept, replied, broken, times, memoryMiB } = await sustainTexts(env, rate)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  print(
    `texts at ${rate.perSecond} a second for ${rate.seconds} s, ${rate.servers} servers: p50 ${at(0.5)} ms, ` +
      `p99 ${at(0.99)} ms, worst ${at(1)} ms (bar: p99 250 ms); ${texts - kept} of ${texts} lost, ` +
      `${texts - replied} without a reply, ${broken} interviews broken; at most ${memoryMiB.toFixed(0)} MiB a server`,
  )
}

if (import.meta.main) await benchTexts()
