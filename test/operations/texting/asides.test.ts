import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Deps } from '#server/deps.ts'
import { appendEvents } from '#server/operations/append-events.ts'
import { changeWave } from '#server/operations/field-waves.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { aCase, interviewsOf, invite, type Phone, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()
let wave: Wave
let now = new Date()
let deps: Deps

beforeAll(async () => {
  deps = { ...at.deps, now: () => now }
  wave = await openTextedStudy(deps, { texts: { expireAfterDays: 1 } })
})

async function invited(language?: string): Promise<Phone & { readonly personId: string }> {
  const phone = phoneOf(deps)
  const drawn = await aCase(deps, wave, { phones: [phone], ...(language && { language }) })
  await invite(deps, wave, phone, drawn)
  return { ...phone, personId: drawn.personId }
}

const shownToPeople = async ({ hash }: Phone) =>
  (await at.db.selectFrom('pii.inbox').select('reason').where('phone_hash', '=', hash).orderBy('id').execute()).map(
    ({ reason }) => reason,
  )
const stopped = ({ hash }: Phone, personId: string | null = null) => hasOptedOut(at.db, hash, personId)

describe('the first reply to an invitation', () => {
  test.each(['no', 'No thanks', 'nope', '👎', 'no gracias'])('"%s" declines: nothing more is asked', async (body) => {
    const phone = await invited()
    const reply = await phone.text(body)
    expect(reply).not.toContain('18')
    expect((await interviewsOf(deps, phone))[0]).toMatchObject({ types: ['begun', 'completed'] })
    expect((await interviewsOf(deps, phone))[0]?.interview.status).toBe('declined')
    expect(await stopped(phone)).toBe(false)
  })

  test.each(['1', 'ok', 'yes', 'sure', 'hello', 'start'])('"%s" begins', async (body) => {
    const phone = await invited()
    expect(await phone.text(body)).toContain('18 or older')
  })

  test('that wants no more texts, among other words, is in the ledger for the number and the person', async () => {
    const phone = await invited()
    expect(await phone.text('Please stop it, I am tired of this')).toMatch(/off our list/)
    expect([await stopped(phone), await stopped(phone, phone.personId)]).toEqual([true, true])
    expect(await phone.text('1')).toBe('')
  })

  test('that asks who we are begins nothing: a person reads it, and the next text begins', async () => {
    const phone = await invited()
    expect(await phone.text('How did you get my number?')).toMatch(/will read your message/)
    expect(await shownToPeople(phone)).toEqual(['question'])
    expect(await phone.text('HELP')).toContain('office@city.example')
    expect((await interviewsOf(deps, phone))[0]?.types ?? []).toEqual([])
    expect(await phone.text('1')).toContain('18 or older')
  })

  test('that is a reaction of the phone to it says nothing', async () => {
    const phone = await invited()
    expect(await phone.text('Liked “Hello from The Block watch office. We ask how safe people feel.”')).toBe('')
    expect((await interviewsOf(deps, phone))[0]?.types ?? []).toEqual([])
  })
})

test('a wish to stop among other words, in the middle of an interview, is in the ledger', async () => {
  const phone = await invited()
  await phone.text('ok')
  expect(await phone.text('Please stop it, I am tired of this')).toMatch(/off our list/)
  expect([await stopped(phone), await stopped(phone, phone.personId)]).toEqual([true, true])
})

test('an opt-out on the web is in the ledger of whoever was drawn, and of the numbers that spoke in it', async () => {
  const phone = await invited()
  await phone.text('ok')
  const [thread] = await interviewsOf(deps, phone)
  const interviewId = thread?.interviewId ?? ''
  await appendEvents(deps, {
    studyId: wave.study_id,
    interviewId,
    token: deps.tokens.tokenFor(wave.study_id, interviewId),
    language: 'en',
    events: [{ id: randomUUID(), type: 'opted-out', at: now.toISOString() }],
    mode: 'web',
    actor: 'respondent',
  })
  expect([await stopped(phone), await stopped(phone, phone.personId)]).toEqual([true, true])
})

