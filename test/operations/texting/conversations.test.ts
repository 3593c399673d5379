import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerBySms } from '#server/operations/answer-by-sms.ts'
import { appendEvents } from '#server/operations/append-events.ts'
import { changeWave } from '#server/operations/field-waves.ts'
import { findByLink } from '#server/operations/read-interview.ts'
import { beginSampleImport, finishSampleImport } from '#server/store/sample-imports.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase, testDeps } from '#test/support/databases.ts'
import { aCase, interviewsOf, invite, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()
let wave: Wave

beforeAll(async () => {
  wave = await openTextedStudy(at.deps, { texts: { expireAfterDays: 30 } })
})

const later = (minutes: number) => ({ ...at.deps, now: () => new Date(Date.now() + minutes * 60_000) })
const days = 24 * 60

describe('an invited case', () => {
  test('begins the interview that was reserved for it, in its language and area, without a second introduction', async () => {
    const phone = phoneOf(at.deps)
    const invited = await aCase(at.deps, wave, { phones: [phone], language: 'es' })
    await invite(at.deps, wave, phone, invited)
    expect(await phone.text('1')).toMatch(/^¿Tiene 18 años/)
    await phone.text('sí')
    const [only, ...more] = await interviewsOf(at.deps, phone)
    expect(more).toEqual([])
    expect(only).toMatchObject({ interviewId: invited.interviewId, caseId: invited.caseId })
    expect(only?.interview).toMatchObject({ language: 'es', given: { adult: { value: true } } })
    const row = await at.db
      .selectFrom('interviews')
      .selectAll()
      .where('id', '=', invited.interviewId)
      .executeTakeFirst()
    expect(row).toMatchObject({ case_id: invited.caseId, area_id: '2', area_source: 'case' })
  })

  test('that texts before we do is the case all the same, and is told who asks', async () => {
    const phone = phoneOf(at.deps)
    const drawn = await aCase(at.deps, wave, { phones: [phone] })
    expect(await phone.text('hello, I got your letter')).toMatch(/Block watch office[^]*18 or older/)
    expect(await interviewsOf(at.deps, phone)).toMatchObject([{ interviewId: drawn.interviewId, caseId: drawn.caseId }])
  })

  test('is not known while the file that it comes in is still being read', async () => {
    const phone = phoneOf(at.deps)
    const drawn = await aCase(at.deps, wave, { phones: [phone] })
    const link = at.deps.tokens.linkFor(wave.study_id, drawn.interviewId)
    const importId = await beginSampleImport(at.db, wave, 'half.csv', new Date())
    await at.db.updateTable('sample_cases').set({ import_id: importId }).where('id', '=', drawn.caseId).execute()
    expect(await at.deps.conversations.casesOf(phone.hash)).toEqual([])
    expect(await findByLink(at.deps, link)).toBeUndefined()
    await finishSampleImport(at.db, importId!, { cases: 1, rejected: 0, now: new Date() })
    expect(await at.deps.conversations.casesOf(phone.hash)).toMatchObject([{ personId: drawn.personId }])
    expect(await findByLink(at.deps, link)).toMatchObject({ interviewId: drawn.interviewId })
  })

  test('may answer from either of its phones, and goes on where it was', async () => {
    const [mobile, home] = [phoneOf(at.deps), phoneOf(at.deps)]
    const invited = await aCase(at.deps, wave, { phones: [mobile, home] })
    await invite(at.deps, wave, mobile, invited)
    await mobile.text('1')
    await mobile.text('yes')
    await invite(at.deps, wave, home, invited)
    expect(await home.text('2')).toContain('What should change?')
    const [thread] = await interviewsOf(at.deps, home)
    expect(thread?.interview.given).toMatchObject({ adult: { value: true }, safe: { value: 2 } })
  })

  test('that answers the invitation with STOP is not asked, and the person is blocked everywhere', async () => {
    const [mobile, home] = [phoneOf(at.deps), phoneOf(at.deps)]
    const invited = await aCase(at.deps, wave, { phones: [mobile, home], language: 'ru' })
    await invite(at.deps, wave, mobile, invited)
    expect(await mobile.text('не пишите мне больше')).toMatch(/START/)
    expect((await interviewsOf(at.deps, mobile))[0]?.types).toEqual(['opted-out'])
    expect(await home.text('hello')).toBe('')
  })
})

describe('a late reply', () => {
  test('days after the question counts for it', async () => {
    const phone = phoneOf(at.deps)
    await phone.text('hello')
    await phone.text('yes')
    const late = phoneOf(later(6 * days), phone.number)
    expect(await late.text('3')).toContain('What should change?')
    expect((await interviewsOf(at.deps, phone))[0]?.interview.given).toMatchObject({ safe: { value: 3 } })
  })

  test('after the time is up is told so kindly, takes nothing, and stays told', async () => {
    const phone = phoneOf(at.deps)
    await phone.text('hola')
    await phone.text('sí')
    const [before] = await interviewsOf(at.deps, phone)
    const late = phoneOf(later(31 * days), phone.number)
    expect(await late.text('3')).toMatch(/^Ha pasado un tiempo/)
    expect(await late.text('3')).toMatch(/^Ha pasado un tiempo/)
    expect((await interviewsOf(at.deps, phone))[0]).toEqual(before)
  })

  test('to a paused wave hears of the break, to a closed one of the end, and to an opened one is taken', async () => {
    const phone = phoneOf(at.deps)
    await phone.text('hello')
    await changeWave(at.deps, 'block-watch', undefined, 'paused')
    expect(await phone.text('yes')).toMatch(/short break/)
    expect(await phoneOf(at.deps).text('hola')).toMatch(/pausa breve/)
    await changeWave(at.deps, 'block-watch', undefined, 'open')
    expect(await phone.text('yes')).toContain('How safe do you feel?')
  })

  test('after the end is told that it is finished; a question then goes to a person', async () => {
    const phone = phoneOf(at.deps)
    for (const body of ['hello', 'yes', '1', 'skip']) await phone.text(body)
    expect((await interviewsOf(at.deps, phone))[0]?.interview.status).toBe('complete')
    expect(await phone.text('thanks')).toMatch(/already finished/)
    expect(await phone.text('when will I see the results?')).toMatch(/will read your message/)
    const items = await at.db.selectFrom('pii.inbox').selectAll().where('phone_hash', '=', phone.hash).execute()
    expect(items).toMatchObject([{ reason: 'question', study_id: 'block-watch', done_at: null }])
  })
})

describe('the same words again within seconds', () => {
  test('begin once, and are asked again once', async () => {
    const phone = phoneOf(at.deps)
    await phone.text('hello')
    expect(await phone.text('hello')).toBe('')
    await phone.text('yes')
    expect(await phone.text('purple')).not.toBe('')
    expect(await phone.text('purple')).toBe('')
    expect((await interviewsOf(at.deps, phone))[0]?.interview.misses).toBe(1)
  })

  test('count twice where they answer twice', async () => {
    const phone = phoneOf(at.deps)
    for (const body of ['hello', 'yes', 'skip', 'skip']) await phone.text(body)
    expect((await interviewsOf(at.deps, phone))[0]?.interview.given).toMatchObject({
      safe: { kind: 'skipped' },
      why: { kind: 'skipped' },
    })
  })

  test('count again once there was time to read the reply', async () => {
    const phone = phoneOf(at.deps)
    await phone.text('yes')
    const read = phoneOf(later(0.1), phone.number)
    expect(await read.text('yes')).toContain('How safe do you feel?')
  })
})

describe('two servers', () => {
  test('answer the texts of one number one after the other, none twice and none for nothing', async () => {
    const servers = [testDeps(at.db), testDeps(at.db)]
    const phone = phoneOf(at.deps)
    await phone.text('hello')
    const bodies = ['yes', '2', 'more light']
    await Promise.all(
      bodies.flatMap((body, n) =>
        servers.map((deps) =>
          answerBySms(deps, { sid: `SM-${phone.number}-${n}`, from: phone.number, to: '', body, hasMedia: false }),
        ),
      ),
    )
    const [thread] = await interviewsOf(at.deps, phone)
    const texts = await at.db.selectFrom('pii.messages').selectAll().where('phone_hash', '=', phone.hash).execute()
    expect(texts).toHaveLength(4)
    // Whatever the order in which they were taken, each text moved the interview once.
    expect(thread?.types.filter((type) => type === 'begun')).toHaveLength(1)
    const replied = thread?.types.filter((type) => ['answered', 'not-understood', 'skipped'].includes(type)) ?? []
    expect(replied).toHaveLength(3)
  })

  test('begin one interview for a stranger, however many texts come at once', async () => {
    const servers = [testDeps(at.db), testDeps(at.db)]
    const phone = phoneOf(at.deps)
    await Promise.all(
      ['hello', 'hi there', 'good morning', 'hey you'].map((body, n) =>
        answerBySms(servers[n % 2]!, {
          sid: `SM-${phone.number}-${n}`,
          from: phone.number,
          to: '',
          body,
          hasMedia: false,
        }),
      ),
    )
    const threads = await interviewsOf(at.deps, phone)
    expect(threads).toHaveLength(1)
    expect(threads[0]?.types.filter((type) => type === 'begun')).toHaveLength(1)
  })
})

test('text me the link leads to the web and back without asking twice, and each answer keeps its mode', async () => {
  const phone = phoneOf(at.deps)
  await phone.text('hello')
  await phone.text('yes')
  const token = /\/i\/([\w-]{16})(?![\w-])/.exec(await phone.text('text me the link'))?.[1] ?? ''
  const linked = await findByLink(at.deps, token)
  const [thread] = await interviewsOf(at.deps, phone)
  expect(linked).toEqual({ studyId: 'block-watch', interviewId: thread?.interviewId, language: 'en', isOver: false })
  await appendEvents(at.deps, {
    studyId: 'block-watch',
    interviewId: thread?.interviewId ?? '',
    token: at.deps.tokens.tokenFor('block-watch', thread?.interviewId ?? ''),
    language: 'en',
    events: [
      { id: randomUUID(), type: 'mode-switched', at: new Date().toISOString() },
      { id: randomUUID(), type: 'answered', question: 'safe', value: 3, at: new Date().toISOString() },
    ],
    mode: 'web',
    actor: 'respondent',
  })
  expect(await phone.text('done')).toContain('What should change?')
  await phone.text('more light')
  expect((await interviewsOf(at.deps, phone))[0]?.interview).toMatchObject({
    status: 'complete',
    given: { adult: { mode: 'sms' }, safe: { value: 3, mode: 'web' }, why: { mode: 'sms' } },
  })
  expect(await findByLink(at.deps, 'AAAAAAAAAAAAAAAA')).toBeUndefined()
})
