import { beforeAll, expect, test } from 'vitest'
import { fold } from '#instruments/engine/interview.ts'
import type { Event } from '#instruments/engine/events.ts'
import { quality } from '#server/commands/quality.ts'
import { beginWave } from '#server/operations/field-waves.ts'
import { importAreas } from '#server/operations/import-areas.ts'
import { importMargins } from '#server/operations/import-margins.ts'
import { project } from '#server/operations/project.ts'
import { publishStudy } from '#server/operations/publish-study.ts'
import { type CheckedWave, checkQuality } from '#server/operations/quality/check-quality.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { interviewLog } from '#server/simulation/interview-log.ts'
import { simulate, type Simulation } from '#server/simulation/simulation.ts'
import { simulateWave } from '#server/simulation/simulate-wave.ts'
import { insertInterviews } from '#server/store/simulations.ts'
import { findWave, type Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { bundledStudy } from '#test/support/fielding.ts'
import { communityTrust, interviewId, storeInterviews } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const at = testDatabase()
const copies = 15
const startedAt = new Date('2026-03-02T10:00:00Z')
let wave: Wave
let checked: CheckedWave

beforeAll(async () => {
  await importAreas(at.deps, { layer: 'precinct', areas: smallCity })
  await importMargins(at.deps, { layer: 'precinct', counts: smallCityCounts })
  await publishStudy(at.deps, bundledStudy)
  await simulateWave(at.deps, 'community-trust', { count: 600, seed: '1', through: 'store', progress: () => {} })
  wave = (await findWave(at.db, 'community-trust'))!
  await plantCopies()
  checked = await checkQuality(at.deps, wave)
})

/** One interviewer at the telephone writes down the same interview again and again, in a tenth of the time. */
async function plantCopies() {
  const compiled = await at.deps.compiledFor(wave)
  const { residents, answer }: Simulation = await simulate(compiled, smallCityCounts, { count: 200, seed: 'others' })
  const finished = residents
    .filter(({ mode, leavesAt, screenedOut }) => mode === 'phone' && leavesAt === Infinity && !screenedOut)
    .map((resident) => interviewLog(compiled, resident, answer, { key: 'planted', startedAt }))
    .find(({ interview }) => interview.status === 'complete')!
  const interviews = Array.from({ length: copies }, (_, copy) => {
    const events = finished.events.map(
      (event): Event => ({
        ...event,
        id: crypto.randomUUID(),
        actor: event.actor === 'system' ? 'system' : 'staff:planted',
        at: new Date(startedAt.getTime() + (Date.parse(event.at) - startedAt.getTime()) / 10).toISOString(),
      }),
    )
    const id = interviewId(1_000_000 + copy)
    const interview = fold(events)
    return {
      studyId: wave.study_id,
      interviewId: id,
      seq: 0,
      begin: { waveId: wave.id, version: wave.version, caseId: null },
      events: events.map((event) => ({ event, contentHash: null })),
      interview,
      projection: project(compiled, interview, { interviewId: id, caseArea: null }),
      now: startedAt,
    }
  })
  await insertInterviews(at.db, wave.study_id, interviews)
}

const isPlanted = (id: string) => id.startsWith('00000000-')

test('copies are found with their reasons, honest interviews mostly not', () => {
  const planted = checked.flagged.filter(({ interviewId }) => isPlanted(interviewId))
  expect(planted).toHaveLength(copies)
  for (const { interviewer, mode, reasons } of planted) {
    expect({ interviewer, mode }).toEqual({ interviewer: 'planted', mode: 'phone' })
    expect(reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['speeding', 'near-duplicate']))
    const copy = reasons.find(({ kind }) => kind === 'near-duplicate')
    expect(copy).toMatchObject({ same: expect.any(Number), of: expect.stringMatching(/^00000000-/) })
  }
  expect(checked.flagged.slice(0, copies).every(({ interviewId }) => isPlanted(interviewId))).toBe(true)
  expect((checked.flagged.length - copies) / (checked.interviews - copies)).toBeLessThan(0.02)
})

