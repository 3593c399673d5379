import { describe, expect, test } from 'vitest'
import { closeItem } from '#server/operations/settle-inbox.ts'
import { listInbox } from '#server/operations/read-inbox.ts'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { addCase, days, hours, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

async function invited(line: number, texts = {}) {
  await on.campaign(texts)
  const one = phoneOf(on.deps, phone(line))
  await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  return one
}

/** What leaves for a number when it is looked every six hours for a while. */
async function leavesWithin(ms: number, number: string) {
  const before = on.sentTo().filter((to) => to === number).length
  for (let waited = 0; waited < ms; waited += 6 * hours) {
    on.clock.later(6 * hours)
    await planTexts(on.deps, on.wave)
    await keepHours(on.deps)
    await on.sendAll()
  }
  return on.sentTo().filter((to) => to === number).length - before
}

describe('an invitation that is told lost', () => {
  const lost = async () => {
    const [text] = await on.texts()
    await recordTextStatus(on.deps, text!.id, { sid: text!.sid!, state: 'undelivered', errorCode: 30008 })
  }

  test('is not sent again to who has answered it', async () => {
    const one = await invited(1)
    await one.text('ok')
    await lost()
    expect(await leavesWithin(days, one.number)).toBe(0)
    expect(await on.states()).toEqual(['invitation undelivered'])
  })

  test('is not sent again to who answers before it leaves again', async () => {
    const one = await invited(2)
    await lost()
    on.clock.later(minutes)
    await one.text('HELP', { carrierWord: 'HELP' })
    expect(await leavesWithin(days, one.number)).toBe(0)
    expect((await on.texts()).at(-1)).toMatchObject({
      state: 'canceled',
      reason: 'the resident has answered meanwhile',
    })
  })

  test('is sent again to who is silent', async () => {
    const one = await invited(3)
    await lost()
    expect(await leavesWithin(days, one.number)).toBe(1)
  })
})

describe('a reminder', () => {
  test.each([
    ['a word that the carrier answers', 4, 'HELP', { carrierWord: 'HELP' }],
    ['a question to us', 9, 'who are you?', {}],
    ['a picture', 10, '', { hasMedia: true }],
  ] as const)('waits for silence after any text of theirs, such as %s', async (_, line, body, more) => {
    const one = await invited(line)
    await one.text('ok')
    on.clock.later(3 * days - 2 * minutes)
    await one.text(body, more)
    expect(await leavesWithin(2 * days, one.number)).toBe(0)
    expect(await leavesWithin(2 * days, one.number)).toBe(1)
  })

  test('that is planned does not leave to who has asked for help meanwhile, and goes later', async () => {
    const one = await invited(5)
    await one.text('ok')
    on.clock.later(4 * days)
    await planTexts(on.deps, on.wave)
    await one.text('HELP')
    expect(await leavesWithin(2 * days, one.number)).toBe(0)
    expect(await on.states()).toEqual(['invitation accepted', 'reminder canceled'])
    expect(await leavesWithin(2 * days, one.number)).toBe(1)
  })

  test.each([
    ['planned', false],
    ['sent', true],
  ])('is not %s while a person has yet to read what may be an opt-out', async (_, isPlanned) => {
    const one = await invited(isPlanned ? 6 : 7)
    await one.text('ok')
    on.clock.later(4 * days)
    if (isPlanned) await planTexts(on.deps, on.wave)
    await one.text('they should leave us alone more often')
    const [item] = await listInbox(on.deps, on.wave.study_id)
    expect(item).toMatchObject({ reason: 'opt-out-in-doubt' })
    expect(await leavesWithin(5 * days, one.number)).toBe(0)
    await closeItem(on.deps, item!.id, 'reader')
    expect(await leavesWithin(5 * days, one.number)).toBeGreaterThan(0)
  })

  test('of a question that is asked on the web has the personal link, whatever the invitation offers', async () => {
    const one = await invited(8, { handOver: ['safe'] })
    await one.text('ok')
    const [, link] = /(\S+\/i\/\S+)/.exec(await one.text('1')) ?? []
    expect(await leavesWithin(4 * days, one.number)).toBe(1)
    expect(link).toBeTruthy()
    expect(on.fake.texts.at(-1)?.body).toContain(link)
  })
})
