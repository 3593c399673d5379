import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildApp } from '#server/app.ts'
import { makeLog } from '#server/log.ts'
import { ensureWebBundle } from '#server/web-bundle.ts'
import { testDatabase } from './databases.ts'
import { openBundledStudy } from './fielding.ts'

/** The bundled study, open in the tiny city and served on a port of its own, for tests with a browser. */
export function servedStudy() {
  const at = testDatabase()
  let app: FastifyInstance | undefined
  let address = ''
  beforeAll(async () => {
    await ensureWebBundle(makeLog('silent'))
    await openBundledStudy(at.deps)
    app = await buildApp(at.deps)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => app?.close())
  return {
    at,
    /** Where the web interview begins. */
    get home() {
      return `${address}/s/community-trust`
    },
    /** The interview that a browser is in, as it is stored. */
    async interviewOf(page: Page) {
      const cookies = await page.context().cookies()
      const [id = ''] = cookies.find(({ name }) => name === 'canvass.community-trust')?.value.split('.') ?? []
      return at.db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    },
  }
}
