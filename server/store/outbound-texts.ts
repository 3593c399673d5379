import { sql } from 'kysely'
import { asJson, type Db } from './database.ts'
import type { TextKind } from './schema-of-sending.ts'

/** A text to be sent: a row, and at once its own job. */
export type NewText = {
  readonly id: string
  /** What it is for, so that the same occasion is texted once: 'reminder:<case>:1'. */
  readonly key: string
  readonly kind: TextKind
  readonly studyId: string | null
  readonly waveId: string | null
  readonly caseId: string | null
  readonly interviewId: string | null
  readonly personId: string | null
  readonly phoneHash: Buffer
  readonly language: string
  /** Sealed. */
  readonly body: Buffer
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly segments: number
  readonly price: { readonly amount: number; readonly currency: string }
  /** Which rule of ours had it written. */
  readonly rule: string
  readonly notBefore: Date
  /** When its hours end; null: it may leave at any hour. */
  readonly notAfter: Date | null
  readonly createdAt: Date
}

/**
 * Writes texts, in the caller's transaction where there is one: from its commit on they are sent when their time comes.
 * Each names the consent that allows it; one without any is not written, and neither is one whose key is there already.
 *
 * @returns the ids of those that were written
 */
export async function insertTexts(db: Db, texts: readonly NewText[]): Promise<Set<string>> {
  if (texts.length === 0) return new Set()
  const rows = texts.map(({ phoneHash, body, price, ...text }) => ({
    ...text,
    ...price,
    phoneHash: hex(phoneHash),
    body: hex(body),
  }))
  const { rows: written } = await sql<{ id: string }>`
    insert into pii.outbound_texts (id, key, kind, study_id, wave_id, case_id, interview_id, person_id, phone_hash,
      language, body, encoding, segments, currency, price_expected, rule, consent_id, not_before, not_after, created_at)
    select id, key, kind, "studyId", "waveId", "caseId", "interviewId", "personId", "phoneHash", language, body, encoding,
      segments, currency, amount, rule, consent, "notBefore", "notAfter", "createdAt"
    from json_to_recordset(${asJson(rows)}::json) as t (id uuid, key text, kind text, "studyId" text, "waveId" uuid,
      "caseId" uuid, "interviewId" uuid, "personId" uuid, "phoneHash" bytea, language text, body bytea, encoding text,
      segments int, currency text, amount double precision, rule text, "notBefore" timestamptz, "notAfter" timestamptz,
      "createdAt" timestamptz)
    cross join lateral (select pii.consent_for(t."phoneHash", t."personId") as consent) as allowed
    where consent is not null
    on conflict (key) do nothing
    returning id`.execute(db)
  return new Set(written.map(({ id }) => id))
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
