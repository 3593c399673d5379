import { expect, test } from 'vitest'
import { twiml } from '#server/channels/sms/twiml.ts'

const messages = (reply: string) =>
  [...twiml(reply).matchAll(/<Message>([\s\S]*?)<\/Message>/g)].map(([, body = '']) => body)

test('a reply that one text can hold is one text, and an empty one none', () => {
  expect(messages('x'.repeat(1600))).toEqual(['x'.repeat(1600)])
  expect(messages('')).toEqual([])
})

test('a longer reply is cut at the end of a line into texts that carriers take', () => {
  const lines = Array.from({ length: 120 }, (_, n) => `${n + 1}) A choice of thirty characters.`)
  const texts = messages(lines.join('\n'))
  expect(texts).toHaveLength(3)
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(1600)
  expect(texts.join('\n')).toBe(lines.join('\n'))
  expect(texts.every((text) => /^\d+\) .*\.$/s.test(text))).toBe(true)
})

test('a line without an end is cut between words, and a word without an end within no character', () => {
  const words = 'word '.repeat(700).trim()
  expect(messages(words).join(' ')).toBe(words)
  expect(messages(words).every((text) => text.length <= 1600 && !text.startsWith(' '))).toBe(true)
  const faces = '😀'.repeat(1000)
  expect(messages(`x${faces}`).join('')).toBe(`x${faces}`)
  expect(messages(`x${faces}`).every((text) => text.length <= 1600 && !text.includes('\uFFFD'))).toBe(true)
  expect(messages(`x${faces}`).every((text) => text.isWellFormed())).toBe(true)
})
