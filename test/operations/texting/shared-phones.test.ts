import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { giveNumber } from '#server/operations/own-numbers.ts'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { listInbox, showInboxItem } from '#server/operations/read-inbox.ts'
import { closeItem, codeItem, optOutItem } from '#server/operations/settle-inbox.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { aCase, interviewsOf, invite, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()
let [first, second]: Wave[] = []

beforeAll(async () => {
  first = await openTextedStudy(at.deps)
  second = await openTextedStudy(at.deps, { id: 'park-life', title: 'Park life', texts: { keyword: 'PARKS' } })
})

test('a phone of two people is asked who is texting when the second is invited, and each has an own interview', async () => {
  const phone = phoneOf(at.deps)
  const ana = await aCase(at.deps, first!, { phones: [phone], name: 'Rivera, Ana María' })
  const ben = await aCase(at.deps, first!, { phones: [phone], name: 'Ben Stone' })
  await invite(at.deps, first!, phone, ana)
  expect(await phone.text('1')).toContain('18 or older')
  await phone.text('yes')
  await invite(at.deps, first!, phone, ben)
  const asked = await phone.text('1')
  expect(asked).toMatch(/Who is texting\?\n1\) Ben\n2\) Ana\n3\) Someone else/)
  expect(await phone.text('Ana')).toContain('How safe do you feel?')
  await phone.text('2')
  await invite(at.deps, first!, phone, ben)
  await phone.text('ok')
  expect(await phone.text('1')).toContain('18 or older')
  const threads = await interviewsOf(at.deps, phone)
  expect(threads.find(({ caseId }) => caseId === ana.caseId)?.interview.given).toMatchObject({ safe: { value: 2 } })
  expect(threads.find(({ caseId }) => caseId === ben.caseId)?.types).toEqual(['begun', 'asked'])
})

test('somebody else on a shared phone is a stranger with an interview of their own', async () => {
  const phone = phoneOf(at.deps)
  for (const name of ['Cho', 'Dee'])
    await invite(at.deps, first!, phone, await aCase(at.deps, first!, { phones: [phone], name }))
  await phone.text('hello')
  expect(await phone.text('3')).toContain('18 or older')
  expect((await interviewsOf(at.deps, phone))[0]).toMatchObject({ caseId: null, types: ['begun', 'asked'] })
})

test('a refusal at the door of one leaves the other who shares the phone alone', async () => {
  const phone = phoneOf(at.deps)
  const eve = await aCase(at.deps, first!, { phones: [phone], name: 'Eve' })
  const fay = await aCase(at.deps, first!, { phones: [phone], name: 'Fay' })
  await invite(at.deps, first!, phone, fay)
  await phone.text('1')
  await recordOptOut(at.deps, {
    personId: eve.personId,
    mode: 'home',
    how: 'at the door',
    recordedBy: 'staff:x',
    studyId: null,
  })
  expect(await phone.text('yes')).toContain('How safe do you feel?')
})

test('two open studies never mix: a stranger chooses one, by number, title or keyword, and the keyword changes over', async () => {
  const phone = phoneOf(at.deps)
  expect(await phone.text('hello')).toMatch(/Which survey[^]*1\) Block watch\n2\) Park life/)
  expect(await phone.text('2')).toContain('The Park life office')
  await phone.text('yes')
  expect((await interviewsOf(at.deps, phone)).map(({ studyId }) => studyId)).toEqual([second!.study_id])
  const other = phoneOf(at.deps)
  expect(await other.text('parks español')).toContain('18 años')
  expect(await other.text('block-watch')).toContain('The Block watch office')
  expect(await other.text('yes')).toContain('How safe')
  expect(await other.text('PARKS')).toContain('18 años')
  const given = (await interviewsOf(at.deps, other)).map(({ studyId, interview }) => [
    studyId,
    Object.keys(interview.given),
  ])
  expect(given).toEqual(
    expect.arrayContaining([
      ['block-watch', ['adult']],
      ['park-life', []],
    ]),
  )
})

test('a number of ours that belongs to a study leads to it', async () => {
  await giveNumber(at.deps, 'park-life', '+12125550177')
  const phone = phoneOf(at.deps)
  expect(await phone.text('hello', { to: '+12125550177' })).toContain('The Park life office')
})

test('the inbox shows the conversation, takes a coded answer as the resident’s own, and keeps who did it', async () => {
  const phone = phoneOf(at.deps)
  for (const body of ['PARKS', 'yes', 'purple', 'orange']) await phone.text(body)
  const item = (await listInbox(at.deps, 'park-life')).at(-1)!
  expect(item).toMatchObject({ reason: 'not-understood', question: 'safe' })
  const shown = await showInboxItem(at.deps, item.id)
  expect(shown.asked).toContain('How safe do you feel?')
  expect(shown.texts.at(-1)?.direction).toBe('out')
  await expect(codeItem(at.deps, item.id, 'purple', 'ana')).rejects.toThrow('no answer')
  await codeItem(at.deps, item.id, '2', 'ana')
  expect((await interviewsOf(at.deps, phone))[0]?.interview.given).toMatchObject({ safe: { value: 2, mode: 'sms' } })
  await expect(closeItem(at.deps, item.id, 'ben')).rejects.toThrow('done already')
  const actions = await at.db.selectFrom('pii.inbox_actions').select(['action', 'by_whom']).execute()
  expect(actions).toEqual([{ action: 'coded', by_whom: 'ana' }])
})

test('a doubtful opt-out waits for a person, and is one when they say so', async () => {
  const phone = phoneOf(at.deps)
  await phone.text('PARKS')
  expect(await phone.text('they should leave us alone more often')).not.toContain('18')
  const item = (await listInbox(at.deps, 'park-life')).at(-1)!
  expect(item.reason).toBe('opt-out-in-doubt')
  await optOutItem(at.deps, item.id, 'ana')
  expect(await hasOptedOut(at.db, phone.hash, null)).toBe(true)
  expect(await phone.text('hello')).toBe('')
})

test.each([
  'STOP',
  'stop texting me',
  'no me escriban más',
  '不要再给我发短信',
  '不要再傳簡訊給我',
  'не пишите мне',
  'আমাকে আর মেসেজ করবেন না',
  'pa ekri m ankò',
  '문자 보내지 마세요',
  'لا ترسلوا لي رسائل',
  'مجھے میسج مت کریں',
  'ne m’écrivez plus',
  'nie piszcie do mnie',
])('after "%s" nothing is said and nothing may be sent, until START', async (words) => {
  const phone = phoneOf(at.deps)
  await phone.text('PARKS')
  await phone.text(words)
  expect(await hasOptedOut(at.db, phone.hash, null)).toBe(true)
  for (const body of ['hello', '1', 'PARKS', 'help', 'link']) expect(await phone.text(body)).toBe('')
  const { rows } = await sql<{ id: string | null }>`select pii.consent_for(${phone.hash}::bytea, null) as id`.execute(
    at.db,
  )
  expect(rows).toEqual([{ id: null }])
  expect(await phone.text('START')).not.toBe('')
  expect(await hasOptedOut(at.db, phone.hash, null)).toBe(false)
})
