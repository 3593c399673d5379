import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOneLanguage } from '#instruments/engine/one-language.ts'
import type { Deps } from '#server/deps.ts'
import { readAreaShapes } from '#server/operations/read-area-shapes.ts'
import { currentWave } from '#server/operations/read-interview.ts'
import type { InstrumentData } from '#web/respondent/page-data.ts'
import { generous } from '#server/rate-limit.ts'
import { languageFor } from './language.ts'
import { asCollection } from './simple-shapes.ts'
import { studyPath } from './study-path.ts'

type StudyRoute = { Params: { study: string }; Querystring: { wave?: unknown; lang?: unknown } }
type Packed = { readonly plain: Buffer; readonly small: Buffer }

/** What the page of a wave fetches: its instrument at once, in its language; its areas when a resident asks for a map. */
export function waveFiles(app: FastifyInstance, deps: Deps): void {
  const kept = keptPacked()

  app.get<StudyRoute>(`${studyPath}/instrument.json`, generous, async (request, reply) => {
    const { wave, compiled } = await currentWave(deps, request.params.study)
    const language = languageFor(request, compiled.study.languages, { language: null })
    const packed = kept(`${wave.id} ${language}`, (): InstrumentData => {
      const { instrument, study, geography } = compiled
      return inOneLanguage({ instrument, study, geography }, language)
    })
    const lasts = request.query.wave === wave.id && request.query.lang === language
    return sendPacked(request, reply, await packed, lasts)
  })

  app.get<StudyRoute>(`${studyPath}/areas.json`, generous, async (request, reply) => {
    const { wave } = await currentWave(deps, request.params.study)
    const packed = kept(`${wave.id} areas`, async () => asCollection(await readAreaShapes(deps, wave)))
    return sendPacked(request, reply, await packed, request.query.wave === wave.id)
  })
}

/** Makes each file once and keeps it as it travels. */
function keptPacked(): (key: string, make: () => unknown) => Promise<Packed> {
  const shelf = new Map<string, Promise<Packed>>()
  return (key, make) => {
    const known = shelf.get(key)
    if (known) return known
    const making = Promise.resolve(make()).then(pack)
    shelf.set(key, making)
    making.catch(() => shelf.delete(key))
    return making
  }
}

async function pack(content: unknown): Promise<Packed> {
  const plain = Buffer.from(JSON.stringify(content))
  const small = await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { plain, small }
}

/** An address that names the wave, and the language, is kept for ever: what a wave pins never changes. */
function sendPacked(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { plain, small }: Packed,
  lasts: boolean,
): FastifyReply {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  reply.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-store')
  const reads = /\bbr\b/.test(headers['accept-encoding'] ?? '')
  return reads ? reply.header('content-encoding', 'br').send(small) : reply.send(plain)
}
