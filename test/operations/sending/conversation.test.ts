import { expect, test } from 'vitest'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { answerBySms } from '#server/operations/answer-by-sms.ts'
import { addCase, days } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
let sids = 0
const reply = (from: string, body: string) =>
  answerBySms(on.deps, { sid: `SM${++sids}`, from, to: '+15555550100', body, hasMedia: false, carrierWord: undefined })

test('the reply to an invitation begins the interview of its case, and a reminder asks its open question', async () => {
  await on.campaign()
  const { caseId, interviewId } = await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  await on.start()
  await on.sendAll()
  await on.hearAll()

  expect(await reply(phone(1), '1')).toMatch(/Are you 18 or older\?/)
  expect(await reply(phone(1), 'yes')).toMatch(/How safe do you feel\?/)
  const interview = await at.db
    .selectFrom('interviews')
    .select(['id', 'case_id', 'answers'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  expect(interview).toEqual({ id: interviewId, case_id: caseId, answers: { adult: true } })

  on.clock.later(4 * days)
  await planTexts(on.deps, on.wave)
  await on.sendAll()
  expect(on.fake.texts.at(-1)?.body).toMatch(
    /^The Block watch office: you began our survey.*How safe do you feel\?.*1\) Safe/s,
  )
  expect(await reply(phone(1), '3')).toMatch(/What should change\?/)
  on.clock.later(10 * days)
  expect(await reply(phone(1), 'More lights')).not.toBe('')
  expect((await planTexts(on.deps, on.wave)).others).toEqual({ finished: 1 })
})

test('a reminder that was planned is not sent to who has answered meanwhile', async () => {
  await on.campaign()
  await addCase(on.deps, on.wave, [{ phone: phone(2) }])
  await on.start()
  await on.sendAll()
  await on.hearAll()
  on.clock.later(4 * days)
  await planTexts(on.deps, on.wave)
  on.clock.later(1000)
  await reply(phone(2), 'hello')
  await on.sendAll()
  expect(on.sentTo()).toHaveLength(1)
  expect(await on.texts()).toMatchObject([{}, { state: 'canceled', reason: 'the resident has answered meanwhile' }])
})
