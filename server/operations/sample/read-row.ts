import { languageCode } from '#instruments/engine/languages/codes.ts'
import { languageNamed } from '#instruments/engine/replies/language-names.ts'
import { plain } from '#instruments/engine/replies/plain.ts'
import { type Columns, type Field, kindOf, type PhoneKind } from './columns.ts'
import { type PhoneFault, phoneFaults, phonesIn, readPhone } from './phones.ts'
import type { TableRow } from './table.ts'
import { timeZoneOf } from './time-zone.ts'

/** A case as its row tells it, in the clear. */
export type SampledCase = {
  readonly line: number
  readonly caseId: string | null
  readonly personId: string | null
  readonly name: string | null
  readonly home: Home | null
  readonly phones: readonly { readonly phone: string; readonly kind: PhoneKind }[]
  readonly language: string | null
  readonly area: { readonly id: string; readonly source: 'file' | 'coordinates' } | null
  readonly frame: string | null
  readonly stratum: string | null
  readonly probability: number | null
  readonly timeZone: string | null
  readonly consent: { readonly how: string; readonly givenAt: string | null } | null
  readonly frameData: Readonly<Record<string, string>> | null
}

/** Where somebody lives; sealed as one. */
export type Home = {
  readonly address: string | null
  readonly unit: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export type Fault = keyof typeof faults

/** Why a row is not taken, as people read it. */
export const faults = {
  ...phoneFaults,
  columns: 'the row has another number of columns than the header',
  nobody: 'the row has no case_id, phone or address: there is nobody to reach',
  probability: 'the probability must be above 0 and at most 1',
  'time-zone': 'the time zone is none that we know, such as America/New_York',
  coordinates: 'latitude and longitude must both be given, in degrees',
  'no-such-area': 'the area is not in the layer of the wave',
  'consent-at': 'consent_at must be a date or a time that has passed, written 2026-03-31',
  'same-case': 'the case_id stands on an earlier line of the file',
  'same-person': 'the person stands on an earlier line of the file',
  'same-phone': 'the phone stands on an earlier line, and nothing tells two people apart',
  'case-in-wave': 'the case_id is in the wave already',
  'person-in-wave': 'the person is in the wave already',
  'phone-in-wave': 'the phone is in the wave already, and nothing tells two people apart',
} as const

export type RowRead =
  | { readonly row: SampledCase; readonly leftOut: readonly PhoneFault[]; readonly strangeLanguage?: string }
  | { readonly fault: Fault }

/** What rows are read against. */
export type Surroundings = {
  readonly columns: Columns
  readonly width: number
  readonly languages: readonly string[]
  readonly areas: ReadonlySet<string>
  readonly areaAt: (longitude: number, latitude: number) => string | undefined
  readonly now: Date
}

/**
 * Reads a row. A phone that cannot be used is left out where another phone or an address remains; anything else that is
 * wrong rejects the row, since a case is not half right.
 */
export function readRow({ line, record }: TableRow, around: Surroundings): RowRead {
  const { columns, width, areas, areaAt, now } = around
  if (record.length < width || record.slice(width).some(Boolean)) return { fault: 'columns' }
  const cell = (field: Field) => record[columns.at[field] ?? -1] || null

  const { phones, unusable } = readPhones(record, columns)
  const home = readHome(cell)
  if (home === 'wrong') return { fault: 'coordinates' }
  const caseId = cell('case_id')
  if (phones.length === 0) {
    if (unusable[0] && !home) return { fault: unusable[0] }
    if (!home && !caseId) return { fault: 'nobody' }
  }
  const probability = cell('probability') === null ? null : Number(cell('probability'))
  if (probability !== null && !(probability > 0 && probability <= 1)) return { fault: 'probability' }
  const zone = cell('time_zone')
  const timeZone = zone === null ? null : timeZoneOf(zone)
  if (timeZone === undefined) return { fault: 'time-zone' }
  const consent = readConsent(cell, now)
  if (consent === 'wrong') return { fault: 'consent-at' }
  const area = readArea(cell('area'), home, { areas, areaAt })
  if (area === 'wrong') return { fault: 'no-such-area' }
  const written = cell('language')
  const language = written === null ? null : languageIn(written, around.languages)
  const names = [cell('first_name'), cell('last_name')].filter(Boolean).join(' ')
  const kept = columns.kept.flatMap(([heading, at]) => (record[at] ? [[heading, record[at]] as const] : []))
  if (written !== null && language === null) kept.push(['language', written])
  return {
    leftOut: unusable,
    ...(written !== null && language === null && { strangeLanguage: written }),
    row: {
      line,
      caseId,
      personId: cell('person_id'),
      name: cell('name') ?? (names || null),
      home,
      phones,
      language,
      area,
      frame: cell('frame'),
      stratum: cell('stratum'),
      probability,
      timeZone,
      consent,
      frameData: kept.length > 0 ? Object.fromEntries(kept) : null,
    },
  }
}

function readPhones(record: readonly string[], columns: Columns) {
  const phones: { phone: string; kind: PhoneKind }[] = []
  const unusable: PhoneFault[] = []
  for (const { at, typeAt, kind: told } of columns.phones)
    for (const written of phonesIn(record[at] ?? '')) {
      const read = readPhone(written)
      if ('unusable' in read) unusable.push(read.unusable)
      else if (!phones.some(({ phone }) => phone === read.phone)) {
        const said = typeAt === undefined ? told : kindOf(record[typeAt] ?? '')
        phones.push({ phone: read.phone, kind: said === 'unknown' ? read.kind : said })
      }
    }
  return { phones, unusable }
}

type Cell = (field: Field) => string | null

function readHome(cell: Cell): Home | null | 'wrong' {
  const [north, east] = [cell('latitude'), cell('longitude')]
  if ((north === null) !== (east === null)) return 'wrong'
  const [latitude, longitude] = north === null || east === null ? [null, null] : [Number(north), Number(east)]
  if (latitude !== null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return 'wrong'
  const [address, unit] = [cell('address'), cell('unit')]
  return address || unit || latitude !== null ? { address, unit, latitude, longitude } : null
}

function readConsent(cell: Cell, now: Date): SampledCase['consent'] | 'wrong' {
  const [how, at] = [cell('consent'), cell('consent_at')]
  if (!how || /^(no|0|false|none)$/i.test(how)) return null
  if (at === null) return { how, givenAt: null }
  const given = new Date(at)
  const known = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/.test(at) && given <= now
  return known ? { how, givenAt: given.toISOString() } : 'wrong'
}

function readArea(
  id: string | null,
  home: Home | null,
  { areas, areaAt }: Pick<Surroundings, 'areas' | 'areaAt'>,
): SampledCase['area'] | 'wrong' {
  if (id !== null) return areas.has(id) ? { id, source: 'file' } : 'wrong'
  if (home?.latitude == null || home.longitude === null) return null
  const found = areaAt(home.longitude, home.latitude)
  return found === undefined ? 'wrong' : { id: found, source: 'coordinates' }
}

/** The language of the study that a word means: "es", "es-US", "Spanish", "zh-cn", "Mandarin". */
function languageIn(written: string, languages: readonly string[]): string | null {
  const code = /^[a-z]{2,3}([-_][a-z]+)?$/i.test(written) ? languageCode(written) : undefined
  return languages.find((own) => own === code) ?? languageNamed(plain(written), languages) ?? null
}
