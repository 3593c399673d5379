import { randomUUID } from 'node:crypto'
import { type Carrier, carrierFor } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Db } from '#server/store/database.ts'
import type { Schema } from '#server/store/schema.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDeps } from './databases.ts'
import type { FakeTwilio } from './fake-twilio.ts'
import { openTextedStudy } from './texted-study.ts'

/** Noon in New York, on a Monday. */
export const noon = new Date('2026-03-02T17:00:00Z')

/** A clock that stands until it is set on. */
export type Clock = { at: Date; readonly later: (ms: number) => void }

export function clockAt(at: Date): Clock {
  const clock = {
    at,
    later(ms: number) {
      clock.at = new Date(clock.at.getTime() + ms)
    },
  }
  return clock
}

export const minutes = 60_000
export const hours = 60 * minutes
export const days = 24 * hours

/** Deps that send through a fake carrier, at a time of the test's own. */
export function sendingDeps(
  db: Db,
  fake: Pick<FakeTwilio, 'env'>,
  clock: Clock,
  env: Record<string, string> = {},
): Deps & { carrier: Carrier } {
  const deps = testDeps(db, { ...fake.env, ...env })
  const carrier = carrierFor(deps.config)
  if (!carrier) throw new Error('The fake carrier has no credentials')
  return { ...deps, carrier, now: () => clock.at }
}

/** An open study of three short questions that sends fast. */
export async function openCampaignStudy(
  deps: Deps,
  texts: Partial<Study['texts']> = {},
  id = 'block-watch',
): Promise<Wave> {
  return openTextedStudy(deps, { id, texts: { perSecond: 100, ...texts } })
}

export type CasePhone = {
  readonly phone: string
  readonly kind?: 'mobile' | 'landline' | 'voip' | 'unknown'
  readonly consents?: boolean
}

/** A drawn case with its person and numbers, in the order in which they are tried; they consent unless told otherwise. */
export async function addCase(
  deps: Deps,
  wave: Wave,
  phones: readonly CasePhone[],
  more: Partial<Pick<Schema['sample_cases'], 'language' | 'time_zone'>> = {},
): Promise<{ caseId: string; interviewId: string; personId: string }> {
  const { db, sealer } = deps
  const [caseId, interviewId, personId] = [randomUUID(), randomUUID(), randomUUID()]
  await db.insertInto('pii.people').values({ id: personId, name: null, address: null }).execute()
  await db
    .insertInto('sample_cases')
    .values({
      id: caseId,
      study_id: wave.study_id,
      wave_id: wave.id,
      interview_id: interviewId,
      token_hash: Buffer.from(caseId.replaceAll('-', '').repeat(2), 'hex'),
      ...more,
    })
    .execute()
  await db.insertInto('pii.case_people').values({ case_id: caseId, person_id: personId }).execute()
  for (const [index, { phone, kind = 'mobile', consents = true }] of phones.entries()) {
    const phoneHash = sealer.hashPhone(phone)
    await db
      .insertInto('pii.phone_numbers')
      .values({ hash: phoneHash, sealed: sealer.seal(phone), kind })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .insertInto('pii.person_phones')
      .values({ person_id: personId, phone_hash: phoneHash, rank: index + 1 })
      .execute()
    if (consents)
      await db
        .insertInto('pii.consents')
        .values({
          phone_hash: phoneHash,
          person_id: personId,
          kind: 'consent',
          how: 'signed a form',
          mode: 'web',
          study_id: null,
        })
        .execute()
  }
  return { caseId, interviewId, personId }
}