describe('asides are heeded where no question waits:', () => {
  const asides = [
    { body: 'HELP', says: /office@city\.example/, shown: [], stops: false },
    { body: 'who are you and why do you ask?', says: /will read your message/, shown: ['question'], stops: false },
    { body: 'I told my sister to tell you to stop texting me', says: /./, shown: undefined, stops: undefined },
    { body: 'Please stop it, I am tired of this', says: /off our list/, shown: [], stops: true },
    { body: 'Liked “How safe do you feel?”', says: /^$/, shown: [], stops: false },
  ]

  test.each(asides)('to an interview that has expired, $body', async ({ body, says, shown, stops }) => {
    const phone = await invited()
    await phone.text('ok')
    now = new Date(now.getTime() + 3 * 86_400_000)
    expect(await phone.text(body)).toMatch(says)
    if (shown) expect(await shownToPeople(phone)).toEqual(shown)
    else expect((await shownToPeople(phone)).length === 1 || (await stopped(phone))).toBe(true)
    if (stops !== undefined) expect(await stopped(phone)).toBe(stops)
  })

  test.each(asides)('while choosing a language, $body', async ({ body, shown, stops }) => {
    const phone = await invited()
    expect(await phone.text('გამარჯობა როგორ ხარ')).toContain('1) English')
    await phone.text(body)
    if (shown) expect(await shownToPeople(phone)).toEqual(shown)
    if (stops !== undefined) expect(await stopped(phone)).toBe(stops)
  })
})

test('who was too late goes on with START, and reaches another study by its keyword', async () => {
  const phone = await invited()
  await phone.text('ok')
  await phone.text('yes')
  now = new Date(now.getTime() + 3 * 86_400_000)
  expect(await phone.text('2')).toMatch(/ended for you/)
  expect(await phone.text('START')).toContain('How safe do you feel?')
  now = new Date(now.getTime() + 3 * 86_400_000)
  const other = await openTextedStudy(deps, { id: 'park-life', title: 'Park life', texts: { keyword: 'PARKS' } })
  expect(await phone.text('PARKS')).toContain('The Park life office')
  await changeWave(deps, other.study_id, other.number, 'closed')
})

test('an answer is not taken for another study that has invited the number meanwhile', async () => {
  const phone = await invited()
  await phone.text('ok')
  await phone.text('yes')
  const other = await openTextedStudy(deps, { id: 'street-life', title: 'Street life' })
  const mine = phone.personId
  const drawn = await aCase(deps, other, { phones: [phone] })
  await at.db.updateTable('pii.case_people').set({ person_id: mine }).where('case_id', '=', drawn.caseId).execute()
  await invite(deps, other, phone, { ...drawn, personId: mine })
  expect(await phone.text('3')).toContain('What should change?')
  await changeWave(deps, other.study_id, other.number, 'closed')
})

describe('START on a phone of two people who share it', () => {
  test('asks who is there, and takes back the own word of nobody else', async () => {
    const phone = phoneOf(deps)
    const ana = await aCase(deps, wave, { phones: [phone], name: 'Ana' })
    const ben = await aCase(deps, wave, { phones: [phone], name: 'Ben' })
    await invite(deps, wave, phone, ana)
    await phone.text('ok')
    await phone.text('STOP')
    await invite(deps, wave, phone, ben)
    expect(await phone.text('START')).toMatch(/Who is texting\?/)
    expect([await stopped(phone), await stopped(phone, ana.personId)]).toEqual([false, true])
    expect(await phone.text('Ben')).toContain('18 or older')
    expect(await stopped(phone, ana.personId)).toBe(true)
  })

  test('takes back the own word of who says that it is them', async () => {
    const phone = phoneOf(deps)
    const ana = await aCase(deps, wave, { phones: [phone], name: 'Ana' })
    const ben = await aCase(deps, wave, { phones: [phone], name: 'Ben' })
    await invite(deps, wave, phone, ben)
    await invite(deps, wave, phone, ana)
    await phone.text('ok')
    await phone.text('Ana')
    await phone.text('STOP')
    expect(await phone.text('START')).toMatch(/Who is texting\?/)
    expect(await phone.text('Ana')).toContain('18 or older')
    expect(await stopped(phone, ana.personId)).toBe(false)
  })
})
