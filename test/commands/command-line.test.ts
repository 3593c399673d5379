import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepare } from '#server/cli.ts'
import { freePort } from '#test/support/free-port.ts'
import { testKeys } from '#test/support/keys.ts'
import { aFolder, canvass } from '#test/support/canvass.ts'

const study = join(import.meta.dirname, '../../instruments/community-trust')

describe('a command line', () => {
  test.each([
    { typed: [], exitCode: 0, text: 'npx canvass <command>' },
    { typed: ['--help'], exitCode: 0, text: 'The server: what npm start runs' },
    { typed: ['serve', '--help'], exitCode: 0, text: 'Usage: npx canvass serve' },
    { typed: ['wave', '--help'], exitCode: 0, text: 'Usage: npx canvass wave pause <study>' },
    { typed: ['wave', 'open', '--help'], exitCode: 0, text: 'Options: --title --wave --json --help' },
    { typed: ['wave'], exitCode: 2, text: 'Usage: npx canvass wave pause <study>' },
    { typed: ['wave', 'shut'], exitCode: 2, text: 'Usage: npx canvass wave close <study>' },
    { typed: ['brew', 'tea'], exitCode: 2, text: 'There is no command "brew tea"' },
    { typed: ['--json'], exitCode: 2, text: 'npx canvass <command>' },
    { typed: ['serve', '--port', '80'], exitCode: 2, text: 'Usage: npx canvass serve' },
    { typed: ['wave', 'open'], exitCode: 2, text: 'Usage: npx canvass wave open <study>' },
    { typed: ['wave', 'open', 'x', '--color'], exitCode: 2, text: "Unknown option '--color'" },
  ])('$typed ends with $exitCode and says why', ({ typed, exitCode, text }) => {
    expect(prepare(typed)).toEqual({ exitCode, text: expect.stringContaining(text) })
  })

  test('lists each command once in its help', () => {
    const { text } = prepare(['--help']) as { text: string }
    const names = text.split('\n').filter((line) => /^ {2}\S/.test(line))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((line) => line.trim() === 'migrate')).toHaveLength(1)
  })

  test.each([
    { typed: ['--help'], exitCode: 0, out: 'npx canvass <command>' },
    { typed: ['brew', 'tea'], exitCode: 2, error: 'There is no command "brew tea"' },
    { typed: ['study', 'check', '/nowhere'], exitCode: 1, error: 'there is no such file' },
    { typed: ['wave', 'list', 'nobody'], exitCode: 1, error: 'There is no study "nobody"' },
  ])('$typed is answered on the right stream', async ({ typed, exitCode, out = '', error = '' }) => {
    const said = await canvass(aFolder(), typed)
    expect(said.exitCode).toBe(exitCode)
    expect(said.out).toContain(out)
    expect(said.error).toContain(error)
    expect(exitCode === 0 ? said.error : said.out).toBe('')
  })

  test('with --json prints one document and nothing else', async () => {
    const { out, exitCode } = await canvass(aFolder(), ['study', 'check', study, '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('findings')
  })

  test('says what the texts of a study cost, and with a language how each of them travels', async () => {
    const all = await canvass(aFolder(), ['study', 'check', study])
    expect(all.out).toMatch(/USD per 1,000 residents\nEnglish +\d+ to \d+/)
    expect(all.out).toMatch(/warning: Español: .* cost \d+ segments more in \d+ of \d+ texts: í \(ì\)/)
    const spanish = await canvass(aFolder(), ['study', 'check', join(study, 'instrument.json'), '--language', 'es'])
    expect(spanish.out).toMatch(/^es +trust +UCS-2 +\d+ +\d+ +0\.\d{4}/m)
    expect(await canvass(aFolder(), ['study', 'check', study, '--language', 'xx'])).toMatchObject({ exitCode: 2 })
  })
})

describe('what stands in the way of a start', () => {
  test('is told in one line, without a stack, where PostgreSQL does not answer', async () => {
    const port = await freePort()
    const env = { DATABASE_URL: `postgres://someone:their-password@127.0.0.1:${port}/x`, ...testKeys }
    const [served, listed] = await Promise.all([
      canvass(aFolder(), ['serve'], env),
      canvass(aFolder(), ['wave', 'list', 'x', '--json'], env),
    ])
    for (const { exitCode, error } of [served, listed]) {
      expect(exitCode).toBe(1)
      expect(error).toMatch(/^PostgreSQL cannot be reached\..*ECONNREFUSED.*\n$/)
      expect(error).not.toContain('their-password')
    }
    expect(listed.out).toBe('')
  })

  test('is told without quoting the keys where their file is damaged', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'keys.json'), 'half-a-secret')
    const { exitCode, error } = await canvass(folder, ['wave', 'list', 'x'])
    expect(exitCode).toBe(1)
    expect(error).toContain('keys.json is damaged')
    expect(error).not.toContain('half')
  })

  test('is told where the folder cannot be one', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const { exitCode, error } = await canvass(join(file, 'folder'), ['wave', 'list', 'x'])
    expect(exitCode).toBe(1)
    expect(error).toMatch(/^The folder .* cannot be made\. Set CANVASS_DIR/)
  })

  test('is told where the embedded database is damaged', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database/PG_VERSION'), 'garbage')
    const { exitCode, error } = await canvass(folder, ['wave', 'list', 'x'])
    expect(exitCode).toBe(1)
    expect(error).toContain(`The embedded database in ${folder}/database failed`)
  })
})
