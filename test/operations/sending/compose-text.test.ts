import { expect, test } from 'vitest'
import { segmentsOf } from '#instruments/engine/segments.ts'
import { invitationText, reminderText } from '#server/operations/sending/compose-text.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { addCase } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
const link = 'https://survey.example.org/i/AbCdEfGhIjKlMnOp'

test('an invitation and a reminder with curly quotes leave with plain ones, in seven bits', async () => {
  await on.campaign()
  const compiled = await on.deps.compiledFor(on.wave)
  const curly = { ...compiled, study: { ...compiled.study, sponsor: { en: 'The Mayor’s “Block” Office' } } }
  for (const text of [invitationText(curly, 'en', link), reminderText(curly, null, 'en', link)]) {
    expect(text).toContain(`The Mayor's "Block" Office`)
    expect(segmentsOf(text).encoding).toBe('GSM-7')
  }
})

test('whose invitation never arrived is told who asks before the first question, and nobody else twice', async () => {
  await on.campaign()
  const [lost, told] = [phoneOf(on.deps, phone(1)), phoneOf(on.deps, phone(2))]
  for (const one of [lost, told]) await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  const text = (await on.texts()).find(({ phone_hash }) => phone_hash.equals(lost.hash))
  await recordTextStatus(on.deps, text!.id, { sid: text!.sid!, state: 'undelivered', errorCode: 30005 })
  expect(await lost.text('hello')).toMatch(/^Hello from The Block watch office/)
  expect(await told.text('hello')).toMatch(/^Are you 18 or older\?/)
})
