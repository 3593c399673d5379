import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import type { Call, Command } from '#server/commands/command.ts'
import { weigh } from '#server/commands/weigh.ts'
import { weightingReport } from '#server/commands/weighting-report.ts'
import { produceWeightingReport } from '#server/operations/produce-weighting-report.ts'
import { diagnosticsOf } from '#server/operations/read-methods.ts'
import { readWeighting } from '#server/operations/read-weighting.ts'
import { groupNames } from '#server/operations/weighting/group-names.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { insertRun, latestRun } from '#server/store/weighting.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import {
  type Answered,
  communityTrust,
  fieldWave,
  interviewId,
  numbersFrom,
  residentFrom,
  storeInterviews,
} from '#test/support/fielded-wave.ts'
import { publish } from '#test/support/published-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
const out = mkdtempSync(join(tmpdir(), 'canvass-weighting-'))
afterAll(() => rmSync(out, { recursive: true }))

/** Five areas with residents, one without an area, one who names the park; few of the oldest, so that they are joined. */
function residents(count: number): Answered[] {
  const random = numbersFrom(8)
  const answers = () => {
    const own = residentFrom(random)
    return own.age_group === '75+' && random() < 0.9 ? { ...own, age_group: '25-34' } : own
  }
  return [
    ...Array.from({ length: count }, (_, i) => ({ area: String(1 + (i % 5)), answers: answers() })),
    { area: null, answers: answers() },
    { area: '6', answers: answers() },
  ]
}

async function fielded(interviews = residents(500)): Promise<Wave> {
  await database.db.deleteFrom('interviews').execute()
  const wave = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts })
  await storeInterviews(database.db, wave, interviews)
  return wave
}

async function run(command: Command, options: Call['options'] = {}) {
  const printed: string[] = []
  const call = {
    deps: database.deps,
    args: ['community-trust'],
    options,
    print: (line: string) => printed.push(line),
    progress: () => {},
    path: (file: string) => join(out, file),
  }
  const result = await command.run(call)
  return { printed: printed.join('\n'), result }
}

test('what is told is what was kept: margins, spread, joins, areas, and the ones left out', async () => {
  const wave = await fielded()
  const { runId, diagnostics } = await weighSample(database.deps, wave)
  const account = await readWeighting(database.deps, wave)
  expect(account.run.id).toBe(runId)
  expect(account).toMatchObject({
    interviews: 502,
    population: 13_200,
    designEffect: diagnostics.designEffect,
    unpopulated: ['Area 6'],
    withoutArea: 1,
    inUnpopulated: [{ area: 'Area 6', interviews: 1 }],
    trimmed: { lower: 0.2, upper: 5 },
    intake: undefined,
    areaTotals: true,
  })
  expect(account.spread.bins.reduce((sum, { count }) => sum + count, 0)).toBe(502)
  expect(account.spread.mean).toBeCloseTo(13_200 / 502, 6)
  expect(account.margins.map(({ variable }) => variable)).toEqual(['age', 'sex', 'race_eth', 'education'])
  for (const { rows } of account.margins) for (const { after, target } of rows) expect(after).toBeCloseTo(target, 6)
  expect(account.collapsed.map(({ title, labels }) => [title?.en, labels[0]?.en])).toContainEqual([
    'Age',
    '75 or older',
  ])
  expect(account.areas.map(({ name }) => name)).toEqual(smallCity.map(({ name }) => name))
})

