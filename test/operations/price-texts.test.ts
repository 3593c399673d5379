import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { priceTexts, tooLong } from '#server/operations/price-texts.ts'
import { bundledStudy } from '#test/support/fielding.ts'

const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(bundledStudy, name), 'utf8'))

/** Two questions, and a way past the second. */
const instrument = (title: Record<string, string>) => ({
  elements: [
    { type: 'boolean', name: 'here', isRequired: true, title: { en: 'Do you live here?', es: 'Vive aqui?' } },
    { type: 'rating', name: 'safe', visibleIf: '{here} = true', title, rateMin: 0, rateMax: 10 },
  ],
})
const study = (segmentPrice: object) => ({
  id: 'priced',
  title: { en: 'Priced', es: 'Priced' },
  sponsor: { en: 'The Priced office', es: 'La oficina' },
  purpose: { en: 'We ask.', es: 'Preguntamos.' },
  minutes: 1,
  languages: ['en', 'es'],
  contact: { en: 'Write to us.', es: 'Escriba.' },
  closings: {
    complete: { en: 'Thank you.', es: 'Gracias.' },
    ineligible: { en: 'Thank you.', es: 'Gracias.' },
    declined: { en: 'Thank you.', es: 'Gracias.' },
  },
  layer: 'precinct',
  universe: 'adults_18plus',
  measures: [{ id: 'here', kind: 'share', title: { en: 'Here', es: 'Aqui' }, question: 'here' }],
  weighting: { margins: ['none'] },
  texts: { segmentPrice },
})

test('one foreign character is named with its place, its price and what would be cheaper', () => {
  const long = 'How safe do you feel where you live, on a scale of our own? '.repeat(2)
  const { texts } = priceTexts(instrument({ en: long, es: `${long}á` }), study({ amount: 0.01, currency: 'EUR' }))
  const [english, spanish] = ['en', 'es'].map((code) =>
    texts.find(({ language, question }) => language === code && question === 'safe'),
  )
  expect(english).toMatchObject({ encoding: 'GSM-7', segments: 1, price: 0.01, foreign: [] })
  expect(spanish).toMatchObject({
    encoding: 'UCS-2',
    segments: 3,
    plainSegments: 1,
    price: 0.03,
    foreign: [{ character: 'á', codePoint: 'U+00E1', instead: 'à' }],
  })
  const at = spanish!.foreign[0]!.at
  expect(Array.from(spanish!.text)[at - 1]).toBe('á')
})

test('an interview costs what its texts cost, over all ways through the questions', () => {
  const { interviews, texts, currency } = priceTexts(
    instrument({ en: 'How safe do you feel?', es: 'Que tan seguro se siente?' }),
    study({ amount: 0.02, currency: 'USD' }),
  )
  const english = interviews.find(({ language }) => language === 'en')!
  const segments = (question: string) =>
    texts.find((text) => text.language === 'en' && text.question === question)!.segments
  // Who lives here is asked two questions, the first within the first text; who does not is asked one.
  const [least, most] = [segments('first') + segments('last'), segments('first') + segments('safe') + segments('last')]
  expect(english).toMatchObject({ texts: { least: 2, most: 3 }, segments: { least, most } })
  expect(english.segments.usual).toBeGreaterThan(least)
  expect(english.segments.usual).toBeLessThan(most)
  expect(english.pricePerThousand).toBeCloseTo(1000 * english.segments.usual * 0.02, 0)
  expect(currency).toBe('USD')
})

test('every question of the bundled study is priced in each of its languages, the same each time', () => {
  const [instrumentJson, studyJson] = [read('instrument.json'), read('study.json')]
  const priced = priceTexts(instrumentJson, studyJson)
  const questions = new Set(priced.texts.map(({ question }) => question))
  expect(priced.texts).toHaveLength(12 * questions.size)
  expect(priced.interviews).toHaveLength(12)
  for (const { texts, segments } of priced.interviews) expect(segments.least).toBeGreaterThanOrEqual(texts.least)
  expect(priceTexts(instrumentJson, studyJson)).toEqual(priced)
})

test('the invitation and the longest reminder are priced too, as they leave', () => {
  const { texts } = priceTexts(
    instrument({ en: 'How safe do you feel where you live?', es: 'Que tan seguro se siente?' }),
    study({ amount: 0.01, currency: 'USD' }),
  )
  const english = (question: string) => texts.find((text) => text.language === 'en' && text.question === question)!
  expect(english('invitation').text).toMatch(/^Hello from The Priced office\. We ask\..*STOP/)
  expect(english('reminder').text).toMatch(/you began our survey[^]*How safe do you feel where you live\?/)
  expect(english('reminder').price).toBeCloseTo(0.01 * english('reminder').segments)
})

test('a text that no carrier takes is an error that says which, in which language, and the way out', () => {
  const title = { en: 'How safe do you feel where you live? '.repeat(44), es: 'Que tan seguro se siente?' }
  const long = tooLong(priceTexts(instrument(title), study({ amount: 0.01, currency: 'USD' })))
  expect(long.map(({ question, language, severity }) => ({ question, language, severity }))).toEqual([
    { question: 'reminder', language: 'en', severity: 'error' },
    { question: 'safe', language: 'en', severity: 'error' },
  ])
  expect(long.at(-1)?.reason).toMatch(/has 16\d\d characters, and a text has 1600 at most: shorten it/)
  const purpose = { ...study({ amount: 0.01, currency: 'USD' }), purpose: { en: 'We ask. '.repeat(200), es: 'Ya.' } }
  expect(tooLong(priceTexts(instrument({ en: 'Safe?', es: 'Seguro?' }), purpose))).toContainEqual(
    expect.objectContaining({ file: 'study.json', path: 'purpose', language: 'en', mode: 'sms' }),
  )
})
