import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Time, TimeByDefault } from './schema.ts'

/** The tables of texts as they come in. */
export type ConversationSchema = {
  'pii.conversations': {
    phone_hash: Buffer
    wave_id: string
    study_id: string
    interview_id: string
    case_id: string | null
    person_id: string | null
    begun_at: TimeByDefault
    last_at: ColumnType<Date, Date | string | undefined, Date | string>
    last_text: Buffer | null
    heard_at: Time | null
  }
  text_senders: { phone: string; study_id: string }
  'pii.askings': {
    phone_hash: Buffer
    kind: 'study' | 'person'
    options: JSONColumnType<string[]>
    held: Buffer
    misses: Generated<number>
    asked_at: Time
  }
  interview_links: { token_hash: Buffer; study_id: string; interview_id: string }
  'pii.inbox': {
    id: Generated<string>
    sid: string
    phone_hash: Buffer
    study_id: string | null
    interview_id: string | null
    question: string | null
    reason: 'opt-out-in-doubt' | 'not-understood' | 'question' | 'media'
    came_at: Time
    done_at: Time | null
  }
  'pii.inbox_actions': {
    id: Generated<string>
    item_id: string
    action: 'coded' | 'replied' | 'opted-out' | 'closed'
    by_whom: string
    done_at: Time
  }
  'pii.messages': {
    sid: string
    direction: 'in' | 'out'
    phone_hash: Buffer
    body: Buffer
    reply: Buffer | null
    segments: number | null
    recorded_at: TimeByDefault
  }
  'pii.message_media': { sid: string; place: number; kind: string; address: Buffer }
}
