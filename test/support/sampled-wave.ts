import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mode, Value } from '#instruments/engine/events.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { importSample } from '#server/operations/import-sample.ts'
import { asJson, type Db } from '#server/store/database.ts'
import type { MarginCount } from '#server/store/margins.ts'
import type { Wave } from '#server/store/waves.ts'
import { communityTrust, fieldWave, numbersFrom, residentFrom } from './fielded-wave.ts'
import { smallCity, smallCityCounts } from './small-city.ts'

/** A case of the invented sample, and what became of it. */
export type Drawn = {
  id: string
  frame: 'address' | 'phone'
  area: string
  stratum: string
  probability: number
  phone: string
  phoneType: 'mobile' | 'landline' | ''
  lines: string
  block: string
  adults: string
  status: 'complete' | 'declined' | 'ineligible' | undefined
  mode: Mode
  answers: Record<string, Value>
}

const adultsIn = { '1': 4000, '2': 6000, '3': 2000, '4': 800, '5': 400 }

/**
 * A sample from two frames over the small city: addresses in blocks of ten, one adult of each chosen, answered at the
 * door; and numbers, one in four a landline. About half answer, more of the addresses.
 */
export function drawSample(seed = 3, size = 1): Drawn[] {
  const random = numbersFrom(seed)
  let number = 2_000_000
  return Object.entries(adultsIn).flatMap(([area, adults]) =>
    (['address', 'phone'] as const).flatMap((frame) => {
      const count = Math.round((frame === 'address' ? 80 : 120) * size)
      return Array.from({ length: count }, (_, i): Drawn => {
        const isPhone = frame === 'phone'
        const said = random()
        const answered = isPhone ? 0.45 : 0.6
        const status = said < answered ? 'complete' : said < 0.7 ? 'declined' : said < 0.75 ? 'ineligible' : undefined
        return {
          id: `${frame}-${area}-${i}`,
          frame,
          area,
          stratum: isPhone ? 'numbers' : `addresses ${Number(area) < 4 ? 'North' : 'South'}`,
          probability: count / adults / (i % 2 ? 2 : 1),
          phone: isPhone ? `917${(number++).toString()}` : '',
          phoneType: isPhone ? (i % 4 === 0 ? 'landline' : 'mobile') : '',
          lines: isPhone && random() < 0.95 ? String(1 + Math.floor(random() * 4)) : '',
          block: isPhone ? '' : `${area}-${Math.floor(i / 10)}`,
          adults: random() < 0.95 ? String(1 + Math.floor(random() * 5)) : '',
          status,
          mode: isPhone ? 'sms' : 'home',
          answers: residentFrom(random),
        }
      })
    }),
  )
}

/** A study over the small city that describes such a sample; with changes. */
export function sampledStudy(weighting: Partial<Study['weighting']> = {}): Study {
  const { weighting: usual } = communityTrust()
  const whole: Study['weighting'] = {
    ...usual,
    frames: {
      address: { draws: 'one-adult', covers: 1 },
      phone: { draws: 'numbers', covers: 0.95, reaches: { column: 'reachable', values: ['yes'] } },
    },
    base: { adults: { question: 'adults' }, adultsAtMost: 4, lines: { column: 'lines' }, linesAtMost: 3 },
    nonresponse: { by: ['area'], fewest: 30, atMost: 3 },
    combine: 'effective-size',
    design: { strata: ['frame', 'stratum'], units: ['block'] },
    ...weighting,
  }
  return communityTrust({ weighting: whole })
}

/** A wave of such a study whose sample came in as a file. */
export async function fieldSample(
  deps: Deps,
  {
    study = sampledStudy(),
    drawn = drawSample(),
    counts = smallCityCounts,
  }: { study?: Study; drawn?: readonly Drawn[]; counts?: readonly MarginCount[] } = {},
): Promise<Wave> {
  const wave = await fieldWave(deps, { areas: smallCity, counts, study })
  const folder = mkdtempSync(join(tmpdir(), 'canvass-drawn-'))
  const header = 'case_id,frame,area,stratum,probability,phone,phone_type,lines,block,reachable'
  const lines = drawn.map(({ id, frame, area, stratum, probability, phone, phoneType, lines, block }, i) =>
    [id, frame, area, stratum, probability, phone, phoneType, lines, block, i % 5 ? 'yes' : 'no'].join(),
  )
  writeFileSync(join(folder, 'sample.csv'), [header, ...lines, ''].join('\n'))
  try {
    const { cases, rejected } = await importSample(deps, wave, {
      file: join(folder, 'sample.csv'),
      told: new Map(),
      dryRun: false,
    })
    if (cases !== drawn.length || rejected > 0) throw new Error(`Of ${drawn.length} cases ${rejected} were rejected`)
  } finally {
    rmSync(folder, { recursive: true })
  }
  await answerCases(deps.db, wave, drawn)
  return wave
}

/** Stores the interviews of cases that have a status. */
export async function answerCases(db: Db, wave: Wave, drawn: readonly Drawn[]): Promise<void> {
  const cases = await db
    .selectFrom('known_cases')
    .select(['id', 'interview_id', 'external_id'])
    .where('wave_id', '=', wave.id)
    .execute()
  const caseOf = new Map(cases.map((one) => [one.external_id, one]))
  const at = new Date('2026-03-02T10:00:00Z')
  const rows = drawn.flatMap(({ id, area, adults, status, mode, answers }) => {
    const own = caseOf.get(id)
    if (!own || !status) return []
    return [
      {
        study_id: wave.study_id,
        id: own.interview_id,
        wave_id: wave.id,
        version: wave.version,
        case_id: own.id,
        seq: 1,
        status,
        mode_start: mode,
        mode_end: mode,
        language: 'en',
        area_id: area,
        area_source: 'case' as const,
        fold: asJson(notBegun),
        answers: asJson({ ...answers, ...(adults && { adults: Number(adults) }) }),
        begun_at: at,
        changed_at: at,
        completed_at: status === 'complete' ? at : null,
      },
    ]
  })
  for (let start = 0; start < rows.length; start += 500)
    await db
      .insertInto('interviews')
      .values(rows.slice(start, start + 500))
      .execute()
}
