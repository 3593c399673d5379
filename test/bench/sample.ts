import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { readConfig } from '#server/config.ts'
import { importSample } from '#server/operations/import-sample.ts'
import { migrate } from '#server/store/migrate.ts'
import { openDatabase } from '#server/store/database.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { testKeys } from '#test/support/keys.ts'

/**
 * How long a sample of invented people takes to be taken in, and how long texts would wait meanwhile: 500,000 rows on
 * PostgreSQL, or as many as the first argument says. `BENCH_EMBEDDED=1` measures the embedded database.
 */
const rows = Number(process.argv[2] ?? 500_000)
/** Area codes of the city and its surroundings; with exchange 555 nobody has these numbers. */
const areaCodes = [201, 203, 212, 215, 267, 301, 302, 304, 315, 332, 347, 401, 410, 412, 413, 434, 443, 475, 484, 508]
areaCodes.push(516, 518, 540, 551, 570, 571, 585, 603, 607, 609, 610, 617, 631, 646, 703, 716, 717, 718, 724, 732)
areaCodes.push(757, 774, 781, 802, 804, 814, 845, 848, 856, 857, 860, 862, 908, 914, 917, 929, 973, 978, 240, 234)

async function inventSample(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write('case_id,phone,language,name,address,latitude,longitude,frame,stratum,probability,consent,age\n')
  for (let n = 0; n < rows; n++) {
    const phone = `+1${areaCodes[Math.floor(n / 10_000)]}555${String(n % 10_000).padStart(4, '0')}`
    const place = `${((n % 997) / 1000).toFixed(4)},${((n % 3989) / 1000).toFixed(4)}`
    const line = `B${n},${phone},es,Invented Person ${n},${n} Invented Street,${place},invented,S${n % 8},0.05,form,30\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

const folder = mkdtempSync(join(tmpdir(), 'canvass-bench-sample-'))
const url = process.env.BENCH_EMBEDDED ? undefined : process.env.TEST_DATABASE_URL
const database = await openDatabase(url ? { url } : { directory: join(folder, 'database') })
try {
  await migrate(database.db)
  const config = readConfig({ CANVASS_DIR: folder, DATABASE_URL: 'postgres://unused', ...testKeys })
  const deps = makeDeps({ db: database.db, config, log: makeLog('silent') })
  const wave = await openBundledStudy(deps)
  const file = join(folder, 'sample.csv')
  await inventSample(file)

  const waits: number[] = []
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const stopped = new AbortController()
  const asking = (async () => {
    while (!stopped.signal.aborted) {
      const asked = performance.now()
      await deps.db.selectFrom('studies').select('id').executeTakeFirst()
      waits.push(performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const started = performance.now()
  const { cases, rejected } = await importSample(deps, wave, { file, told: new Map(), dryRun: false })
  const seconds = (performance.now() - started) / 1000
  stopped.abort()
  await asking
  waits.sort((a, b) => a - b)
  const ms = (share: number) => (waits[Math.floor(waits.length * share)] ?? Number.NaN).toFixed(0)
  console.log(
    `sample import, ${database.engine}: ${cases} cases, ${rejected} rejected, ${seconds.toFixed(1)} s (${Math.round(cases / seconds)}/s), ` +
      `${Math.round(process.memoryUsage().rss / 1e6)} MB; a query meanwhile waited ${ms(0.5)} ms (median), ${ms(0.99)} ms (99 %), ${ms(0.9999)} ms at most; ` +
      `event loop held up to ${(loop.max / 1e6).toFixed(0)} ms`,
  )
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}
