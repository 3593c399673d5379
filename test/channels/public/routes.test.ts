import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { setWaveStatus, type Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { communityTrust, fieldWave } from '#test/support/fielded-wave.ts'
import { publish, publishedWave, secret, secretWritten } from '#test/support/published-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
let app: FastifyInstance
let wave: Wave

beforeAll(async () => {
  wave = await publishedWave(database.deps)
  const other = communityTrust({ id: 'not-weighed' })
  await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts, study: other })
  app = await buildApp(database.deps)
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } })
const results = '/results/community-trust'
const files = ['csv', 'geojson', 'json'].map((format) => `${results}.${format}`)
const pages = [results, ...['1', '2', '3', '4', '5', '6'].map((area) => `${results}/${area}`)]

/** A page or file without coordinates, tags of versions and times, in which any digits may stand. */
const readable = (body: string) =>
  body
    .replaceAll(/"(?:coordinates|runId|weighedAt)":(?:\[[\d.,[\]-]*\]|"[^"]*")/g, '')
    .replaceAll(/\b(?:d|x|y|cx|cy|r|viewBox|href)="[^"]*"/g, '')

/** Handlebars writes = and & as entities. */
const decoded = (html: string) => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')

describe('withheld figures', () => {
  test.each([...pages, ...pages.map((page) => `${page}?lang=es`), ...files])('are nowhere in %s', async (url) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(200)
    expect(readable(body)).not.toMatch(secretWritten)
  })

  test('would be found by this test if they were', () => {
    const { estimate, low, high, n } = secret
    const points = [estimate, low, high].map((value) => `>${Math.round(100 * value)}<`)
    for (const written of [...points, String(estimate), n.toLocaleString('en'), n.toLocaleString('es'), String(n)])
      expect(written).toMatch(secretWritten)
  })

  test('are told with the reason, on the map, in the table and in the files', async () => {
    const { body } = await get(results)
    expect(body).toContain('aria-label="Area 4: not shown, too few residents answered"')
    expect(body).toContain('Not shown: too few residents answered')
    expect((await get(`${results}/4`)).body).toContain('The reason: too few residents answered.')
    expect((await get(`${results}.csv`)).body).toContain('4,Area 4,South,,,,,,,,few-respondents')
  })

  test('of one question are told in a report whose other figures are shown', async () => {
    const { body } = await get(`${results}/3`)
    expect(body).toContain('Not shown: nearly all gave the same answer')
    expect(body).toContain('net support is +2')
  })
})

describe('the page of a wave', () => {
  test('has two maps, a table, and says that the wave is invented', async () => {
    const { body, headers } = await get(results)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body.match(/<svg class="map (support|discord)"/g)).toHaveLength(2)
    expect(body.match(/<tr/g)).toHaveLength(1 + 6)
    expect(body).toContain('This is a rehearsal')
    expect(body).toContain('aria-label="Area 1: Net support +34, +24 to +44, 60 answers"')
    expect(body).toContain('Area 6: nobody lives here')
    expect(body).toContain('187 adults answered')
  })

  test('is in the language that the address asks for, else in the browser’s', async () => {
    const spanish = 'Dónde la opinión es favorable'
    expect((await get(`${results}?lang=es`)).body).toContain(spanish)
    expect((await get(results, { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' })).body).toContain(spanish)
    expect((await get(`${results}?lang=en`, { 'accept-language': 'es' })).body).not.toContain(spanish)
    expect((await get(`${results}?lang=tlh`)).body).toContain('Where residents are favorable')
  })

  test('without estimates is a kind page, and its files are not found', async () => {
    const { statusCode, body } = await get('/results/not-weighed')
    expect(statusCode).toBe(200)
    expect(body).toContain('No results yet')
    expect((await get('/results/not-weighed/1')).statusCode).toBe(404)
    expect((await app.inject({ url: '/results/not-weighed.json' })).json()).toMatchObject({ code: 'no-results-yet' })
  })
})

test.each([
  ['/results/nothing', 'no-such-study'],
  ['/results/nothing.csv', 'no-such-study'],
  ['/results/nothing/1', 'no-such-study'],
  ['/results/%00', 'no-such-study'],
  ['/results/%00.csv', 'no-such-study'],
  [`${results}/77`, 'no-such-area'],
  [`${results}/%3Cscript%3E`, 'no-such-area'],
  [`${results}?wave=9`, 'no-such-wave'],
  [`${results}?wave=-1`, 'no-such-wave'],
  [`${results}?wave=1&wave=2`, 'no-such-wave'],
])('%s is not found: %s', async (url, code) => {
  const document = await app.inject({ url })
  expect([document.statusCode, document.json()]).toMatchObject([404, { code }])
  const page = await get(url)
  expect(page.statusCode).toBe(404)
  expect(page.body).not.toContain('<script>')
})

test('a page is sent again only after a new weighting', async () => {
  for (const url of [results, `${results}/1`, `${results}.csv`]) {
    const { headers } = await get(url)
    const tag = { 'if-none-match': String(headers.etag) }
    expect([(await get(url, tag)).statusCode, (await get(url, tag)).body]).toEqual([304, ''])
    expect((await get(`${url}?lang=es`, tag)).statusCode).toBe(url.endsWith('csv') ? 304 : 200)
  }
  const before = (await get(`${results}.json`)).json<{ methods: { runId: string } }>()
  const runId = await publish(database.db, wave, communityTrust())
  const after = (await get(`${results}.json`)).json<{ methods: { runId: string } }>()
  expect([before.methods.runId === runId, after.methods.runId === runId]).toEqual([false, true])
})

test('a page goes out zipped to those who take it so', async () => {
  const { headers, rawPayload } = await get(results, { 'accept-encoding': 'gzip, br' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(rawPayload).toString()).toBe((await get(results)).body)
})

test('the front door lists open studies with their results, in either language', async () => {
  expect((await get('/')).body).toContain('No survey is taking answers at the moment.')
  await setWaveStatus(database.db, wave.id, 'open', new Date())
  const body = decoded((await get('/?lang=es')).body)
  expect(body).toContain('Su vecindario y la policía')
  expect(body).toContain('href="/s/community-trust?lang=es"')
  expect(body).toContain('href="/results/community-trust?lang=es"')
})

test('an earlier wave stays readable beside a later one', async () => {
  const later = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts })
  expect((await get(results)).body).not.toContain('aria-current="true">A wave of the tests') // one with results is no choice
  await publish(database.db, later, communityTrust())
  expect(decoded((await get(results)).body)).toContain(`href="${results}?lang=en&wave=${wave.number}"`)
  expect((await get(`${results}?wave=${wave.number}`)).statusCode).toBe(200)
  const numbers = await Promise.all(
    ['', `?wave=${wave.number}`].map(async (query) => (await get(`${results}.json${query}`)).json().wave.number),
  )
  expect(numbers).toEqual([later.number, wave.number])
})
