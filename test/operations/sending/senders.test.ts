import { expect, test } from 'vitest'
import { giveNumber } from '#server/operations/own-numbers.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { addCase, days, minutes, openCampaignStudy } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { ourNumber } from '#test/support/fake-twilio.ts'
import { interviewsOf, phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
const own = '+15555550111'
const senders = [ourNumber, own]

async function twoStudies(id: string, texts = {}) {
  await on.campaign(texts, { senders })
  await at.db.deleteFrom('text_senders').execute()
  return openCampaignStudy(on.deps, texts, id)
}

const perSecond = async (seconds: number) => {
  const counts = []
  for (let second = 0; second < seconds; second++) {
    on.clock.later(1000)
    counts.push(await sendDueTexts(on.deps, on.deps.carrier))
  }
  await on.fake.settled()
  return counts
}

async function manyCases(other: typeof on.wave) {
  for (let line = 10; line < 20; line++) {
    await addCase(on.deps, on.wave, [{ phone: phone(line) }])
    await addCase(on.deps, other, [{ phone: phone(line, 917) }])
  }
  await startTexts(on.deps, on.wave)
  await startTexts(on.deps, other)
}

test('a study that has a number of its own texts from it, the others from what is configured', async () => {
  const other = await twoStudies('own-number')
  await giveNumber(on.deps, 'own-number', own)
  await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  await addCase(on.deps, other, [{ phone: phone(2) }])
  await startTexts(on.deps, on.wave)
  await startTexts(on.deps, other)
  on.clock.later(1000)
  await on.sendAll()
  expect(
    Object.fromEntries(
      on.fake.texts.map(({ to, from, messagingServiceSid }) => [to, [from, messagingServiceSid !== null]]),
    ),
  ).toEqual({
    [phone(1)]: [ourNumber, true],
    [phone(2)]: [own, false],
  })
})

test('two campaigns over one sender keep the rate and the day of the sender together', async () => {
  await manyCases(await twoStudies('same-sender', { perSecond: 2, perDay: 7 }))
  const counts = await perSecond(6)
  expect(Math.max(...counts)).toBe(2)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7)
})

test('two campaigns over senders of their own each have their rate', async () => {
  const other = await twoStudies('own-rate', { perSecond: 2 })
  await giveNumber(on.deps, 'own-rate', own)
  await manyCases(other)
  expect(await perSecond(3)).toEqual([4, 4, 4])
})

test('a sender that the carrier finds too fast rests for all of its campaigns', async () => {
  const other = await twoStudies('too-fast', { perSecond: 2 })
  await manyCases(other)
  const fast = { ...on.deps.carrier, send: async () => ({ outcome: 'refused', errorCode: 20429 }) as const }
  on.clock.later(1000)
  await sendDueTexts(on.deps, fast)
  expect(await perSecond(30)).toEqual(Array.from({ length: 30 }, () => 0))
  on.clock.later(minutes)
  expect((await perSecond(3)).every((count) => count === 2)).toBe(true)
})

test('the answer to an invitation is heard, though it comes to a number that has been given to another study since', async () => {
  const other = await twoStudies('given-since')
  const one = phoneOf(on.deps, phone(31))
  const { caseId } = await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  await giveNumber(on.deps, other.study_id, ourNumber)
  expect(await one.text('ok', { to: ourNumber })).toMatch(/18 or older/)
  const [only, ...more] = await interviewsOf(on.deps, one)
  expect(more).toEqual([])
  expect(only).toMatchObject({ caseId, types: ['begun', 'asked'] })
  on.clock.later(days)
  expect(await phoneOf(on.deps, phone(32)).text('hello', { to: ourNumber })).toMatch(/18 or older/)
  expect((await interviewsOf(on.deps, phoneOf(on.deps, phone(32))))[0]).toMatchObject({ studyId: other.study_id })
})
