import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildApp } from '#server/app.ts'
import { makeLog } from '#server/log.ts'
import { ensureWebBundle } from '#server/web-bundle.ts'
import { testDatabase } from './databases.ts'
import { bundledStudy, openStudy } from './fielding.ts'

/** A study, the bundled one by default, open in the tiny city and served on a port of its own, for tests with a browser. */
export function servedStudy({ id: studyId = 'community-trust', folder = bundledStudy } = {}) {
  const at = testDatabase()
  let app: FastifyInstance | undefined
  let address = ''
  beforeAll(async () => {
    await ensureWebBundle(makeLog('silent'))
    await openStudy(at.deps, folder)
    app = await buildApp(at.deps)
    address = await app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => app?.close())
  return {
    at,
    /** Where the web interview begins. */
    get home() {
      return `${address}/s/${studyId}`
    },
    /** The interview that a browser is in, as it is stored. */
    async interviewOf(page: Page) {
      const cookies = await page.context().cookies()
      const [id = ''] = cookies.find(({ name }) => name === `canvass.${studyId}`)?.value.split('.') ?? []
      return at.db.selectFrom('interviews').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    },
  }
}
