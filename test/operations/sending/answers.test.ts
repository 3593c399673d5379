import { describe, expect, test } from 'vitest'
import { listInbox } from '#server/operations/read-inbox.ts'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { replyLate } from '#server/operations/sending/reply-late.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { replyToItem } from '#server/operations/settle-inbox.ts'
import { addCase, days, hours, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

/** A case whose interview has begun by text, and what its question was. */
async function begun(number: string, { zone, errors = {} }: { zone?: string; errors?: Record<number, number> } = {}) {
  await on.campaign({}, { errors })
  const one = phoneOf(on.deps, number)
  await addCase(on.deps, on.wave, [{ phone: number }], { time_zone: zone ?? null })
  await on.start()
  await on.sendAll()
  return { ...one, asked: await one.text('ok') }
}

const leavesIn = async (task: () => Promise<unknown>) => {
  const before = on.fake.texts.length
  await task()
  return on.fake.texts.slice(before).map(({ body }) => body)
}
const answers = () =>
  at.db
    .selectFrom('pii.outbound_texts')
    .select(['kind', 'state', 'reason', 'attempts'])
    .where('wave_id', '=', on.wave.id)
    .where('of_campaign', '=', false)
    .execute()

describe('a late reply', () => {
  test('leaves within ten minutes or not at all', async () => {
    const one = await begun(phone(1))
    await replyLate(on.deps, { sid: 'SM-late-1', from: one.number, reply: one.asked })
    on.clock.later(10 * minutes)
    expect(
      await leavesIn(async () => {
        await on.sendAll()
        await keepHours(on.deps)
        on.clock.later(days)
        await on.sendAll()
      }),
    ).toEqual([])
    expect(await answers()).toMatchObject([{ state: 'canceled', reason: 'came too late' }])
  })

  test('does not leave when the resident has texted again', async () => {
    const one = await begun(phone(2))
    await replyLate(on.deps, { sid: 'SM-late-2', from: one.number, reply: one.asked })
    await one.text('1')
    expect(await leavesIn(() => on.sendAll())).toEqual([])
    expect(await answers()).toMatchObject([{ state: 'canceled', reason: 'the resident has answered meanwhile' }])
  })

  test('does not leave when it answers a text that another has followed already', async () => {
    const one = await begun(phone(3))
    await one.text('1', { sid: 'SM-late-3' })
    await one.text('2')
    await replyLate(on.deps, { sid: 'SM-late-3', from: one.number, reply: 'How safe do you feel?' })
    expect(await leavesIn(() => on.sendAll())).toEqual([])
  })

  test('that did not arrive is not sent again', async () => {
    const errors: Record<string, number> = {}
    const one = await begun(phone(4), { errors })
    errors[one.number] = 30003
    await replyLate(on.deps, { sid: 'SM-late-4', from: one.number, reply: one.asked })
    await on.sendAll()
    await on.hearAll()
    for (let hour = 0; hour < 30; hour++) {
      on.clock.later(hours)
      await keepHours(on.deps)
      await on.sendAll()
    }
    expect(await answers()).toMatchObject([{ kind: 'late-reply', state: 'undelivered' }])
  })

  test('leaves at once otherwise', async () => {
    const one = await begun(phone(5))
    await replyLate(on.deps, { sid: 'SM-late-5', from: one.number, reply: one.asked })
    expect(await leavesIn(() => on.sendAll())).toEqual([one.asked])
  })
})

describe('an answer that the carrier does not take', () => {
  const handedIn = async () => {
    let claims = 0
    for (let second = 0; second < 600; second += 10) {
      claims += await sendDueTexts(on.deps, on.deps.carrier)
      claims += await sendDueTexts(on.deps, on.deps.carrier) // as soon as it is done with the last ones
      on.clock.later(10_000)
    }
    return claims
  }
  const asking = async (line: number, errorCode: number) => {
    const errors: Record<string, number> = {}
    const one = await begun(phone(line), { errors })
    await one.text('when will I see the results?')
    const [item] = await listInbox(on.deps, on.wave.study_id)
    errors[one.number] = errorCode
    return { one, reply: () => replyToItem(on.deps, item!.id, 'In May.', 'reader') }
  }

  test('because of our own account, is handed in once and waits for a person', async () => {
    const { reply } = await asking(11, 21408)
    await reply()
    expect(await handedIn()).toBe(1)
    expect(await answers()).toMatchObject([
      { kind: 'inbox-reply', state: 'held', reason: expect.stringMatching(/^21408/) },
    ])
  })

  test('because we are too fast, is tried a few times and then has failed', async () => {
    const { reply } = await asking(12, 20429)
    await reply()
    expect(await handedIn()).toBe(4)
    expect(await answers()).toMatchObject([{ state: 'failed', attempts: 4, reason: '20429: too many requests' }])
  })

  test('has failed where it was a late reply', async () => {
    const { one } = await asking(13, 21408)
    await replyLate(on.deps, { sid: 'SM-late-13', from: one.number, reply: one.asked })
    expect(await handedIn()).toBe(1)
    expect(await answers()).toMatchObject([{ kind: 'late-reply', state: 'failed' }])
  })
})

test('a reply from the inbox keeps the hours of the zone that the case has, not of its area code', async () => {
  const one = await begun(phone(21, 213), { zone: 'America/New_York' }) // a number of Los Angeles
  await one.text('when will I see the results?')
  const [item] = await listInbox(on.deps, on.wave.study_id)
  on.clock.at = new Date('2026-03-03T03:30:00Z') // 22:30 in New York, 19:30 in Los Angeles
  await replyToItem(on.deps, item!.id, 'In May.', 'reader')
  expect(await leavesIn(() => on.sendAll())).toEqual([])
  on.clock.at = new Date('2026-03-03T15:30:00Z')
  expect(await leavesIn(() => on.sendAll())).toEqual(['In May.'])
})
