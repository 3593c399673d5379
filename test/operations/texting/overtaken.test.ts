import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Deps } from '#server/deps.ts'
import { testDatabase, testDeps } from '#test/support/databases.ts'
import { interviewsOf, type Phone, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()

beforeAll(async () => {
  await openTextedStudy(at.deps)
})

/** Another server, on which a text is held up while something else happens: until it is read, or until it is recorded. */
function slowServer(until: 'read' | 'recorded', meanwhile: () => Promise<unknown>): Deps {
  const deps = testDeps(at.db)
  const { read, record } = deps.conversations
  let isHeldUp = true
  const wait = async () => {
    if (isHeldUp) {
      isHeldUp = false
      await meanwhile()
    }
  }
  const heldUp =
    until === 'read'
      ? { read: (ask: Parameters<typeof read>[0]) => wait().then(() => read(ask)) }
      : { record: (turn: Parameters<typeof record>[0]) => wait().then(() => record(turn)) }
  return { ...deps, conversations: { ...deps.conversations, ...heldUp } }
}

async function after(...bodies: string[]): Promise<Phone> {
  const phone = phoneOf(at.deps)
  for (const body of bodies) await phone.text(body)
  return phone
}

describe('a text that moves nothing', () => {
  test.each(['START', 'HELP'])(
    '%s asks what is open now, where another server took the answer meanwhile',
    async (body) => {
      const phone = await after('hello', 'yes')
      const slow = phoneOf(
        slowServer('recorded', () => phone.text('2')),
        phone.number,
      )
      const reply = await slow.text(body)
      expect(reply).toContain('What should change?')
      expect(reply).not.toContain('How safe do you feel?')
      const [thread] = await interviewsOf(at.deps, phone)
      expect(thread?.interview.given).toMatchObject({ safe: { value: 2 } })
    },
  )

  test('is kept once, with the reply that it got', async () => {
    const phone = await after('hello', 'yes')
    const slow = phoneOf(
      slowServer('recorded', () => phone.text('2')),
      phone.number,
    )
    const reply = await slow.text('START', { sid: `SM-kept-${phone.number}` })
    expect(await phone.text('START', { sid: `SM-kept-${phone.number}` })).toBe(reply)
    const kept = await at.db.selectFrom('pii.messages').select('sid').where('phone_hash', '=', phone.hash).execute()
    expect(kept).toHaveLength(4)
  })
})

describe('a stop that another server takes meanwhile', () => {
  test.each([
    ['an answer', ['hello', 'yes'], '2'],
    ['a call for help', ['hello', 'yes'], 'HELP'],
    ['a word after the end, when no interview is left to stop', ['hello', 'yes', '1', 'skip'], 'and now?'],
  ])('leaves %s without a reply', async (_what, before, body) => {
    const phone = await after(...before)
    const slow = phoneOf(
      slowServer('recorded', () => phone.text('leave me alone')),
      phone.number,
    )
    expect(await slow.text(body)).toBe('')
    expect(await phone.text('hello?')).toBe('')
  })

  test.each(['read', 'recorded'] as const)(
    'is not taken back by a START that was held up until it is %s',
    async (until) => {
      const phone = await after('hello', 'yes')
      if (until === 'recorded') await phone.text('leave me alone') // so that START would be taken for an opt-in
      const slow = phoneOf(
        slowServer(until, () => pause(10).then(() => phone.text('STOP'))),
        phone.number,
      )
      expect(await slow.text('START')).toBe('')
      expect(await phone.text('2')).toBe('')
      expect((await interviewsOf(at.deps, phone))[0]?.interview.status).toBe('opted-out')
    },
  )

  test('is taken back by a START that comes after it', async () => {
    const phone = await after('hello', 'yes', 'leave me alone')
    expect(await phone.text('START')).toContain('How safe do you feel?')
    expect(await phone.text('2')).toContain('What should change?')
  })
})

test('a text whose server dies when it is recorded and not answered gets that very reply when it is brought again', async () => {
  const phone = await after('hello', 'yes')
  let recorded: string | undefined
  const dying: Deps = {
    ...at.deps,
    conversations: {
      ...at.deps.conversations,
      async record(turn) {
        await at.deps.conversations.record(turn)
        recorded = turn.text?.reply ? at.deps.sealer.unseal(turn.text.reply) : ''
        throw new Error('the power fails')
      },
    },
  }
  const sid = `SM-dying-${phone.number}`
  await expect(phoneOf(dying, phone.number).text('2', { sid })).rejects.toThrow('the power fails')
  const [before] = await interviewsOf(at.deps, phone)
  expect(before?.interview.given).toMatchObject({ safe: { value: 2 } })
  expect(recorded).toContain('What should change?')
  const others = [phone, phoneOf(testDeps(at.db), phone.number)]
  const again = await Promise.all(others.map((server) => server.text('2', { sid })))
  expect(again).toEqual([recorded, recorded])
  expect(await interviewsOf(at.deps, phone)).toEqual([before])
})
