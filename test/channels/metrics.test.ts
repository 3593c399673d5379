import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testDatabase, testDeps } from '#test/support/databases.ts'

const at = testDatabase()
const token = 'a-token-for-tests-only'
const apps: Record<string, FastifyInstance> = {}
beforeAll(async () => {
  apps.plain = await buildApp(testDeps(at.db, { METRICS_TOKEN: token }))
  apps.proxied = await buildApp(testDeps(at.db, { METRICS_TOKEN: token, TRUST_PROXY: 'true' }))
  apps.withoutToken = await buildApp(testDeps(at.db))
})
afterAll(async () => {
  for (const app of Object.values(apps)) await app.close()
})

test.each([
  ['this machine', 'plain', '127.0.0.1', undefined, 200],
  ['this machine over IPv6', 'plain', '::1', undefined, 200],
  ['another machine', 'plain', '10.0.0.9', undefined, 404],
  ['another machine with the token', 'plain', '10.0.0.9', `Bearer ${token}`, 200],
  ['another machine with another token', 'plain', '10.0.0.9', 'Bearer wrong', 404],
  ['another machine where no token is set', 'withoutToken', '10.0.0.9', 'Bearer undefined', 404],
  ['whoever comes through a proxy', 'proxied', '127.0.0.1', undefined, 404],
  ['whoever comes through a proxy with the token', 'proxied', '127.0.0.1', `Bearer ${token}`, 200],
])('metrics for %s', async (_, app, remoteAddress, authorization, status) => {
  const headers = authorization ? { authorization } : {}
  const response = await apps[app]!.inject({ url: '/metrics', remoteAddress, headers })
  expect(response.statusCode).toBe(status)
})

test('metrics name routes, never addresses', async () => {
  await apps.plain!.inject('/i/a-very-secret-token-of-somebody')
  const { body } = await apps.plain!.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
  expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/i\/:token",status="404"\} 1/)
  expect(body).not.toContain('secret')
})
