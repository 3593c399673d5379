import { expect, test } from 'vitest'
import { languages } from '#instruments/engine/languages/index.ts'
import { wordsIn } from '#server/channels/web/words/index.ts'

/** Every sentence by its path. */
function sentencesOf(node: object, path = ''): [path: string, sentence: string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? sentencesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)]],
  )
}

const english = new Map(sentencesOf(wordsIn('en')))
const blanksOf = (sentence = '') => (sentence.match(/\{\w+\}/g) ?? []).sort()

test.each(Object.keys(languages).filter((code) => code !== 'en'))('the pages speak %s throughout', (code) => {
  const sentences = sentencesOf(wordsIn(code))
  expect(sentences.map(([path]) => path).sort()).toEqual([...english.keys()].sort())
  for (const [path, sentence] of sentences) {
    expect(sentence, path).not.toBe(english.get(path))
    expect(blanksOf(sentence), path).toEqual(blanksOf(english.get(path)))
  }
})
