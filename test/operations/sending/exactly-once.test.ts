import { describe, expect, test } from 'vitest'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { settleUncertainTexts } from '#server/operations/sending/settle-uncertain-texts.ts'
import { addCase, days, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

describe('what becomes of a text when the answer is lost', () => {
  test.each([
    ['answer-lost', 1],
    ['answer-failed', 1],
    ['unavailable', 1],
    ['answer-never', 1],
    ['silent', 1],
  ] as const)('%s: it is sent exactly once in the end', async (mishap, times) => {
    await on.campaign({}, {}, 2)
    on.fake.mishaps.push(mishap)
    await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    await on.start()
    await on.sendAll()
    expect(await on.states()).toEqual(['invitation sending'])
    await settleUncertainTexts(on.deps, on.deps.carrier) // too early to believe the list
    await on.sendAll()
    expect(await on.states()).toEqual(['invitation sending'])
    on.clock.later(3000)
    await settleUncertainTexts(on.deps, on.deps.carrier)
    await on.sendAll()
    await on.hearAll()
    expect(on.sentTo()).toHaveLength(times)
    expect(await on.states()).toEqual(['invitation delivered'])
  })

  test('two texts of the same words to one number are told apart', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    await addCase(on.deps, on.wave, [{ phone: phone(1) }]) // they share it
    on.fake.mishaps.push('answer-lost', 'unavailable')
    await on.start()
    await on.sendAll()
    on.clock.later(10 * minutes)
    await settleUncertainTexts(on.deps, on.deps.carrier)
    on.clock.later(days) // the second waits until the first is half a day old
    await keepHours(on.deps)
    await on.sendAll()
    on.clock.later(10 * minutes)
    await settleUncertainTexts(on.deps, on.deps.carrier)
    await on.sendAll()
    await on.hearAll()
    expect(on.sentTo()).toEqual([phone(1), phone(1)])
    expect(await on.states()).toEqual(['invitation delivered', 'invitation delivered'])
  })

  test('what the list gave to one text of the same words, a late callback does not give to the other', async () => {
    await on.campaign()
    for (const line of [1, 2]) await addCase(on.deps, on.wave, [{ phone: phone(line) }])
    await on.start()
    await on.sendAll()
    const [one, other] = await on.texts()
    await at.db.updateTable('pii.outbound_texts').set({ sid: null }).where('id', '=', other!.id).execute()
    await recordTextStatus(on.deps, other!.id, { sid: one!.sid!, state: 'delivered', errorCode: null })
    const sids = new Map((await on.texts()).map(({ id, sid }) => [id, sid]))
    expect([sids.get(one!.id), sids.get(other!.id)]).toEqual([one!.sid, null])
  })

  test('a callback that comes first settles it', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    on.fake.mishaps.push('answer-lost')
    await on.start()
    await on.sendAll()
    await on.hearAll()
    expect(await on.states()).toEqual(['invitation delivered'])
  })
})

test('a state never goes back, whatever order it is told in', async () => {
  await on.campaign()
  await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  await on.start()
  await on.sendAll()
  const [{ id, sid } = { id: '', sid: '' }] = await on.texts()
  for (const state of ['sent', 'queued', 'delivered', 'sent', 'undelivered', 'delivered'] as const)
    expect(await recordTextStatus(on.deps, id, { sid: sid!, state, errorCode: null })).toBe(true)
  expect(await on.states()).toEqual(['invitation delivered'])
  expect(await recordTextStatus(on.deps, id, { sid: 'SM-of-another', state: 'sent', errorCode: null })).toBe(true)
  expect(await recordTextStatus(on.deps, undefined, { sid: 'SM-unknown', state: 'sent', errorCode: null })).toBe(false)
  await expect(
    at.db.updateTable('pii.outbound_texts').set({ state: 'planned' }).where('id', '=', id).execute(),
  ).rejects.toThrow(/does not become/)
})

test('the database writes no text without a consent that covers number and person', async () => {
  await on.campaign()
  const { caseId } = await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  const other = await addCase(on.deps, on.wave, [{ phone: phone(2) }])
  await on.start()
  const text = (await on.texts()).find(({ case_id }) => case_id === caseId)
  const { of_campaign: _, ...row } = text!
  const again = { ...row, id: crypto.randomUUID(), key: 'another occasion', sid: null }
  const insert = (changes: object) =>
    at.db
      .insertInto('pii.outbound_texts')
      .values({ ...again, ...changes })
      .execute()
  await expect(insert({ phone_hash: on.deps.sealer.hashPhone(phone(2)), person_id: other.personId })).rejects.toThrow(
    /consent/,
  )
  await expect(insert({ consent_id: '999999' })).rejects.toThrow(/consent/)
  await expect(insert({ rule: '' })).rejects.toThrow(/rule/)
  await expect(insert({ consent_id: null })).rejects.toThrow(/consent/)
})
