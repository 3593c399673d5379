import type { ColumnType, Generated } from 'kysely'
import type { Time, TimeByDefault } from './schema.ts'

/** The first three belong to a campaign; the others answer somebody. */
export type TextKind = 'invitation' | 'reminder' | 'follow-up' | 'link' | 'inbox-reply' | 'late-reply'

/** `sending`: taken for sending, and it is not known yet whether the carrier has it. `held`: a person must look at it. */
export type TextState =
  | 'planned'
  | 'sending'
  | 'held'
  | 'accepted'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'

/** What sending adds to the schema (migrations/0007-sending.ts). */
export type SendingSchema = {
  'pii.outbound_texts': {
    id: string
    key: string
    kind: TextKind
    of_campaign: ColumnType<boolean, never, never>
    study_id: string | null
    wave_id: string | null
    case_id: string | null
    interview_id: string | null
    person_id: string | null
    phone_hash: Buffer
    language: string
    body: Buffer | null
    encoding: 'GSM-7' | 'UCS-2'
    segments: number
    currency: string
    price_expected: number
    price_billed: number | null
    rule: string
    consent_id: string
    state: Generated<TextState>
    reason: string | null
    sid: string | null
    error_code: number | null
    not_before: Time
    not_after: Time | null
    attempts: Generated<number>
    retry_of: string | null
    created_at: Time
    claimed_at: Time | null
    sent_at: Time | null
  }
  'pii.outbound_text_states': {
    text_id: string
    state: TextState
    error_code: number | null
    recorded_at: TimeByDefault
  }
  text_campaigns: {
    wave_id: string
    state: 'running' | 'stopped'
    reason: string | null
    changed_at: Time
    tokens: Generated<number>
    refilled_at: Time
    sent_on: string | null
    sent_today: Generated<number>
    resume_at: Time | null
  }
  text_lanes: {
    sender: string
    tokens: Generated<number>
    refilled_at: Time
    sent_on: string | null
    sent_today: Generated<number>
    resume_at: Time | null
  }
}
