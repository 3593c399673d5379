import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { AreaSource, Happening, Mode, Value } from '#instruments/engine/events.ts'
import type { Interview, Status } from '#instruments/engine/interview.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { ConversationSchema } from './schema-of-conversations.ts'
import type { ModelSchema } from './schema-of-models.ts'
import type { SendingSchema } from './schema-of-sending.ts'

/** Both engines give bigint as string, date as 'YYYY-MM-DD', timestamptz as Date, bytea as Buffer, json as parsed. */
type Json<T extends object | null> = JSONColumnType<T>
export type Time = ColumnType<Date, Date | string, Date | string>
export type TimeByDefault = ColumnType<Date, Date | string | undefined, never>

type GeoJsonGeometry =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

type Texts = ConversationSchema & SendingSchema & ModelSchema

export type Schema = Texts & {
  studies: { id: string; created_at: TimeByDefault }
  instrument_versions: {
    study_id: string
    version: number
    hash: string
    instrument: Json<object>
    study: Json<Study>
    published_at: TimeByDefault
  }
  area_layers: {
    id: string
    name: string
    version: number
    invented: Generated<boolean>
    created_at: TimeByDefault
    imported_at: Time | null
  }
  areas: { layer_id: string; id: string; name: string; parent: string | null; geometry: Json<GeoJsonGeometry> }
  margin_sets: { id: string; layer_id: string; version: number; imported_at: Time | null }
  margins: {
    margin_set_id: string
    layer_id: string
    area_id: string | null
    universe: string
    dimension: string
    category: string
    count: number
    source: string | null
  }
  place_sets: { id: string; layer_id: string; version: number; imported_at: Time | null }
  place_shares: { place_set_id: string; layer_id: string; place: string; area_id: string; share: number }
  waves: {
    id: string
    study_id: string
    number: number
    title: string
    invented: boolean
    status: WaveStatus
    version: number
    layer_id: string
    margin_set_id: string | null
    place_set_id: string | null
    seed: string | null
    created_at: TimeByDefault
    opened_at: Time | null
    closed_at: Time | null
  }
  wave_truths: { wave_id: string; truth: Json<object> }
  sample_cases: {
    id: string
    study_id: string
    wave_id: string
    interview_id: string
    token_hash: Buffer
    language: string | null
    layer_id: string | null
    area_id: string | null
    frame: string | null
    stratum: string | null
    probability: number | null
    created_at: TimeByDefault
    external_id: string | null
    time_zone: string | null
    frame_data: ColumnType<Record<string, string> | null, string | null | undefined, null>
    import_id: string | null
    area_source: 'file' | 'coordinates' | null
    phone_kind: 'mobile' | 'landline' | 'voip' | 'unknown' | null
  }
  /** The cases that may be worked: none of an import under way. */
  known_cases: Schema['sample_cases']
  sample_imports: {
    id: string
    study_id: string
    wave_id: string
    file: string
    alive_at: Time
    imported_at: Time | null
    cases: number | null
    rejected: number | null
  }
  audit_log: { id: Generated<string>; actor: string; action: string; subject: Json<object>; at: TimeByDefault }
  interviews: {
    study_id: string
    id: string
    wave_id: string
    version: number
    case_id: string | null
    seq: number
    status: Exclude<Status, 'not-begun'>
    mode_start: Mode
    mode_end: Mode
    language: string
    area_id: string | null
    area_source: AreaSource | null
    fold: Json<Interview>
    answers: Json<Record<string, Value>>
    begun_at: Time
    changed_at: Time
    completed_at: Time | null
  }
  interview_events: {
    study_id: string
    interview_id: string
    seq: number
    id: string
    type: string
    mode: Mode
    language: string
    actor: string
    happening: Json<Happening>
    content_hash: string | null
    device_at: Time
    recorded_at: TimeByDefault
  }
  set_aside_events: {
    study_id: string
    interview_id: string
    event_id: string
    content_hash: string
    verdict: 'conflict' | 'rejected'
    reason: string
    event: Json<object>
    recorded_at: TimeByDefault
  }
  'pii.people': {
    id: string
    name: Buffer | null
    address: Buffer | null
    created_at: TimeByDefault
    frame: string | null
    external_id: string | null
  }
  'pii.erasures': {
    id: string
    study_id: string | null
    reason: string
    erased_by: string
    removed: Json<object>
    erased_at: TimeByDefault
  }
  'pii.phone_numbers': {
    hash: Buffer
    sealed: Buffer
    created_at: TimeByDefault
    kind: Generated<'mobile' | 'landline' | 'voip' | 'unknown'>
    time_zone: string | null
    trouble: 'dead' | 'landline' | 'blocked' | 'unreachable' | null
    trouble_at: Time | null
    texted_at: Time | null
  }
  'pii.person_phones': { person_id: string; phone_hash: Buffer; rank: Generated<number> }
  'pii.case_people': { case_id: string; person_id: string }
  'pii.consents': {
    id: Generated<string>
    phone_hash: Buffer | null
    person_id: string | null
    recorded_by: Generated<string>
    kind: 'consent' | 'opt-out' | 'opt-in'
    how: string
    mode: Mode | null
    study_id: string | null
    recorded_at: TimeByDefault
    given_at: Time | null
  }
  weighting_runs: {
    id: string
    wave_id: string
    recipe: Json<object>
    snapshot_hash: string
    program: string
    interviews: number
    diagnostics: Json<object>
    created_at: TimeByDefault
  }
  weights: {
    run_id: string
    interview_id: string
    base: number
    nonresponse: Generated<number>
    composite: Generated<number>
    calibration: number
    trim: number
    weight: number
    /** Null in runs that did not say. */
    non_probability: boolean | null
  }
  estimate_diagnostics: { run_id: string; diagnostics: Json<object> }
  estimates: {
    run_id: string
    area_id: string | null
    measure: string
    statistic: string
    category: string | null
    estimate: number | null
    se: number | null
    low: number | null
    high: number | null
    n: number
    n_effective: number | null
    design_effect: number | null
    withheld: string | null
  }
}

export type WaveStatus = 'draft' | 'open' | 'paused' | 'closed'
