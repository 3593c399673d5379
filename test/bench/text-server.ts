import formbody from '@fastify/formbody'
import fastify from 'fastify'
import { sql } from 'kysely'
import { smsRoutes } from '#server/channels/sms/routes.ts'
import { answerErrors } from '#server/errors.ts'
import { openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { testDeps } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'
import { authToken, publicUrl } from './text-load.ts'

/** The process under load: the text webhook as it is, and beside it one bare insert of the same fields. */
const { db, close } = await openDatabase({ url: process.env.BENCH_DATABASE_URL ?? '' })
await migrate(db)
await sql`create table bench_texts (sid text primary key, sender text, recipient text, body text, media text)`.execute(
  db,
)
const deps = testDeps(db, { PUBLIC_URL: publicUrl })
await openBundledStudy(deps)

const app = fastify()
await app.register(formbody)
answerErrors(app)
await smsRoutes(app, deps, authToken)
app.post<{ Body: Record<string, string> }>('/bare', async ({ body }, reply) => {
  const { MessageSid, From, To, Body, NumMedia } = body
  await sql`insert into bench_texts values (${MessageSid}, ${From}, ${To}, ${Body}, ${NumMedia})`.execute(db)
  return reply.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response/>')
})
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
process.once('message', () => {
  process.send?.({ rssMiB: process.memoryUsage.rss() / 2 ** 20 })
  void app
    .close()
    .then(close)
    .then(() => process.disconnect())
})
