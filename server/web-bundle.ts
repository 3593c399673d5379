import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Logger } from './log.ts'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'web/dist')

/** The scripts of the pages as Vite built them. */
export type WebBundle = {
  readonly directory: string
  /** The addresses that a page needs for one of the folders of web/: its script and its style sheets. */
  readonly entry: (folder: string) => { readonly script: string; readonly styles: readonly string[] }
}

/** The part of Vite's manifest that we read. */
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]), imports: z.array(z.string()).default([]) }),
)
type Manifest = z.infer<typeof Manifest>

/** What was built last; nothing before the first build, and pages then lead to their plain versions. */
export function readWebBundle(): WebBundle | undefined {
  const file = join(dist, 'manifest.json')
  if (!existsSync(file)) return undefined
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    directory: dist,
    entry(folder) {
      const key = `${folder}/main.ts`
      const chunk = manifest[key]
      if (!chunk) throw new Error(`The web bundle has no ${key}`)
      return { script: `/assets/${chunk.file}`, styles: stylesOf(manifest, key).map((name) => `/assets/${name}`) }
    },
  }
}

function stylesOf(manifest: Manifest, key: string): string[] {
  const { css, imports } = manifest[key] ?? { css: [], imports: [] }
  return [...new Set([...imports.flatMap((imported) => stylesOf(manifest, imported)), ...css])]
}

/**
 * Builds the web bundle when its sources are not those it was last built from. Production images are built beforehand
 * and have no Vite; an image without a bundle cannot serve.
 */
export async function ensureWebBundle(log: Logger): Promise<void> {
  const stamp = join(dist, 'sources')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()) return
  const vite = await import('vite').catch(() => undefined)
  if (!vite) {
    if (!existsSync(stamp)) throw new Error('The web pages are not built yet. Run: npm run build')
    log.warn('the web pages are older than their sources; run npm run build')
    return
  }
  const started = performance.now()
  await vite.build({ configFile: join(root, 'web/vite.config.ts') })
  log.info({ ms: Math.round(performance.now() - started) }, 'web pages built')
}

/** A hash of everything the bundle is made from, the locked versions of packages included. */
export function sourcesHash(): string {
  const files = globSync(['web/**/*', 'instruments/engine/**/*', 'package-lock.json'], {
    cwd: root,
    withFileTypes: true,
    exclude: ({ name }) => name === 'dist',
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
