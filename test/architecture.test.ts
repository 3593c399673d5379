import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom. A folder may always import itself; anything unlisted is forbidden. */
const mayImport: Record<string, string[]> = {
  analysis: ['simple-statistics'],
  'analysis/recipe': ['analysis', 'zod'],
  'instruments/engine': ['survey-core', 'zod'],
  migrations: ['kysely'],
  'server/fieldwork': [],
  'server/store': ['instruments/engine', 'migrations', 'kysely', 'pg', '@electric-sql/pglite'],
  'server/reports': ['instruments/engine', 'web/map', 'handlebars', 'csv-stringify'],
  'server/simulation': ['instruments/engine', 'server/operations', 'server/store', 'server', 'twilio'],
  'server/operations': [
    'analysis',
    'analysis/recipe',
    'instruments/engine',
    'server',
    'server/fieldwork',
    'server/reports',
    'server/simulation',
    'server/store',
    '@turf/boolean-point-in-polygon',
    'csv-parse',
    'csv-stringify',
    'libphonenumber-js',
    'zod',
  ],
  'server/channels/dev': ['server', 'server/operations', 'fastify', 'handlebars', 'twilio', 'zod'],
  'server/channels/public': [
    'instruments/engine',
    'server',
    'server/operations',
    'server/reports',
    'web/map',
    'fastify',
  ],
  'server/channels/sms': ['server', 'server/operations', 'instruments/engine', 'fastify', 'twilio', 'zod'],
  'server/channels/web': [
    'instruments/engine',
    'server',
    'server/operations',
    '@fastify/static',
    'fastify',
    'handlebars',
    'web/map',
    'web/respondent', // the form of the data that a page carries for its script
    'zod',
  ],
  'server/jobs': ['server', 'server/operations'],
  'server/commands': [
    'instruments/engine',
    'server',
    'server/fieldwork',
    'server/operations',
    'server/reports',
    'server/simulation',
    'server/store',
    'csv-stringify',
  ],
  'web/map': ['d3-geo'],
  'web/respondent': ['instruments/engine', 'web/map', 'survey-core', 'survey-js-ui', '@turf/boolean-point-in-polygon'],
  'web/results': [],
}
const folders = Object.keys(mayImport)

/** The folder that a path belongs to, the deepest that the table names; files of server/ itself are `server`. */
function folderOf(path: string): string {
  const folder = folders.filter((name) => path.startsWith(`${name}/`)).sort((a, b) => b.length - a.length)[0]
  return folder ?? dirname(path)
}

/** `@scope/name` or `name` of a package, without the file in it. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const names = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import '([^']+)'/g,
    ),
  ]
  return names
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .filter((name) => !name.startsWith('node:'))
    .map((name) => {
      if (name.startsWith('.')) return folderOf(join(dirname(file), name))
      return name.startsWith('#') ? folderOf(name.slice(1)) : packageOf(name)
    })
}

test.each(folders)('%s imports only what it may', (folder) => {
  const files = globSync(`${folder}/**/*.ts`).filter((file) => folderOf(file) === folder)
  expect(files).not.toEqual([]) // a gate that sees nothing must not be green
  const forbidden = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name !== folder && !mayImport[folder]?.includes(name))
      .map((name) => `${file} imports ${name}`),
  )
  expect(forbidden).toEqual([])
})

test.each(folders)('every import that %s may make is made', (folder) => {
  const files = globSync(`${folder}/**/*.ts`).filter((file) => folderOf(file) === folder)
  const imported = new Set(files.flatMap(importsOf))
  expect(mayImport[folder]?.filter((name) => !imported.has(name))).toEqual([])
})

test('nobody imports the process or the app, but the process itself', () => {
  const files = globSync('{analysis,instruments,migrations,server,web}/**/*.{ts,js}', { exclude: ['web/dist/**'] })
  const importers = files.filter((file) =>
    /from '(?:\.\.?\/|#server\/)(?:.*\/)?(?:app|main|serve)\.ts'/.test(readFileSync(file, 'utf8')),
  )
  expect(importers.sort()).toEqual(['server/main.ts', 'server/serve.ts'])
})

test('every file of source belongs to a folder of the table or is one of the server’s own', () => {
  const files = globSync('{analysis,instruments,migrations,server,web}/**/*.ts', { exclude: ['web/dist/**'] })
  const homeless = files.filter((file) => !folders.includes(folderOf(file)) && dirname(file) !== 'server')
  expect(homeless.filter((file) => file !== 'web/vite.config.ts')).toEqual([])
})
