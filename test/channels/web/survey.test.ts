import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { changeWave } from '#server/operations/field-waves.ts'
import { insertCases } from '#server/store/sample-cases.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase, testDeps } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { plainBrowser } from './browser-like.ts'

const at = testDatabase()
let app: FastifyInstance
let wave: Wave

beforeAll(async () => {
  wave = await openBundledStudy(at.deps)
  app = await buildApp(at.deps)
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })

describe('the page of a study', () => {
  test.each([
    { url: '/s/community-trust', headers: {}, language: 'en' },
    { url: '/s/community-trust?lang=es', headers: {}, language: 'es' },
    { url: '/s/community-trust', headers: { 'accept-language': 'de, es-MX;q=0.8, en;q=0.5' }, language: 'es' },
    { url: '/s/community-trust', headers: { 'accept-language': 'zh-TW, zh;q=0.9' }, language: 'zh-hant' },
    { url: '/s/community-trust?lang=zh-cn', headers: {}, language: 'zh-hans' },
    { url: '/s/community-trust', headers: { 'accept-language': 'ur-PK' }, language: 'ur', direction: 'rtl' },
    { url: '/s/community-trust?lang=xx&lang=yy', headers: {}, language: 'en' },
    { url: '/s/community-trust', headers: { 'accept-language': ';;q=,,,'.repeat(500) }, language: 'en' },
  ])('is in $language for $url', async ({ url, headers, language, direction = 'ltr' }) => {
    const { statusCode, body } = await get(url, headers)
    expect(statusCode).toBe(200)
    expect(body).toContain(`<html lang="${language}" dir="${direction}">`)
  })

  test('leads to the plain version without a script, and runs none of its own inline', async () => {
    const { body } = await get('/s/community-trust')
    expect(body).toContain('<a href="/s/community-trust/plain?lang&#x3D;en">')
    expect(body).not.toMatch(/<script(?![^>]*(src=|application\/json))/)
    expect(body).not.toMatch(/ (style|on\w+)=/)
  })

  test('keeps the interview in a cookie out of reach of scripts', async () => {
    const { cookies } = await get('/s/community-trust')
    expect(cookies).toMatchObject([{ name: 'canvass.community-trust', httpOnly: true, sameSite: 'Lax', path: '/' }])
  })

  test.each(['x', '.', 'not-a-uuid.token', `${crypto.randomUUID()}.forged`, crypto.randomUUID(), '%00'])(
    'takes a cookie that is not ours for none: %s',
    async (value) => {
      const { statusCode, cookies } = await get('/s/community-trust', { cookie: `canvass.community-trust=${value}` })
      expect(statusCode).toBe(200)
      expect(cookies[0]?.value).not.toBe(value)
    },
  )

  test.each([
    '/s/nothing',
    '/s/nothing/plain',
    '/s/nothing/instrument.json',
    '/s/nothing/left',
    '/s/%00',
    '/i/nothing',
    '/i/%F0%9F',
  ])('is not found: %s', async (url) => {
    expect([400, 404]).toContain((await get(url)).statusCode)
  })

  test('gives its instrument and its areas to be kept for as long as the wave lasts', async () => {
    const instrument = await get(`/s/community-trust/instrument.json?wave=${wave.id}&lang=en`)
    expect(instrument.headers['cache-control']).toContain('immutable')
    expect(instrument.json()).toMatchObject({
      study: { id: 'community-trust' },
      geography: { areas: [{ id: '1' }, {}, {}, {}] },
    })
    expect(instrument.body).not.toContain('vecindario')
    const inUrdu = await get('/s/community-trust/instrument.json', { 'accept-language': 'ur' })
    expect(inUrdu.headers['cache-control']).toBe('no-store')
    expect(inUrdu.json().instrument.title).toEqual({ default: 'آپ کا علاقہ اور پولیس' })
    const areas = await get('/s/community-trust/areas.json', { 'accept-encoding': 'gzip, br' })
    expect(areas.headers).toMatchObject({ 'cache-control': 'no-store', 'content-encoding': 'br' })
    expect((await get('/s/community-trust/areas.json')).json().features).toHaveLength(4)
  })
})

describe('a personal link', () => {
  const token = 'a-long-random-token'
  const interviewId = crypto.randomUUID()

  beforeAll(() =>
    insertCases(at.db, [
      {
        id: crypto.randomUUID(),
        study_id: 'community-trust',
        wave_id: wave.id,
        interview_id: interviewId,
        token_hash: createHash('sha256').update(token).digest(),
        language: 'es',
        layer_id: wave.layer_id,
        area_id: '3',
      },
    ]),
  )

  test('opens the same interview on every device, in the language of the case', async () => {
    const [phone, library] = [plainBrowser(app), plainBrowser(app)]
    expect((await phone.get(`/i/${token}`)).location).toBe('/s/community-trust?lang=es')
    await phone.answer('adult', 'true')
    await library.get(`/i/${token}`)
    expect((await library.get('/s/community-trust/plain')).question).toBe('lives_here')
    const row = await at.db.selectFrom('interviews').selectAll().where('id', '=', interviewId).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ area_id: '3', area_source: 'case' })
    expect(row.case_id).not.toBeNull()
  })
})

test('a flood through a trusted proxy is held off, by the address that it comes from', async () => {
  const proxied = await buildApp(testDeps(at.db, { TRUST_PROXY: 'true' }))
  const guess = (from: string) =>
    proxied.inject({ url: '/i/guess', headers: { 'x-forwarded-for': from, accept: 'text/html' } })
  for (let guesses = 0; guesses < 600; guesses++) await guess('198.51.100.1')
  expect((await guess('198.51.100.1')).statusCode).toBe(429)
  expect((await guess('198.51.100.2')).statusCode).toBe(404)
  await proxied.close()
})

describe('a study that takes no answers', () => {
  test('says so, and goes on after a pause where the resident was', async () => {
    const browser = plainBrowser(app)
    await browser.get()
    await browser.answer('adult', 'true')
    await changeWave(at.deps, 'community-trust', undefined, 'paused')
    for (const url of ['/s/community-trust', '/s/community-trust/plain?lang=en']) {
      const page = await browser.get(url)
      expect(page.status).toBe(200)
      expect(page.body).toContain('This survey is taking a break')
    }
    expect((await browser.answer('lives_here', 'true')).question).toBeUndefined()
    await changeWave(at.deps, 'community-trust', undefined, 'open')
    expect((await browser.get()).question).toBe('lives_here')
  })

  test('has its closed page, which leads to the results, and thanks those who finished', async () => {
    const finished = plainBrowser(app)
    await finished.get()
    await finished.answer('adult', 'false')
    await changeWave(at.deps, 'community-trust', undefined, 'closed')
    const page = await get('/s/community-trust?lang=es')
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('Esta encuesta está cerrada')
    expect(page.body).toContain('href="/results/community-trust?lang')
    expect((await finished.get()).ending).toBe('ineligible')
  })
})
