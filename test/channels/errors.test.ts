import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testDatabase } from '#test/support/databases.ts'

const at = testDatabase()
let app: FastifyInstance

beforeAll(async () => {
  app = await buildApp(at.deps)
})
afterAll(() => app.close())

const person = { accept: 'text/html,*/*', 'accept-language': 'es-MX,es;q=0.9' }

test.each([
  { url: '/nothing', status: 404, code: 'not-found', title: 'Página no encontrada' },
  { url: '/s/nothing', status: 404, code: 'no-such-study', title: 'Página no encontrada' },
  { url: '/i/nothing', status: 404, code: 'no-such-link', title: 'Este enlace no funciona' },
  { url: '/s/%ff', status: 400, code: 'bad-url', title: 'Página no encontrada' },
])('$url is $code to a program and a page to a person', async ({ url, status, code, title }) => {
  const told = await app.inject({ url })
  expect(told.statusCode).toBe(status)
  expect(told.headers['content-type']).toContain('application/problem+json')
  expect(told.json()).toMatchObject({ status, code })

  const shown = await app.inject({ url, headers: person })
  expect(shown.statusCode).toBe(status)
  expect(shown.body).toContain('lang="es"')
  expect(shown.body).toContain(`<h1>${title}</h1>`)
})

test.each([
  { url: '/i/nothing', language: 'zh-TW', html: '<html lang="zh-hant" dir="ltr">', title: '此連結無效' },
  { url: '/nothing?lang=ur', language: 'en', html: '<html lang="ur" dir="rtl">', title: 'صفحہ نہیں ملا' },
  { url: '/nothing?lang=xx', language: 'fr', html: '<html lang="en" dir="ltr">', title: 'Page not found' },
])('$url asked in $language is told in the language of its reader', async ({ url, language, html, title }) => {
  const { body } = await app.inject({ url, headers: { accept: 'text/html', 'accept-language': language } })
  expect(body).toContain(html)
  expect(body).toContain(`<h1>${title}</h1>`)
})

test('a failure of ours shows no stack, and nothing of what was asked', async () => {
  const broken = await buildApp({
    ...at.deps,
    compiledFor: () => Promise.reject(new Error('secret detail')),
    db: at.db.withSchema('nowhere'),
  })
  for (const headers of [{}, person]) {
    const { statusCode, body } = await broken.inject({ url: '/s/community-trust', headers })
    expect(statusCode).toBe(500)
    expect(body).not.toMatch(/secret|nowhere|at .*\.ts|relation/)
  }
  expect((await broken.inject('/healthz')).statusCode).toBe(200)
  await broken.close()
})
