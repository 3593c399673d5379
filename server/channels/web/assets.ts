import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { WebBundle } from '#server/web-bundle.ts'

const styles = join(import.meta.dirname, '../../../web/style')

/** The scripts that Vite built, kept for ever under their hashed names, and the style sheet of all pages. */
export async function serveAssets(app: FastifyInstance, bundle: WebBundle | undefined): Promise<void> {
  serveText(app, '/assets/canvass.css', 'text/css; charset=utf-8', styleSheet())
  serveText(app, '/assets/mark.svg', 'image/svg+xml', readFileSync(join(styles, 'mark.svg'), 'utf8'))
  if (!bundle) return
  await app.register(fastifyStatic, {
    root: bundle.directory,
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
}

/** canvass.css with the sheets it names put in their places: one request, and nothing to build. */
function styleSheet(): string {
  const read = (name: string) => readFileSync(join(styles, name), 'utf8')
  return read('canvass.css').replace(/@import "\.\/(.+)";/g, (_, name: string) => read(name))
}

/** A text whose address stays the same: asked for again after ten minutes, sent again only when it has changed. */
function serveText(app: FastifyInstance, path: string, type: string, text: string): void {
  const zipped = gzipSync(text)
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  app.get(path, async (request, reply) => {
    reply.header('etag', tag).header('cache-control', 'public, max-age=600').header('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    reply.type(type)
    const takesZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    return takesZipped ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(text)
  })
}
