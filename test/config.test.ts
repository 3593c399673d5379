import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRehearsing, readConfig } from '#server/config.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'canvass-config-'))
const twilio = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'x'.repeat(32) }

describe('the configuration', () => {
  test('names every mistake at once and shows no value', () => {
    const env = {
      DATABASE_URL: 'mysql://secret-user:secret-password@127.0.0.1/x',
      PORT: 'eighty',
      PII_KEY: 'secret-but-short',
      TWILIO_ACCOUNT_SID: 'secret-sid',
      TRUST_PROXY: 'perhaps',
    }
    let message = ''
    try {
      readConfig(env)
    } catch (error) {
      message = String(error)
    }
    for (const name of Object.keys(env)) expect(message).toContain(name)
    expect(message).not.toContain('secret')
  })

  test.each([
    [{ DATABASE_URL: 'postgres://127.0.0.1/x' }, ['PII_KEY', 'SESSION_KEY']],
    [{ CANVASS_DIR: aFolder(), TWILIO_ACCOUNT_SID: twilio.TWILIO_ACCOUNT_SID }, ['TWILIO_AUTH_TOKEN']],
    [{ CANVASS_DIR: aFolder(), TWILIO_AUTH_TOKEN: twilio.TWILIO_AUTH_TOKEN }, ['TWILIO_ACCOUNT_SID']],
  ])('%o lacks %o and is told so', (env, missing) => {
    for (const name of missing) expect(() => readConfig(env)).toThrow(name)
  })

  test('makes keys for an embedded installation once, readable by their owner alone', () => {
    const CANVASS_DIR = join(aFolder(), 'deep', 'er')
    const first = readConfig({ CANVASS_DIR })
    const file = join(CANVASS_DIR, 'keys.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readConfig({ CANVASS_DIR }).piiKey).toEqual(first.piiKey)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"PII_KEY"', '"LOST"'))
    expect(() => readConfig({ CANVASS_DIR })).toThrow('damaged')
  })

  test('takes an empty variable for an absent one, as compose files leave them', () => {
    expect(readConfig({ CANVASS_DIR: aFolder(), TWILIO_ACCOUNT_SID: '', DATABASE_URL: '' }).database).toHaveProperty(
      'directory',
    )
  })

  test('signs the public address without a slash at its end', () => {
    expect(readConfig({ CANVASS_DIR: aFolder(), PUBLIC_URL: 'https://survey.example.org/' }).publicUrl).toBe(
      'https://survey.example.org',
    )
    expect(readConfig({ CANVASS_DIR: aFolder(), PORT: '3001' }).publicUrl).toBe('http://127.0.0.1:3001')
    expect(readConfig({ CANVASS_DIR: aFolder(), HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000')
    expect(readConfig({ CANVASS_DIR: aFolder(), HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
  })
})

describe('the text channel', () => {
  test.each([
    ['is the simulator without credentials on loopback', {}, { real: false }, true],
    ['is real with credentials', twilio, { real: true }, false],
    ['is off without credentials on an open address', { HOST: '0.0.0.0' }, null, false],
    ['is real with credentials on an open address', { HOST: '0.0.0.0', ...twilio }, { real: true }, false],
  ])('%s', (_, env, expected, rehearsing) => {
    const config = readConfig({ CANVASS_DIR: aFolder(), ...env })
    if (expected === null) expect(config.twilio).toBeNull()
    else expect(config.twilio).toMatchObject(expected)
    expect(isRehearsing(config)).toBe(rehearsing)
  })
})
