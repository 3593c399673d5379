import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { aWhile, sendTagged, tagged } from '#server/tagged.ts'
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

/** A text whose address stays the same. */
function serveText(app: FastifyInstance, path: string, type: string, text: string): void {
  const made = tagged(text, type)
  app.get(path, async (request, reply) => sendTagged(request, reply, made, { keep: aWhile }))
}
