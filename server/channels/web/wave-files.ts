import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '#server/deps.ts'
import { readAreaShapes } from '#server/operations/read-area-shapes.ts'
import { currentWave, type Fielded } from '#server/operations/read-interview.ts'
import type { InstrumentData } from '#web/respondent/page-data.ts'
import { generous } from '#server/rate-limit.ts'
import { asCollection } from './simple-shapes.ts'
import { studyPath } from './study-path.ts'

type StudyRoute = { Params: { study: string }; Querystring: { wave?: unknown } }
type Packed = { readonly plain: Buffer; readonly small: Buffer }

/** What the page of a wave fetches: its instrument at once, its areas when a resident asks for a map. */
export function waveFiles(app: FastifyInstance, deps: Deps): void {
  const instruments = packedPerWave(async ({ compiled }): Promise<InstrumentData> => {
    const { instrument, study, geography } = compiled
    return { instrument, study, geography }
  })
  const areas = packedPerWave(async ({ wave }) => asCollection(await readAreaShapes(deps, wave)))

  for (const [name, file] of [
    ['instrument.json', instruments],
    ['areas.json', areas],
  ] as const)
    app.get<StudyRoute>(`${studyPath}/${name}`, generous, async (request, reply) => {
      const fielded = await currentWave(deps, request.params.study)
      // The address names the wave: what a wave pins never changes, so a browser may keep it.
      const lasts = request.query.wave === fielded.wave.id
      reply.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-store')
      return sendPacked(request, reply, await file(fielded))
    })
}

/** Makes a file once for each wave and keeps it as it travels. */
function packedPerWave(make: (fielded: Fielded) => Promise<unknown>): (fielded: Fielded) => Promise<Packed> {
  const shelf = new Map<string, Promise<Packed>>()
  return (fielded) => {
    const known = shelf.get(fielded.wave.id)
    if (known) return known
    const making = make(fielded).then(pack)
    shelf.set(fielded.wave.id, making)
    making.catch(() => shelf.delete(fielded.wave.id))
    return making
  }
}

async function pack(content: unknown): Promise<Packed> {
  const plain = Buffer.from(JSON.stringify(content))
  const small = await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { plain, small }
}

function sendPacked({ headers }: FastifyRequest, reply: FastifyReply, { plain, small }: Packed): FastifyReply {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  const reads = /\bbr\b/.test(headers['accept-encoding'] ?? '')
  return reads ? reply.header('content-encoding', 'br').send(small) : reply.send(plain)
}
