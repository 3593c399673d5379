import { expect, test } from 'vitest'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { textLink } from '#server/operations/sending/text-link.ts'
import { addCase, hours } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
const atTheDoor = { mode: 'home', by: 'ann' } as const
const lateEvening = new Date('2026-03-03T02:30:00Z') // 21:30 in New York
const morning = new Date('2026-03-03T15:30:00Z')

const linkOf = (interviewId: string) =>
  `${on.deps.config.publicUrl}/i/${on.deps.tokens.linkFor(on.wave.study_id, interviewId)}`

test('who asks for the link at the door gets it at once, in the evening too, which is their consent to it', async () => {
  await on.campaign()
  const { caseId, interviewId } = await addCase(on.deps, on.wave, [{ phone: phone(1), consents: false }])
  on.clock.at = lateEvening
  await textLink(on.deps, on.wave, caseId, atTheDoor)
  await on.sendAll()
  expect(on.sentTo()).toEqual([phone(1)])
  expect(on.fake.texts[0]?.body).toMatch(/^Hello from The Block watch office.*STOP/)
  expect(on.fake.texts[0]?.body).toContain(linkOf(interviewId))
  const [text] = await on.texts()
  expect(text).toMatchObject({ kind: 'link', rule: 'link-asked-for', case_id: caseId })
  const consent = await at.db
    .selectFrom('pii.consents')
    .selectAll()
    .where('id', '=', text!.consent_id)
    .executeTakeFirstOrThrow()
  expect(consent).toMatchObject({ kind: 'consent', mode: 'home', recorded_by: 'staff:ann' })
  await expect(textLink(on.deps, on.wave, caseId, atTheDoor)).rejects.toThrow('less than 5 minutes ago')
  on.clock.later(hours)
  await textLink(on.deps, on.wave, caseId, atTheDoor)
  await on.sendAll()
  expect(on.sentTo()).toEqual([phone(1), phone(1)])
})

test('a link that nobody has just asked for keeps the hours, and needs a consent that is there', async () => {
  await on.campaign()
  const { caseId } = await addCase(on.deps, on.wave, [{ phone: phone(2) }], { language: 'es' })
  const silent = await addCase(on.deps, on.wave, [{ phone: phone(3), consents: false }])
  on.clock.at = lateEvening
  await textLink(on.deps, on.wave, caseId)
  await expect(textLink(on.deps, on.wave, silent.caseId)).rejects.toThrow('--asked')
  await on.sendAll()
  expect(on.sentTo()).toEqual([])
  on.clock.at = morning
  await on.sendAll()
  expect(on.sentTo()).toEqual([phone(2)])
  expect(on.fake.texts[0]?.body).toMatch(/^Hola/)
})

test('the link of an interview that has begun says that it is the rest, and the answers by text go on', async () => {
  await on.campaign()
  const one = phoneOf(on.deps, phone(4))
  const { caseId, interviewId } = await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  await one.text('ok')
  await textLink(on.deps, on.wave, caseId, { mode: 'phone', by: 'ann' })
  await on.sendAll()
  const body = on.fake.texts.at(-1)?.body
  expect(body).toMatch(/^The Block watch office: Here is the rest of your survey/)
  expect(body).toContain(linkOf(interviewId))
  expect(await one.text('yes')).toMatch(/How safe/)
})

test('nobody who has opted out gets a link, whoever says that they asked; nor does who has no number or is through', async () => {
  await on.campaign()
  const out = await addCase(on.deps, on.wave, [{ phone: phone(5) }])
  const word = { mode: 'sms', how: 'carrier keyword', recordedBy: 'resident', studyId: null } as const
  await recordOptOut(on.deps, { ...word, phone: phone(5) })
  await expect(textLink(on.deps, on.wave, out.caseId, atTheDoor)).rejects.toThrow('opted out')
  const none = await addCase(on.deps, on.wave, [])
  await expect(textLink(on.deps, on.wave, none.caseId, atTheDoor)).rejects.toThrow('no number')
  const landline = await addCase(on.deps, on.wave, [{ phone: phone(6), kind: 'landline' }])
  await expect(textLink(on.deps, on.wave, landline.caseId, atTheDoor)).rejects.toThrow('can be texted')
  const one = phoneOf(on.deps, phone(7))
  const done = await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  for (const body of ['ok', 'yes', '1', 'more light']) await one.text(body)
  await expect(textLink(on.deps, on.wave, done.caseId, atTheDoor)).rejects.toThrow('is over')
  await expect(textLink(on.deps, on.wave, 'case-of-nobody')).rejects.toThrow('no case')
  expect((await on.texts()).filter(({ kind }) => kind === 'link')).toEqual([])
})
