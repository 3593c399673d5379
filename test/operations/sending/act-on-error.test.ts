import { describe, expect, test } from 'vitest'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { campaignOf } from '#server/store/text-campaigns.ts'
import { addCase, hours, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

describe('an error', () => {
  const invite = async (...phones: string[]) => {
    await on.campaign()
    await addCase(
      on.deps,
      on.wave,
      phones.map((one) => ({ phone: one })),
    )
    await on.start()
    await on.sendAll()
    await on.hearAll()
  }
  const numberOf = (one: string) =>
    at.db
      .selectFrom('pii.phone_numbers')
      .selectAll()
      .where('hash', '=', on.deps.sealer.hashPhone(one))
      .executeTakeFirstOrThrow()
  const lastWord = (one: string) =>
    at.db
      .selectFrom('pii.consents')
      .select(['kind', 'recorded_by', 'how'])
      .where('phone_hash', '=', on.deps.sealer.hashPhone(one))
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()

  test.each([
    ['opted out with the carrier', phone(10, 646), 'failed', 'carrier'],
    ['blocked', phone(4, 646), 'undelivered', 'carrier'],
  ])('%s goes into the ledger', async (_, one, state, by) => {
    await invite(one)
    expect(await on.states()).toEqual([`invitation ${state}`])
    expect(await lastWord(one)).toMatchObject({ kind: 'opt-out', recorded_by: by })
  })

  test.each([
    ['a landline, told afterwards', phone(6, 646), 'undelivered'],
    ['no mobile, told at once', phone(14, 646), 'failed'],
  ])('%s marks the number, and the next one of the person is tried', async (_, one, state) => {
    await invite(one, phone(2))
    expect(await numberOf(one)).toMatchObject({ trouble: 'landline' })
    await planTexts(on.deps, on.wave)
    await on.sendAll()
    await on.hearAll()
    expect(await on.states()).toEqual([`invitation ${state}`, 'invitation delivered'])
    expect(on.sentTo()).toContain(phone(2))
  })

  test('out of reach is tried again a few times, ever later', async () => {
    await invite(phone(3, 646))
    const tried = [on.fake.texts.length]
    for (let hour = 0; hour < 100; hour++) {
      on.clock.later(hours)
      await keepHours(on.deps)
      await on.sendAll()
      await on.hearAll()
      if (on.fake.texts.length !== tried.at(-1)) tried.push(on.fake.texts.length)
    }
    expect(tried).toEqual([1, 2, 3, 4])
    expect(await on.states()).toEqual(Array.from({ length: 4 }, () => 'invitation undelivered'))
    expect((await planTexts(on.deps, on.wave)).others).toEqual({ 'could-not-be-reached': 1 })
  })

  test('filtered stops the campaign', async () => {
    await invite(phone(7, 646))
    expect(await campaignOf(at.db, on.wave.id)).toMatchObject({ state: 'stopped', reason: '30007: filtered as spam' })
    await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    await planTexts(on.deps, on.wave)
    await on.sendAll()
    expect(on.sentTo()).toEqual([phone(7, 646)])
  })

  test('not known to us holds the text until a person has looked', async () => {
    await invite(phone(17, 646))
    expect(await on.texts()).toMatchObject([{ state: 'held', reason: '21617: longer than 1,600 characters' }])
    await invite(phone(99, 646))
    expect(await on.texts()).toMatchObject([{ state: 'undelivered', error_code: 39_999 }])
  })

  test('too fast pauses the campaign, and the text leaves later', async () => {
    await on.campaign({}, { perSecond: 1 })
    for (const n of [1, 2]) await addCase(on.deps, on.wave, [{ phone: phone(n) }])
    await on.start()
    await on.sendAll()
    expect(on.fake.texts).toHaveLength(1)
    on.clock.later(2 * minutes)
    await on.sendAll()
    expect(on.sentTo().sort()).toEqual([phone(1), phone(2)])
  })
})
