import { readFileSync } from 'node:fs'
import type { Value } from '#instruments/engine/events.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { importAreas } from '#server/operations/import-areas.ts'
import { importMargins } from '#server/operations/import-margins.ts'
import { asJson, type Db } from '#server/store/database.ts'
import type { NewArea } from '#server/store/layers.ts'
import type { MarginCount } from '#server/store/margins.ts'
import { publishVersion } from '#server/store/studies.ts'
import { createWave, type Wave } from '#server/store/waves.ts'

const folder = 'instruments/community-trust'

/** The bundled study's settings, with changes. */
export function communityTrust(changes: Partial<Study> = {}): Study {
  return Study.parse({ ...JSON.parse(readFileSync(`${folder}/study.json`, 'utf8')), ...changes })
}

/** A wave of a version of the bundled study over areas and margins of the test's own. */
export async function fieldWave(
  deps: Deps,
  {
    areas,
    counts,
    study = communityTrust(),
    invented = true,
  }: { areas: readonly NewArea[]; counts?: readonly MarginCount[]; study?: Study; invented?: boolean },
): Promise<Wave> {
  const { layerId } = await importAreas(deps, { layer: study.layer, invented, areas })
  const margins = counts && (await importMargins(deps, { layer: study.layer, counts }))
  const instrument: object = JSON.parse(readFileSync(`${folder}/instrument.json`, 'utf8'))
  const { version } = await deps.db
    .transaction()
    .execute((trx) => publishVersion(trx, { instrument, study, engine: 'test' }))
  return createWave(deps.db, {
    study_id: study.id,
    title: 'A wave of the tests',
    invented,
    version,
    layer_id: layerId,
    margin_set_id: margins?.marginSetId ?? null,
    place_set_id: null,
    status: 'paused',
    now: new Date('2026-03-01T09:00:00Z'),
  })
}

export type Answered = {
  area: string | null
  answers: Record<string, Value>
  probability?: number
  /** Of the sample case; only with a probability. */
  stratum?: string
  status?: 'complete' | 'in-progress'
}

/** An id that is the same for the same number. */
export function interviewId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Stores interviews as a wave's projections, numbered from 1. Their logs are left out: what is read here is not in them. */
export async function storeInterviews(db: Db, wave: Wave, interviews: readonly Answered[]): Promise<void> {
  const at = new Date('2026-03-02T10:00:00Z')
  const numbered = interviews.map((interview, index) => ({ ...interview, id: interviewId(index + 1) }))
  const drawn = numbered.filter(({ probability }) => probability !== undefined)
  if (drawn.length > 0)
    await db
      .insertInto('sample_cases')
      .values(
        drawn.map(({ id, probability, stratum = null }) => ({
          id,
          study_id: wave.study_id,
          wave_id: wave.id,
          interview_id: id,
          token_hash: Buffer.from(id.replaceAll('-', '').padStart(64, '0'), 'hex'),
          probability: probability ?? null,
          stratum,
        })),
      )
      .execute()
  for (let start = 0; start < numbered.length; start += 500)
    await db
      .insertInto('interviews')
      .values(
        numbered.slice(start, start + 500).map(({ id, area, answers, probability, status = 'complete' }) => ({
          study_id: wave.study_id,
          id,
          wave_id: wave.id,
          version: wave.version,
          case_id: probability === undefined ? null : id,
          seq: 1,
          status,
          mode_start: 'web' as const,
          mode_end: 'sms' as const,
          language: 'en',
          area_id: area,
          area_source: area === null ? null : ('list' as const),
          fold: asJson(notBegun),
          answers: asJson(answers),
          begun_at: at,
          changed_at: at,
          completed_at: status === 'complete' ? at : null,
        })),
      )
      .execute()
}

/** A sequence of numbers in [0, 1) that is the same every time (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Answers of an invented resident: groups lean a little, so that weights have something to do. */
export function residentFrom(random: () => number): Record<string, Value> {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const leaning = (list: readonly string[]) => list[Math.floor(random() ** 1.4 * list.length)]!
  const scale = () => 1 + Math.floor(random() * 5)
  const race = random() < 0.1 ? ['white', 'asian'] : [leaning(['white', 'black', 'hispanic', 'asian', 'another'])]
  return {
    trust: scale(),
    respect: scale(),
    fairness: scale(),
    ...(random() < 0.95 && { responsiveness: scale() }),
    safety_day: scale(),
    safety_night: scale(),
    contact: random() < 0.3,
    issue: oneOf(['guns', 'theft', 'drugs', 'traffic', 'disorder', 'crisis', 'home', 'conduct', 'other']),
    ...(random() < 0.97 && { age_group: leaning(['25-34', '35-44', '18-24', '45-54', '55-64', '65-74', '75+']) }),
    gender: random() < 0.02 ? 'no_answer' : leaning(['woman', 'man']),
    race_ethnicity: race,
    education: leaning(['bachelor', 'high_school', 'graduate', 'some_college', 'associate', 'some_school']),
  }
}
