import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A text as it is sent, with the tag by which a browser asks whether it has changed. */
export type Tagged = {
  readonly body: string
  /** The same, smaller: a map is a quarter of its size on the way to a phone. */
  readonly zipped: Buffer | undefined
  readonly type: string
  readonly tag: string
}

/** In characters: less than this is one or two packets anyway. */
const worthZipping = 2000

export function tagged(body: string, type: string): Tagged {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { body, zipped: body.length > worthZipping ? gzipSync(body) : undefined, type, tag: `W/"${hash}"` }
}

/** For texts that change only with the program: asked for again after ten minutes. */
export const aWhile = 'public, max-age=600'

/**
 * Sends a text, or that the one which the browser has still holds.
 *
 * @param keep  how long it may be kept without asking
 * @param vary  the headers of a request that the text depends on
 */
export function sendTagged(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { body, zipped, type, tag }: Tagged,
  { keep, vary = 'accept-encoding' }: { keep: string; vary?: string },
): FastifyReply {
  reply.header('etag', tag).header('cache-control', keep).header('vary', vary)
  if (headers['if-none-match'] === tag) return reply.code(304).send()
  reply.type(type)
  const takesZipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  return zipped && takesZipped ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(body)
}
