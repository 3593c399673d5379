import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { fold, type Interview } from '#instruments/engine/interview.ts'
import type { Event } from '#instruments/engine/events.ts'
import type { Deps } from '#server/deps.ts'
import { answerBySms, type IncomingText } from '#server/operations/answer-by-sms.ts'
import { openConversation } from '#server/store/conversations.ts'
import type { Wave } from '#server/store/waves.ts'

let number = 100

/** Numbers that nobody has; each call another. */
export function aPhone(): string {
  const n = number++
  return `+1${200 + Math.floor((n - 100) / 100)}555${String(100 + (n % 100)).padStart(4, '0')}`
}

export type Phone = {
  readonly number: string
  readonly hash: Buffer
  /** Texts us, and gives what the phone then shows. */
  readonly text: (body: string, more?: Partial<IncomingText>) => Promise<string>
}

export function phoneOf(deps: Deps, phone = aPhone()): Phone {
  return {
    number: phone,
    hash: deps.sealer.hashPhone(phone),
    text: (body, more = {}) =>
      answerBySms(deps, {
        sid: `SM${randomBytes(16).toString('hex')}`,
        from: phone,
        to: '+12125550100',
        body,
        hasMedia: false,
        ...more,
      }),
  }
}

/** A drawn person with a case of the wave, reachable at these phones. */
export async function aCase(
  deps: Deps,
  wave: Wave,
  { phones, name, language }: { phones: readonly Phone[]; name?: string; language?: string },
): Promise<{ personId: string; caseId: string; interviewId: string }> {
  const [personId, caseId, interviewId] = [randomUUID(), randomUUID(), randomUUID()]
  const { db, sealer } = deps
  await db
    .insertInto('pii.people')
    .values({ id: personId, name: name === undefined ? null : sealer.seal(name), address: null })
    .execute()
  for (const { hash, number: phone } of phones) {
    await db
      .insertInto('pii.phone_numbers')
      .values({ hash, sealed: sealer.seal(phone) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db.insertInto('pii.person_phones').values({ person_id: personId, phone_hash: hash }).execute()
  }
  await db
    .insertInto('sample_cases')
    .values({
      id: caseId,
      study_id: wave.study_id,
      wave_id: wave.id,
      interview_id: interviewId,
      token_hash: createHash('sha256').update(deps.tokens.linkFor(wave.study_id, interviewId)).digest(),
      language: language ?? null,
      layer_id: wave.layer_id,
      area_id: '2',
    })
    .execute()
  await db.insertInto('pii.case_people').values({ case_id: caseId, person_id: personId }).execute()
  return { personId, caseId, interviewId }
}

/** The moment after which the case's invitation is on the phone. */
export async function invite(
  deps: Deps,
  wave: Wave,
  phone: Phone,
  { personId, caseId, interviewId }: { personId: string; caseId: string; interviewId: string },
): Promise<void> {
  const { db } = deps
  await openConversation(db, {
    phoneHash: phone.hash,
    waveId: wave.id,
    studyId: wave.study_id,
    interviewId,
    caseId,
    personId,
  })
}

/** The interviews of a number, as their logs tell them, the one that spoke last first. */
export async function interviewsOf(
  deps: Deps,
  { hash }: Phone,
): Promise<{ studyId: string; interviewId: string; caseId: string | null; interview: Interview; types: string[] }[]> {
  const conversations = await deps.db
    .selectFrom('pii.conversations')
    .selectAll()
    .where('phone_hash', '=', hash)
    .orderBy('last_at', 'desc')
    .execute()
  return Promise.all(
    conversations.map(async ({ study_id, interview_id, case_id }) => {
      const rows = await deps.db
        .selectFrom('interview_events')
        .selectAll()
        .where('study_id', '=', study_id)
        .where('interview_id', '=', interview_id)
        .orderBy('seq')
        .execute()
      const events = rows.map(
        ({ id, mode, language, actor, device_at, happening }): Event => ({
          ...happening,
          id,
          mode,
          language,
          actor,
          at: device_at.toISOString(),
        }),
      )
      return {
        studyId: study_id,
        interviewId: interview_id,
        caseId: case_id,
        interview: fold(events),
        types: events.map(({ type }) => type),
      }
    }),
  )
}
