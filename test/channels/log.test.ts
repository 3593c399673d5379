import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { type Deps, makeDeps } from '#server/deps.ts'
import { makeLog } from '#server/log.ts'
import { makeLinks } from '#server/operations/make-links.ts'
import { testConfig, testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { plainBrowser } from './web/browser-like.ts'

const at = testDatabase()
const links = join(mkdtempSync(join(tmpdir(), 'canvass-log-')), 'links.csv')
const lines: string[] = []
let deps: Deps
let app: FastifyInstance

beforeAll(async () => {
  const log = makeLog('debug', { write: (line) => void lines.push(line) })
  deps = makeDeps({ db: at.db, config: testConfig(), log })
  const wave = await openBundledStudy(deps)
  await makeLinks(deps, wave, { count: 1, file: links })
  app = await buildApp(deps)
})
afterAll(() => app.close())

/** What people said and who they are, each to be found nowhere in the log. */
const said = {
  phone: '+12125550142',
  text: 'Officer Quillfeather knows my cousin',
  comment: 'A purple streetlamp hums at night',
  hostile: 'maybe-"quoted"-Wigglesworth',
}

async function text(body: string, from = said.phone) {
  const { publicUrl, twilio } = deps.config
  const fields = { MessageSid: `SM${randomBytes(16).toString('hex')}`, From: from, To: '+15550100', Body: body }
  const signature = getExpectedTwilioSignature(twilio?.authToken ?? '', `${publicUrl}/twilio/sms`, fields)
  return app.inject({
    method: 'POST',
    url: '/twilio/sms',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    payload: new URLSearchParams(fields).toString(),
  })
}

async function post(id: string, events: object[], token?: string) {
  const identified = events.map((event) => ({ id: crypto.randomUUID(), at: '2026-11-23T12:00:00Z', ...event }))
  return app.inject({
    method: 'POST',
    url: `/api/interviews/${id}/events`,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    payload: { study: 'community-trust', language: 'en', events: identified },
  })
}

test('a day through all channels, with every line logged, leaves nobody and no answer in the log', async () => {
  const interview = crypto.randomUUID()
  const { token } = (await post(interview, [{ type: 'answered', question: 'adult', value: true }])).json()
  await post(
    interview,
    [
      { type: 'answered', question: 'lives_here', value: true },
      { type: 'answered', question: 'consent', value: true },
      { type: 'answered', question: 'comment', value: said.comment },
      { type: 'answered', question: 'trust', value: said.hostile },
    ],
    token,
  )
  await post(interview, [{ type: 'answered', question: 'comment', value: said.hostile }], 'a-guess')

  for (const body of ['hello', 'yes', 'yes', 'yes', said.text, said.hostile, 'HELP', 'STOP', 'START']) await text(body)
  await text(said.text, `${said.phone}x`)

  const link = readFileSync(links, 'utf8').match(/\/i\/([\w-]{22})/)?.[1] ?? ''
  const browser = plainBrowser(app)
  await browser.get(`/i/${link}`)
  await browser.answer('adult', 'true')
  await browser.answer('lives_here', said.hostile)
  await app.inject({ url: `/dev/phone?phone=${encodeURIComponent(said.phone)}` })
  await app.inject({ url: `/i/${link}x` })
  await app.inject({ url: `/nothing/${said.phone}/%ff` })
  await app.inject({ url: `/results/community-trust?name=${said.phone}` })

  // An outage on top: what a database says of a row it refuses quotes the row.
  await sql`alter table interview_events add constraint outage check (type <> 'answered') not valid`.execute(at.db)
  expect((await post(interview, [{ type: 'answered', question: 'comment', value: said.text }], token)).statusCode).toBe(
    500,
  )
  expect((await text('4')).body).toContain('something went wrong on our side')

  const log = lines.join('')
  const routes = lines.flatMap((line) => (JSON.parse(line) as { route?: string }).route ?? [])
  for (const route of ['/api/interviews/:id/events', '/twilio/sms', '/i/:token', '/dev/phone', '/results/:study'])
    expect(routes.some((logged) => logged.startsWith(route))).toBe(true)
  expect(log).toContain('"code":"23514","constraint":"outage"')

  const cookies = [...browser.jar.values()].flatMap((cookie) => [cookie, ...cookie.split('.')])
  const secrets = [...Object.values(said), '2125550142', 'Quillfeather', 'streetlamp', 'Wigglesworth']
  for (const secret of [...secrets, token, interview, link, ...cookies]) {
    expect(secret).not.toBe('')
    expect(log).not.toContain(secret)
  }
})
