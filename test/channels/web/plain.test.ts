import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { plainBrowser } from './browser-like.ts'

const at = testDatabase()
let app: FastifyInstance

beforeAll(async () => {
  await openBundledStudy(at.deps)
  app = await buildApp(at.deps)
})
afterAll(() => app.close())

/** A resident who has agreed to take part and sees the first question of substance. */
async function agreed(language = 'en') {
  const browser = plainBrowser(app, { language })
  await browser.get()
  for (const name of ['adult', 'lives_here', 'consent']) await browser.answer(name, 'true')
  return browser
}

async function interviewOf(browser: ReturnType<typeof plainBrowser>) {
  const [id = ''] = browser.jar.get('canvass.community-trust')?.split('.') ?? []
  return at.db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirst()
}

const countEvents = async () =>
  (
    await at.db
      .selectFrom('interview_events')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

describe('the plain interview', () => {
  test('asks one question after the other until it thanks, and stores what was said', async () => {
    const browser = await agreed('es')
    let page = await browser.get()
    for (let asked = 0; page.question && asked < 30; asked++)
      page =
        page.question === 'trust'
          ? await browser.answer('trust', '4')
          : page.question === 'race_ethnicity'
            ? await browser.answer('race_ethnicity', ['black', 'asian'])
            : page.question === 'home_zip'
              ? await browser.answer('home_zip', ' 00001 ')
              : await browser.press(page.question, 'skip')
    expect(page.ending).toBe('complete')
    expect(page.body).toContain('lang="es"')
    expect(await interviewOf(browser)).toMatchObject({
      status: 'complete',
      mode_start: 'web',
      language: 'es',
      area_id: '1',
      area_source: 'zip',
      answers: { adult: true, trust: 4, race_ethnicity: ['black', 'asian'], home_zip: '00001' },
    })
  })

  test.each([
    { given: [['adult', 'false']], ending: 'ineligible' },
    {
      given: [
        ['adult', 'true'],
        ['lives_here', 'true'],
        ['consent', 'false'],
      ],
      ending: 'declined',
    },
  ] as const)('ends kindly: $ending', async ({ given, ending }) => {
    const browser = plainBrowser(app)
    await browser.get()
    let page
    for (const [name, value] of given) page = await browser.answer(name, value)
    expect(page?.ending).toBe(ending)
    expect((await browser.get('/s/community-trust')).ending).toBe(ending)
  })

  test('stores nothing for somebody who only looks', async () => {
    const browser = plainBrowser(app)
    await browser.get()
    await browser.get('/s/community-trust')
    expect(await interviewOf(browser)).toBeUndefined()
  })

  test('goes back to the question before, with its answer chosen, and changes it', async () => {
    const browser = await agreed()
    await browser.answer('trust', '2')
    const back = await browser.press('respect', 'back')
    expect(back.question).toBe('trust')
    expect(back.body).toMatch(/value="2" checked/)
    expect((await browser.answer('trust', '5')).question).toBe('respect')
    expect(await interviewOf(browser)).toMatchObject({ answers: { trust: 5 } })
  })

  test('keeps a refusal apart from a skip', async () => {
    const browser = await agreed()
    await browser.press('trust', 'refuse')
    await browser.press('respect', 'skip')
    const interview = await interviewOf(browser)
    expect(interview?.fold.given).toMatchObject({ trust: { kind: 'refused' }, respect: { kind: 'skipped' } })
  })

  test('takes up on the page with scripts where the forms left off, and the other way round', async () => {
    const browser = await agreed()
    const { body } = await browser.get('/s/community-trust')
    const page: unknown = JSON.parse(/<script type="application\/json" id="page">(.*?)<\/script>/.exec(body)?.[1] ?? '')
    expect(page).toMatchObject({ next: 'trust', interview: { given: { adult: { value: true } } } })
  })

  test('says when a browser keeps no cookies', async () => {
    const response = await app.inject({ method: 'POST', url: '/s/community-trust/plain', payload: {} })
    expect(response.headers.location).toBe('/s/community-trust/plain?lang=en&cookies=wanted')
    const next = await app.inject({ method: 'GET', url: String(response.headers.location) })
    expect(next.body).toContain('Your browser keeps no cookies')
  })
})

describe('a form that cannot be taken', () => {
  test.each([
    { name: 'trust', typed: '9', error: 'Sorry, that is not one of the answers.' },
    { name: 'trust', typed: '', error: 'Please choose or write an answer, or skip the question.' },
    { name: 'trust', typed: '<script>alert(1)</script>', error: 'Sorry, that is not one of the answers.' },
    { name: 'trust', typed: '\0', error: 'Please choose or write an answer, or skip the question.' },
    { name: 'trust', typed: '\ud83d', error: 'Sorry, that is not one of the answers.' },
    { name: 'trust', typed: 'x'.repeat(60_000), error: 'Sorry, that is not one of the answers.' },
  ])('$name: "$typed.length" letters come back with the reason', async ({ name, typed, error }) => {
    const browser = await agreed()
    const page = await browser.answer(name, typed)
    expect(page).toMatchObject({ status: 422, question: name, error })
    expect(page.body).not.toContain('<script>alert')
    expect((await browser.get()).question).toBe(name)
  })

  test('comes back with what was typed', async () => {
    const browser = await agreed()
    let page = await browser.get()
    while (page.question && page.question !== 'home_zip') page = await browser.press(page.question, 'skip')
    const again = await browser.answer('home_zip', '"><b>no zip')
    const error = 'Please write the 5 digits of your ZIP code.'
    expect(again).toMatchObject({ status: 422, question: 'home_zip', error })
    expect(again.body).toContain('value="&quot;&gt;&lt;b&gt;no zip"')
  })

  test('cannot skip what must be answered', async () => {
    const browser = plainBrowser(app)
    await browser.get()
    const page = await browser.press('adult', 'skip')
    expect(page).toMatchObject({ status: 422, question: 'adult' })
  })

  test.each([
    { what: 'nothing', body: '' },
    { what: 'a question that is not in the study', body: 'question=nope&action=next&answer=1' },
    { what: 'a question that is not asked yet', body: 'question=home_zip&action=next&answer=00001' },
    { what: 'a question twice', body: 'question=adult&question=consent&answer=true' },
    { what: 'an unknown action', body: 'question=nope&action=explode' },
    { what: 'names of prototypes', body: '__proto__=1&constructor=2&question=__proto__&action=constructor' },
    { what: 'a null byte', body: 'question=%00&action=next&answer=%00' },
    { what: 'bytes that are no UTF-8', body: 'question=%ff%fe&answer=%c3%28' },
    { what: 'a thousand answers', body: `question=nope${'&answer=1'.repeat(1000)}` },
  ])('leads back to the question: $what', async ({ body }) => {
    const browser = plainBrowser(app)
    await browser.get()
    const before = await countEvents()
    const { status, location } = await browser.request('POST', '/s/community-trust/plain?lang=en', body)
    expect({ status, location }).toEqual({ status: 303, location: '/s/community-trust/plain?lang=en' })
    expect(await countEvents()).toBe(before)
  })

  test.each(['application/json', 'text/plain', 'multipart/form-data', 'image/png'])(
    'is never a 500 as %s',
    async (type) => {
      const browser = await agreed()
      const { status } = await browser.request('POST', '/s/community-trust/plain', '{"question":[{}],', {
        'content-type': type,
      })
      expect(status).toBeLessThan(500)
    },
  )

  test('a null byte in an open answer is left out', async () => {
    const browser = await agreed()
    let page = await browser.get()
    while (page.question && page.question !== 'comment') page = await browser.press(page.question, 'skip')
    await browser.answer('comment', 'more\u0000 patrols')
    expect((await interviewOf(browser))?.answers).toMatchObject({ comment: 'more patrols' })
  })
})

describe('a form that is sent twice or late', () => {
  test('answers its own question only', async () => {
    const browser = await agreed()
    await Promise.all([browser.answer('trust', '4'), browser.answer('trust', '4')])
    expect((await browser.get()).question).toBe('respect')
    expect((await interviewOf(browser))?.answers).toEqual({ adult: true, lives_here: true, consent: true, trust: 4 })
  })

  test('changes nothing once the interview is over', async () => {
    const browser = plainBrowser(app)
    await browser.get()
    await browser.answer('adult', 'false')
    const before = await countEvents()
    expect((await browser.answer('adult', 'true')).ending).toBe('ineligible')
    expect(await countEvents()).toBe(before)
  })

  test('begins anew after the browser has been cleared', async () => {
    const browser = await agreed()
    const left = await browser.send({}, '/s/community-trust/leave?lang=en')
    expect(left.body).toContain('Your answers are cleared from this browser')
    expect(browser.jar.size).toBe(0)
    expect((await browser.answer('trust', '4')).question).toBe('adult')
  })
})
