import { expect, test } from 'vitest'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { addCase, hours, minutes, openCampaignStudy } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { interviewsOf, phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

async function everyHour(most: number, until: () => boolean): Promise<number> {
  for (let hour = 0; hour < most; hour++) {
    if (until()) return hour
    on.clock.later(hours)
    await keepHours(on.deps)
    await on.sendAll()
  }
  return most
}

const sentTo = (number: string) => on.sentTo().filter((to) => to === number).length

test('an invitation of another study waits until the conversation that is under way has been over for hours', async () => {
  await on.campaign()
  const one = phoneOf(on.deps, phone(1))
  await one.text('hello') // unasked: no text of a campaign went before
  expect(await one.text('yes')).toMatch(/How safe/)
  on.clock.later(minutes)
  const other = await openCampaignStudy(on.deps, {}, 'other-study')
  await addCase(on.deps, other, [{ phone: one.number }])
  await startTexts(on.deps, other)
  on.clock.later(1000)
  await on.sendAll()
  expect(sentTo(one.number)).toBe(0)
  await one.text('3')
  const first = (await interviewsOf(on.deps, one)).find(({ studyId }) => studyId === on.wave.study_id)
  expect(first?.interview.given['safe']).toMatchObject({ value: 3 })
  const waited = await everyHour(24, () => sentTo(one.number) > 0)
  expect(sentTo(one.number)).toBe(1)
  expect(waited).toBeGreaterThanOrEqual(6)
})

test('two studies invite the same number half a day apart, whatever of them is claimed first', async () => {
  await on.campaign()
  const other = await openCampaignStudy(on.deps, {}, 'other-half-day')
  for (const wave of [on.wave, other]) await addCase(on.deps, wave, [{ phone: phone(2) }])
  for (const wave of [on.wave, other]) await startTexts(on.deps, wave)
  on.clock.later(1000)
  await Promise.all([1, 2, 3].map(() => sendDueTexts(on.deps, on.deps.carrier)))
  await on.fake.settled()
  expect(sentTo(phone(2))).toBe(1)
  expect(await everyHour(48, () => sentTo(phone(2)) > 1)).toBeGreaterThanOrEqual(12)
  expect(sentTo(phone(2))).toBe(2)
})

test('two people on one phone are invited half a day apart, and nobody else waits for them', async () => {
  await on.campaign()
  for (const line of [3, 3, 4, 5]) await addCase(on.deps, on.wave, [{ phone: phone(line) }])
  await on.start()
  await on.sendAll()
  expect(on.sentTo().sort()).toEqual([phone(3), phone(4), phone(5)])
  expect(await everyHour(48, () => sentTo(phone(3)) > 1)).toBeGreaterThanOrEqual(12)
  expect(sentTo(phone(3))).toBe(2)
})

test('a text that did not arrive is tried again though it was sent within half a day', async () => {
  await on.campaign({}, { errors: { [phone(6)]: 30003 } })
  await addCase(on.deps, on.wave, [{ phone: phone(6) }])
  await on.start()
  await on.sendAll()
  await on.hearAll()
  expect(await everyHour(3, () => sentTo(phone(6)) > 1)).toBeLessThan(3)
})

test('many that must wait do not hold up the others', async () => {
  await on.campaign({ perSecond: 5 })
  const other = await openCampaignStudy(on.deps, { perSecond: 5 }, 'other-many')
  for (let line = 20; line < 99; line++) await addCase(on.deps, other, [{ phone: phone(line) }])
  await at.db.updateTable('pii.phone_numbers').set({ texted_at: on.clock.at }).execute()
  await planTexts(on.deps, other)
  for (let line = 60; line < 65; line++) await addCase(on.deps, other, [{ phone: phone(line, 917) }])
  await startTexts(on.deps, other)
  on.clock.later(1000)
  while ((await sendDueTexts(on.deps, on.deps.carrier)) > 0); // within the same second
  await on.fake.settled()
  expect(on.sentTo().sort()).toEqual([60, 61, 62, 63, 64].map((line) => phone(line, 917)))
})
