import { sql } from 'kysely'
import type { Mode } from '#instruments/engine/events.ts'
import type { Db } from './database.ts'

/** Somebody's word on being contacted: by number, by person, or both. */
export type Consent = {
  readonly kind: 'consent' | 'opt-out' | 'opt-in'
  readonly phoneHash: Buffer | null
  readonly personId: string | null
  readonly mode: Mode
  /** In a few words: "carrier keyword", "said so at the door". */
  readonly how: string
  /** 'resident', 'carrier', or 'staff:<name>'. */
  readonly recordedBy: string
  readonly studyId: string | null
}

/** Adds a word to the ledger, for the number, its person, and the numbers that are theirs alone. */
export async function addConsent(db: Db, consent: Consent): Promise<void> {
  const { kind, phoneHash, personId, mode, how, recordedBy, studyId } = consent
  await sql`
    insert into pii.consents (phone_hash, person_id, kind, how, mode, study_id, recorded_by)
    select c.phone_hash, c.person_id, ${kind}, ${how}, ${mode}, ${studyId}, ${recordedBy}
    from pii.concerned(${kind}, ${phoneHash}::bytea, ${personId}::uuid) c`.execute(db)
}

/** Whether nothing may be sent to this number for this person. */
export async function hasOptedOut(db: Db, phoneHash: Buffer, personId: string | null): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    select pii.has_opted_out(${phoneHash}::bytea, ${personId}::uuid) as stopped`.execute(db)
  return rows[0]?.stopped ?? false
}
