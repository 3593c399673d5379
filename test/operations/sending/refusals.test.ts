import { describe, expect, test } from 'vitest'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { settleUncertainTexts } from '#server/operations/sending/settle-uncertain-texts.ts'
import { planCampaigns } from '#server/operations/sending/plan-campaigns.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { recordOptIn, recordOptOut } from '#server/operations/record-opt-out.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import { campaignOf } from '#server/store/text-campaigns.ts'
import { addCase, days, minutes, openCampaignStudy } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

async function withCases(...lines: number[]) {
  await on.campaign()
  for (const line of lines) await addCase(on.deps, on.wave, [{ phone: phone(line) }])
  await on.start()
}
const troubleOf = async (number: string) =>
  (
    await at.db
      .selectFrom('pii.phone_numbers')
      .select('trouble')
      .where('hash', '=', on.deps.sealer.hashPhone(number))
      .executeTakeFirstOrThrow()
  ).trouble

describe('a refusal without a code of the carrier', () => {
  test.each([401, 403, 407, 20005])('%i stops the campaign, and its texts are not lost', async (errorCode) => {
    await withCases(1, 2)
    await sendDueTexts(on.deps, { ...on.deps.carrier, send: async () => ({ outcome: 'refused', errorCode }) })
    expect(await on.states()).toEqual(['invitation planned', 'invitation planned'])
    const { state, reason } = (await campaignOf(at.db, on.wave.id))!
    expect({ state, reason }).toEqual({ state: 'stopped', reason: expect.stringMatching(`^${errorCode}: .{20}`) })
    await on.start()
    await on.sendAll()
    expect(on.sentTo().sort()).toEqual([phone(1), phone(2)])
  })
})

test('texts that are held one after the other stop the campaign; held ones between others do not', async () => {
  await withCases(11, 12, 13, 14, 15, 16, 17)
  const odd = { ...on.deps.carrier, send: async () => ({ outcome: 'refused', errorCode: 29_999 }) as const }
  await sendDueTexts(on.deps, odd)
  const { state, reason } = (await campaignOf(at.db, on.wave.id))!
  expect(state).toBe('stopped')
  expect(reason).toMatch(/^5 texts in a row are held, the last one by 29999/)

  await on.campaign()
  for (let line = 21; line < 28; line++) {
    await addCase(on.deps, on.wave, [{ phone: phone(line) }])
    await on.start()
    await sendDueTexts(on.deps, line % 2 ? odd : on.deps.carrier)
  }
  expect(await campaignOf(at.db, on.wave.id)).toMatchObject({ state: 'running' })
})

describe('what the carrier tells of a text', () => {
  const lateRefusal = async (line: number, errorCode: number) => {
    await withCases(line)
    await on.sendAll()
    const [text] = await on.texts()
    return () => recordTextStatus(on.deps, text!.id, { sid: text!.sid!, state: 'failed', errorCode })
  }

  test.each([
    [31, 21610],
    [32, 30004],
  ])('(%i) does not take back an opt-in that came after the text', async (line, errorCode) => {
    const tell = await lateRefusal(line, errorCode)
    const one = phoneOf(on.deps, phone(line))
    await one.text('STOP')
    await one.text('START')
    await tell()
    expect(await hasOptedOut(at.db, one.hash, null)).toBe(false)
    expect(await troubleOf(one.number)).toBe(null)
    expect(await one.text('1')).not.toBe('')
  })

  test('is a refusal where the opt-in came before the text', async () => {
    await on.campaign()
    const one = phoneOf(on.deps, phone(33))
    const { personId } = await addCase(on.deps, on.wave, [{ phone: one.number }])
    const word = { phone: one.number, personId, mode: 'phone', how: 'said so', recordedBy: 'staff:ann', studyId: null }
    await recordOptOut(on.deps, { ...word, mode: 'phone' })
    await recordOptIn(on.deps, { ...word, mode: 'phone' })
    await on.start()
    await on.sendAll()
    const [text] = await on.texts()
    await recordTextStatus(on.deps, text!.id, { sid: text!.sid!, state: 'failed', errorCode: 21610 })
    expect(await hasOptedOut(at.db, one.hash, null)).toBe(true)
  })
})

describe('a number in trouble', () => {
  const inTrouble = async (line: number, trouble: 'dead' | 'landline' | 'unreachable' | 'blocked') => {
    await on.campaign()
    const one = phoneOf(on.deps, phone(line))
    await addCase(on.deps, on.wave, [{ phone: one.number }])
    await at.db
      .updateTable('pii.phone_numbers')
      .set({ trouble, trouble_at: on.clock.at })
      .where('hash', '=', one.hash)
      .execute()
    return one
  }

  test.each([
    [41, 'dead'],
    [42, 'landline'],
    [43, 'unreachable'],
  ] as const)('(%i) that was %s has none when it texts', async (line, trouble) => {
    const one = await inTrouble(line, trouble)
    const other = await inTrouble(line + 10, trouble)
    await one.text('hello')
    expect(await troubleOf(one.number)).toBe(null)
    expect(await troubleOf(other.number)).toBe(trouble)
  })

  test('that blocked us has none when it asks for texts again, and not before', async () => {
    const one = await inTrouble(44, 'blocked')
    await one.text('hello')
    expect(await troubleOf(one.number)).toBe('blocked')
    await one.text('STOP')
    await one.text('START')
    expect(await troubleOf(one.number)).toBe(null)
  })
})

test('one text that cannot be settled does not keep the others waiting', async () => {
  await withCases(61, 62, 63)
  await sendDueTexts(on.deps, { ...on.deps.carrier, send: async () => ({ outcome: 'unknown', why: 'a test' }) })
  on.clock.later(5 * minutes)
  const listTo = async (number: string) => {
    if (number === phone(61)) throw new Error('no list for this number')
    return on.deps.carrier.listTo(number)
  }
  expect(await settleUncertainTexts(on.deps, { ...on.deps.carrier, listTo })).toBe(2)
  expect((await on.states()).sort()).toEqual(['invitation planned', 'invitation planned', 'invitation sending'])
})

test('one wave that cannot be planned does not keep the others from being planned', async () => {
  await on.campaign()
  const others = []
  for (const id of ['other-one', 'other-two']) others.push(await openCampaignStudy(on.deps, {}, id))
  for (const wave of [on.wave, ...others]) {
    await startTexts(on.deps, wave)
    await addCase(on.deps, wave, [{ phone: phone(71) }])
  }
  const broken = {
    ...on.deps,
    compiledFor: async (wave: { study_id: string; id: string }) => {
      if (wave.id === on.wave.id) throw new Error('this wave is broken')
      return on.deps.compiledFor(wave as typeof on.wave)
    },
  }
  expect(await planCampaigns(broken as typeof on.deps, new AbortController().signal)).toBe(2)
})

test('who had blocked us and asks for texts again is reminded', async () => {
  await on.campaign()
  const one = phoneOf(on.deps, phone(4, 646))
  await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  await on.hearAll()
  expect(await troubleOf(one.number)).toBe('blocked')
  expect(await one.text('START')).not.toBe('')
  on.clock.later(4 * days)
  expect((await planTexts(on.deps, on.wave)).texts).toHaveLength(1)
})
