import { describe, expect, test } from 'vitest'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { setWaveStatus } from '#server/store/waves.ts'
import { addCase, days, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

describe('an invitation', () => {
  test('says who asks, why, how long and how to stop, and names its rule and consent', async () => {
    await on.campaign()
    const { caseId, interviewId } = await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    await on.start()
    await on.sendAll()
    expect(on.fake.texts).toMatchObject([
      {
        to: phone(1),
        body: 'Hello from The Block watch office. We ask how safe people feel. It takes about 2 minutes by text. Reply 1 to begin, STOP to get no more texts.',
      },
    ])
    await on.hearAll()
    const [text] = await on.texts()
    expect(text).toMatchObject({
      state: 'delivered',
      rule: 'drawn-case',
      case_id: caseId,
      encoding: 'GSM-7',
      segments: 1,
    })
    expect(text?.consent_id).toMatch(/^\d+$/)
    const history = await at.db
      .selectFrom('pii.outbound_text_states')
      .select('state')
      .where('text_id', '=', text!.id)
      .execute()
    expect(history.map(({ state }) => state)).toEqual(['planned', 'sending', 'accepted', 'delivered'])
    const conversation = await at.db
      .selectFrom('pii.conversations')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    expect(conversation).toMatchObject({ interview_id: interviewId, phone_hash: on.deps.sealer.hashPhone(phone(1)) })
  })

  test('is in the language of the case, with a personal link where the study offers it', async () => {
    await on.campaign({ offerLink: true })
    const { interviewId } = await addCase(on.deps, on.wave, [{ phone: phone(1) }], { language: 'es' })
    await on.start()
    await on.sendAll()
    const link = `${on.deps.config.publicUrl}/i/${on.deps.tokens.linkFor(on.wave.study_id, interviewId)}`
    expect(on.fake.texts[0]?.body).toMatch(/^Hola, /)
    expect(on.fake.texts[0]?.body).toContain(link)
  })

  test('goes once to a case, however often texts are planned and sent', async () => {
    await on.campaign()
    await Promise.all(['01', '02', '03'].map((n) => addCase(on.deps, on.wave, [{ phone: phone(Number(n)) }])))
    await Promise.all([on.start(), planTexts(on.deps, on.wave), planTexts(on.deps, on.wave)])
    await Promise.all([on.sendAll(), on.sendAll()])
    await planTexts(on.deps, on.wave)
    await on.sendAll()
    expect(on.sentTo().sort()).toEqual([phone(1), phone(2), phone(3)])
  })

  test('goes to nobody without consent, with a landline, or who has opted out', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(31), consents: false }])
    await addCase(on.deps, on.wave, [{ phone: phone(32), kind: 'landline' }])
    const { personId } = await addCase(on.deps, on.wave, [{ phone: phone(33) }])
    await addCase(on.deps, on.wave, [])
    await recordOptOut(on.deps, {
      personId,
      mode: 'home',
      how: 'said so at the door',
      recordedBy: 'staff:ann',
      studyId: null,
    })
    const { others } = await on.start()
    await on.sendAll()
    expect(on.fake.texts).toEqual([])
    expect(others).toEqual({ 'no-consent': 1, 'for-the-phone': 1, 'opted-out': 1, 'no-number': 1 })
  })

  test('is not sent to who opts out after it was planned, and never again', async () => {
    await on.campaign()
    const { personId } = await addCase(on.deps, on.wave, [{ phone: phone(41) }])
    await on.start()
    await recordOptOut(on.deps, {
      phone: phone(41),
      personId,
      mode: 'sms',
      how: 'own words',
      recordedBy: 'resident',
      studyId: null,
    })
    await on.sendAll()
    on.clock.later(10 * days)
    await planTexts(on.deps, on.wave)
    await keepHours(on.deps)
    await on.sendAll()
    expect(on.fake.texts).toEqual([])
    expect(await on.texts()).toMatchObject([{ state: 'canceled', reason: 'opted out' }])
  })

  test('waits for the recipient’s hours, and for the wave and the campaign to be open', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(51, 213) }]) // Los Angeles: 9:00 is 17:00 UTC
    on.clock.at = new Date('2026-03-02T15:00:00Z')
    await on.start()
    await on.sendAll()
    expect(on.fake.texts).toEqual([])
    on.clock.at = new Date('2026-03-02T18:30:00Z')
    await setWaveStatus(at.db, on.wave.id, 'paused', on.clock.at)
    await on.sendAll()
    expect(on.fake.texts).toEqual([])
    await setWaveStatus(at.db, on.wave.id, 'open', on.clock.at)
    await on.sendAll()
    expect(on.sentTo()).toEqual([phone(51, 213)])
  })

  test('that missed its hours waits for the next ones', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(52) }])
    await on.start()
    on.clock.at = new Date('2026-03-03T01:29:30Z') // 20:29:30
    await on.sendAll()
    await keepHours(on.deps)
    await on.sendAll()
    expect(on.fake.texts).toEqual([])
    on.clock.at = new Date('2026-03-03T15:00:00Z')
    await on.sendAll()
    expect(on.sentTo()).toEqual([phone(52)])
  })

  test('keeps to the pace and to the cap of a day, whoever sends', async () => {
    await on.campaign({ perSecond: 2, perDay: 5 })
    for (let n = 60; n < 68; n++) await addCase(on.deps, on.wave, [{ phone: phone(n) }])
    await startTexts(on.deps, on.wave)
    const perSecond = []
    for (let second = 0; second < 5; second++) {
      on.clock.later(1000)
      const before = on.fake.texts.length
      await Promise.all([sendDueTexts(on.deps, on.deps.carrier), sendDueTexts(on.deps, on.deps.carrier)])
      perSecond.push(on.fake.texts.length - before)
    }
    expect(perSecond).toEqual([2, 2, 1, 0, 0])
    on.clock.later(days)
    await keepHours(on.deps)
    on.clock.later(minutes)
    await on.sendAll()
    expect(on.fake.texts).toHaveLength(8)
  })
})
