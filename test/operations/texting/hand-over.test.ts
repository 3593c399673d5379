import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { WireEvent } from '#instruments/engine/events.ts'
import { appendEvents } from '#server/operations/append-events.ts'
import { showInboxItem } from '#server/operations/read-inbox.ts'
import { findByLink } from '#server/operations/read-interview.ts'
import { testDatabase } from '#test/support/databases.ts'
import { interviewsOf, type Phone, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()

beforeAll(async () => {
  await openTextedStudy(at.deps, { texts: { handOver: ['safe'] } })
})

type OnTheWeb = Pick<WireEvent, 'type' | 'question' | 'value'>

/** Does on the web what a page does under the link of a text; gives the interview that the link opens. */
async function onTheWeb(reply: string, ...happened: OnTheWeb[]): Promise<string> {
  const token = /\/i\/([\w-]{16})(?![\w-])/.exec(reply)?.[1] ?? ''
  const linked = await findByLink(at.deps, token)
  const [studyId, interviewId] = [linked?.studyId ?? '', linked?.interviewId ?? '']
  await appendEvents(at.deps, {
    studyId,
    interviewId,
    token: at.deps.tokens.tokenFor(studyId, interviewId),
    language: 'en',
    events: happened.map((event) => ({ ...event, id: randomUUID(), at: new Date().toISOString() })),
    mode: 'web',
    actor: 'respondent',
  })
  return interviewId
}

async function toTheLink(phone: Phone): Promise<string> {
  await phone.text('hello')
  return phone.text('yes')
}

test('a question for the web is handed over by its link, answered there, and the rest goes on by text', async () => {
  const phone = phoneOf(at.deps)
  const handedOver = await toTheLink(phone)
  expect(handedOver).toMatch(/\/i\/[\w-]{16}(?![\w-])/)
  expect(handedOver).not.toContain('1) Safe')
  const interviewId = await onTheWeb(
    handedOver,
    { type: 'mode-switched' },
    { type: 'asked', question: 'safe' },
    { type: 'answered', question: 'safe', value: 3 },
    { type: 'asked', question: 'why' },
  )
  // The page has shown the next question too, but nobody has texted it yet.
  const back = await phone.text('done')
  expect(back).toContain('What should change?')
  expect(back).not.toContain('/i/')
  await phone.text('more light')
  const [thread, ...others] = await interviewsOf(at.deps, phone)
  expect(others).toEqual([])
  expect(thread).toMatchObject({ interviewId, interview: { status: 'complete' } })
  expect(thread?.interview.given).toEqual({
    adult: { kind: 'answered', value: true, mode: 'sms' },
    safe: { kind: 'answered', value: 3, mode: 'web' },
    why: { kind: 'answered', value: 'more light', mode: 'sms' },
  })
})

test('until it is answered any text gets the link again, and "skip" leaves the question out', async () => {
  const phone = phoneOf(at.deps)
  const handedOver = await toTheLink(phone)
  const [link = ''] = /http\S+/.exec(handedOver) ?? []
  for (const body of ['3', 'ok', 'safe', '👍', 'which one?']) expect(await phone.text(body)).toContain(link)
  expect((await interviewsOf(at.deps, phone))[0]?.interview).toMatchObject({ awaiting: 'safe', misses: 0 })
  expect(await phone.text('skip')).toContain('What should change?')
  expect((await interviewsOf(at.deps, phone))[0]?.interview.given).toMatchObject({ safe: { kind: 'skipped' } })
})

test('a page that was opened and left without an answer changes nothing: the next text gets the link again', async () => {
  const phone = phoneOf(at.deps)
  const handedOver = await toTheLink(phone)
  await onTheWeb(handedOver, { type: 'mode-switched' }, { type: 'asked', question: 'safe' })
  expect(await phone.text('2')).toContain('/i/')
  expect(Object.keys((await interviewsOf(at.deps, phone))[0]?.interview.given ?? {})).toEqual(['adult'])
})

test('whoever finishes on the web is told by text that nothing is left', async () => {
  const phone = phoneOf(at.deps)
  await onTheWeb(
    await toTheLink(phone),
    { type: 'mode-switched' },
    { type: 'answered', question: 'safe', value: 1 },
    { type: 'skipped', question: 'why' },
    { type: 'completed' },
  )
  expect(await phone.text('done')).toMatch(/already finished/)
})

test('what may be an opt-out or a question to us goes to a person, who sees the link as it was texted', async () => {
  const [asking, doubting] = [phoneOf(at.deps), phoneOf(at.deps)]
  const [link = ''] = /http\S+/.exec(await toTheLink(asking)) ?? []
  expect(await asking.text('how did you get my number?')).toContain(link)
  await toTheLink(doubting)
  expect(await doubting.text('they should leave us alone more often')).not.toContain('/i/')
  const items = await at.db.selectFrom('pii.inbox').selectAll().orderBy('id').execute()
  expect(items.map(({ reason }) => reason)).toEqual(['question', 'opt-out-in-doubt'])
  expect((await showInboxItem(at.deps, items[0]!.id)).asked).toContain(link)
})