test('the report of an old run is the same whatever has happened since', async () => {
  const wave = await fielded()
  const first = await weighSample(database.deps, wave)
  const file = join(out, 'first.html')
  await produceWeightingReport(database.deps, wave, { file })
  const before = readFileSync(file, 'utf8')
  expect(before).toContain(first.runId)

  await database.db.updateTable('interviews').set({ answers: '{}' }).where('id', '<', interviewId(100)).execute()
  const second = await weighSample(database.deps, wave)
  await produceWeightingReport(database.deps, wave, { file: join(out, 'second.html') })
  expect(readFileSync(join(out, 'second.html'), 'utf8')).toContain(second.runId)
  await produceWeightingReport(database.deps, wave, { file, runId: first.runId })
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('a drawn sample tells the weights that it began with, and that others came on their own', async () => {
  const drawn = residents(300).map((resident, i) =>
    i < 200 ? { ...resident, probability: i % 2 ? 0.01 : 0.02 } : resident,
  )
  const wave = await fielded(drawn)
  await weighSample(database.deps, wave)
  const { intake, concerns } = await readWeighting(database.deps, wave)
  expect(intake).toEqual({ drawn: 200, came: 102, base: { least: 1, most: 100 } })
  expect(concerns).toContainEqual({ kind: 'mixed-samples', drawn: 200 })
})

test('crossed demographics are called by the names of both', () => {
  const study = communityTrust({
    weighting: {
      ...communityTrust().weighting,
      margins: ['age', 'age_by_sex'],
      crossings: [
        {
          id: 'age_by_sex',
          demographics: ['age', 'sex'],
          margin: { dimension: 'age_by_sex', universe: 'adults_18plus' },
        },
      ],
    },
  })
  const { title, labels } = groupNames(study, (area) => area)('age_by_sex', '18-24 × female + 25-34 × female')
  expect(title).toMatchObject({ en: 'Age × Sex', es: 'Edad × Sexo' })
  expect(labels.map(({ en }) => en)).toEqual(['18 to 24 × Women', '25 to 34 × Women'])
  expect(groupNames(study, (area) => `Area ${area}`)('area', '1 + 2').labels).toEqual([
    { default: 'Area 1' },
    { default: 'Area 2' },
  ])
})

test('margins that a run met in single places only are not shown as those of the city', async () => {
  const wave = await fielded()
  await weighSample(database.deps, wave)
  const run = (await latestRun(database.db, wave.id))!
  const { margins } = diagnosticsOf(run)
  const [, age] = margins ?? []
  const runId = randomUUID()
  const inPlace = [...(margins ?? []), { ...age, variable: 'age in 1', area: '1' }]
  const { created_at: _, ...kept } = run
  await insertRun(database.db, { ...kept, id: runId, diagnostics: { ...run.diagnostics, margins: inPlace } })
  await sql`
    insert into weights (run_id, interview_id, base, calibration, trim, weight)
    select ${runId}, interview_id, base, calibration, trim, weight from weights where run_id = ${run.id}`.execute(
    database.db,
  )
  const account = await readWeighting(database.deps, wave, runId)
  expect(account.margins.map(({ variable }) => variable)).toEqual(['age', 'sex', 'race_eth', 'education'])
})

test('the page needs nothing else, and says that its wave is invented', async () => {
  const wave = await fielded()
  await weighSample(database.deps, wave)
  const file = join(out, 'alone.html')
  const { language } = await produceWeightingReport(database.deps, wave, { file })
  const page = readFileSync(file, 'utf8')
  expect(language).toBe('en')
  expect(page).not.toMatch(/@import|url\((?!#)|<script| src=/)
  expect([...page.matchAll(/ href="([^"]+)"/g)].every(([, address = '']) => address.startsWith('#'))).toBe(true)
  expect(page).toContain('Every answer behind these figures is invented')
})

test('weighing with --report writes the page of these very weights', async () => {
  await fielded()
  const { printed, result } = await run(weigh, { report: 'weights.html' })
  const { runId } = result as { runId: string }
  expect(printed).toContain(`The report on these weights is in ${join(out, 'weights.html')}`)
  expect(readFileSync(join(out, 'weights.html'), 'utf8')).toContain(runId)
})

test('the command writes the latest, an earlier run, and in Spanish', async () => {
  const wave = await fielded()
  const first = await weighSample(database.deps, wave)
  const latest = await weighSample(database.deps, wave)
  const { printed } = await run(weightingReport, { out: 'latest.html' })
  expect(printed).toBe(
    `Wave ${wave.number} of community-trust: the report on run ${latest.runId} is in ${join(out, 'latest.html')}`,
  )
  const { result } = await run(weightingReport, { out: 'es.html', run: first.runId.toUpperCase(), lang: 'es' })
  expect(result).toEqual({ wave: wave.number, runId: first.runId, language: 'es', file: join(out, 'es.html') })
  expect(readFileSync(join(out, 'es.html'), 'utf8')).toContain('Informe de ponderación')
})

test.each([
  { options: {}, says: '--out <file.html> must say where the page goes.' },
  { options: { out: 'data.csv' }, says: '--out takes a file that ends in .html, not "data.csv".' },
  { options: { out: 'x.html', lang: 'xx' }, says: '--lang takes one of en, es, not "xx".' },
  { options: { out: 'x.html', wave: 'two' }, says: '--wave takes a whole number' },
])('wrong usage is told: $says', async ({ options, says }) => {
  await expect(run(weightingReport, options)).rejects.toThrow(says)
})

test('a wave without weights, a run of another wave, and one that kept too little are refused', async () => {
  const wave = await fielded()
  await expect(run(weightingReport, { out: 'x.html' })).rejects.toMatchObject({ code: 'not-weighed' })
  const { runId } = await weighSample(database.deps, wave)
  await fielded()
  await expect(run(weightingReport, { out: 'x.html', run: runId })).rejects.toThrow('has no weighting run')
  await expect(run(weightingReport, { out: 'x.html', run: 'mine' })).rejects.toThrow('has no weighting run "mine"')

  const bare = await fielded(Array.from({ length: 187 }, () => ({ area: '1', answers: {} })))
  await publish(database.db, bare, communityTrust())
  await expect(run(weightingReport, { out: 'x.html' })).rejects.toThrow('kept too little of itself for a report')
})