test('counts by mode and interviewer add up, and the one who copies comes first', () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  expect(sum(checked.byMode.map(({ interviews }) => interviews))).toBe(checked.interviews)
  expect(sum(checked.byMode.map(({ flagged }) => flagged))).toBe(checked.flagged.length)
  expect(sum(checked.interviewers.map(({ interviews }) => interviews))).toBe(
    sum(checked.byMode.map(({ withInterviewer }) => withInterviewer)),
  )
  expect(checked.interviewers[0]).toMatchObject({ interviewer: 'planted', interviews: copies, flagged: copies })
  expect(checked.interviewers[0]?.adjusted).toBeLessThan(1e-6)
  expect(checked.interviewers[1]?.adjusted).toBeGreaterThan(0.05)
})

test('times are those of the log: phone calls take longer than forms', () => {
  const seconds = new Map(checked.paces.map(({ mode, medianSeconds }) => [mode, medianSeconds ?? 0]))
  expect(seconds.get('web')).toBeGreaterThan(3)
  expect(seconds.get('phone')).toBeGreaterThan(seconds.get('web') ?? 0)
  expect(checked.paces.every(({ isHuman }) => isHuman)).toBe(true)
})

test('the same interviews give the same document', async () => {
  expect(await checkQuality(at.deps, wave)).toEqual(checked)
})

async function printed(number: number) {
  const lines: string[] = []
  const document = await quality.run({
    deps: at.deps,
    args: ['community-trust'],
    options: { wave: String(number) },
    print: (line) => lines.push(line),
    progress: () => {},
    path: (file) => file,
  })
  return { text: lines.join('\n'), document }
}

test('what is printed can be acted on, and says nothing of who answered what', async () => {
  await weighSample(at.deps, wave)
  const { text, document } = await printed(wave.number)
  expect(text).toContain(`(invented): ${checked.interviews} complete interviews looked at.`)
  expect(text).toMatch(/planted: 15 of 15, where others would have 0\.\d/)
  expect(text).toMatch(/00000000-0000-4000-8000-\w{12} \(phone, planted\): .*answers as in 00000000-/)
  expect(text).toContain('A reason is no verdict')
  expect(text).toContain('npx canvass weighting-report community-trust')
  expect(document).toMatchObject({ weights: { interviews: checked.interviews } })
  expect(text).toMatch(
    / {2}(?:age|sex|race_eth|education), \S+: [\d.]+ % of the interviews, [\d.]+ % of the population/,
  )
  // What is said of single interviews names neither a question about the person nor a place.
  const hidden = [...communityTrust().demographics.map(({ question }) => question), 'home_zip', 'home_area', '"area"']
  const ofInterviews = JSON.stringify(checked.flagged)
  expect(hidden.filter((name) => ofInterviews.includes(name))).toEqual([])
  expect(new Set(checked.flagged.flatMap(Object.keys))).toEqual(
    new Set(['interviewId', 'mode', 'interviewer', 'reasons']),
  )
})

test('interviews without a log have no times, and the output says so', async () => {
  const bare = await beginWave(at.deps, 'community-trust', { invented: true, status: 'paused' })
  const answers = (i: number) => ({ trust: 1 + (i % 5), respect: 1 + (i % 3), fairness: 2 })
  await storeInterviews(
    at.db,
    bare,
    Array.from({ length: 60 }, (_, i) => ({ area: '1', answers: answers(i) })),
  )
  const { text } = await printed(bare.number)
  expect(text).toContain("No times recorded by sms: nobody's speed is judged there.")
  expect(text).toContain('No interviewers recorded: residents answered by themselves.')
})

test('a wave without interviews, and one that is not there, are refused', async () => {
  const empty = await beginWave(at.deps, 'community-trust', { invented: true, status: 'paused' })
  await expect(checkQuality(at.deps, empty)).rejects.toThrow('has no complete interview to look at yet')
  await expect(printed(77)).rejects.toMatchObject({ code: 'no-such-wave' })
})
