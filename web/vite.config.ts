import { globSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, UserConfig } from 'vite'
import { sourcesHash } from '../server/web-bundle.ts'

const here = import.meta.dirname

/** Every folder of web/ with a main.ts is a page's script; the server finds the hashed names in the manifest. */
export default {
  root: here,
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [compressed(), stamped()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '.',
    target: ['chrome87', 'firefox78', 'safari14'],
    cssTarget: ['chrome87', 'firefox78', 'safari14'],
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: globSync('*/main.ts', { cwd: here }).map((file) => join(here, file)),
    },
  },
} satisfies UserConfig

/** Lays a .br and a .gz beside every script and sheet: 1.4 MB of survey form are 0.3 MB on the way to a phone. */
function compressed(): Plugin {
  return {
    name: 'canvass-compressed',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const file = join(dir, name)
          const bytes = await readFile(file)
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
          await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality))
          await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
        }),
      )
    },
  }
}

/** Says what the bundle was made from, so that `npm start` knows when to make it again. Written last. */
function stamped(): Plugin {
  return {
    name: 'canvass-stamped',
    closeBundle: () => writeFileSync(join(here, 'dist/sources'), sourcesHash()),
  }
}
