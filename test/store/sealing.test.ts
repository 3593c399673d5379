import { expect, test } from 'vitest'
import { sealerFor, tokensFrom } from '#server/store/sealing.ts'

const sealer = sealerFor(Buffer.alloc(32, 1))

test('what is sealed comes back, and never looks the same twice', () => {
  const [one, two] = [sealer.seal('¿Cómo? 你好'), sealer.seal('¿Cómo? 你好')]
  expect(sealer.unseal(one)).toBe('¿Cómo? 你好')
  expect(one.equals(two)).toBe(false)
})

test('a thousand seals use a thousand nonces', () => {
  const nonces = Array.from({ length: 1000 }, () => sealer.seal('x').subarray(1, 13).toString('hex'))
  expect(new Set(nonces).size).toBe(1000)
})

test.each([0, 1, 13, 29])('a changed byte at %i is noticed', (position) => {
  const sealed = sealer.seal('secret')
  sealed[position]! ^= 1
  expect(() => sealer.unseal(sealed)).toThrow()
})

test('another key neither opens nor finds', () => {
  const other = sealerFor(Buffer.alloc(32, 2))
  expect(() => other.unseal(sealer.seal('secret'))).toThrow()
  expect(other.hashPhone('+15550100').equals(sealer.hashPhone('+15550100'))).toBe(false)
  expect(sealer.hashPhone('+15550100').equals(sealer.hashPhone('+15550100'))).toBe(true)
})

test('a token fits its own interview only', () => {
  const tokens = tokensFrom(Buffer.alloc(32, 3))
  const token = tokens.tokenFor('a-study', 'one')
  expect(tokens.matches('a-study', 'one', token)).toBe(true)
  expect(tokens.matches('a-study', 'two', token)).toBe(false)
  expect(tokens.matches('b-study', 'one', token)).toBe(false)
  expect(tokens.matches('a-study', 'one', undefined)).toBe(false)
  expect(tokens.matches('a-study', 'one', `${token}x`)).toBe(false)
})

test('a personal link is the same each time, short, and of one interview of one study under one key', () => {
  const tokens = tokensFrom(Buffer.alloc(32, 3))
  const link = tokens.linkFor('a-study', 'one')
  expect(link).toMatch(/^[\w-]{16}$/)
  expect(tokensFrom(Buffer.alloc(32, 3)).linkFor('a-study', 'one')).toBe(link)
  const others = [
    tokens.linkFor('a-study', 'two'),
    tokens.linkFor('b-study', 'one'),
    tokensFrom(Buffer.alloc(32, 4)).linkFor('a-study', 'one'),
    tokens.tokenFor('a-study', 'one').slice(0, 16),
  ]
  expect(others).not.toContain(link)
})
