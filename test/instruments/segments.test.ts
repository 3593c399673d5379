import { expect, test } from 'vitest'
import { segmentsOf } from '#instruments/engine/segments.ts'

test.each([
  { what: 'an empty text', text: '', encoding: 'GSM-7', segments: 1, left: 160 },
  { what: '160 plain letters', text: 'a'.repeat(160), encoding: 'GSM-7', segments: 1, left: 0 },
  { what: '161 plain letters', text: 'a'.repeat(161), encoding: 'GSM-7', segments: 2, left: 145 },
  { what: '306 plain letters', text: 'a'.repeat(306), encoding: 'GSM-7', segments: 2, left: 0 },
  { what: '307 plain letters', text: 'a'.repeat(307), encoding: 'GSM-7', segments: 3, left: 152 },
  { what: '80 euro signs', text: '€'.repeat(80), encoding: 'GSM-7', segments: 1, left: 0 },
  {
    what: 'an euro sign at the end of a part',
    text: `${'a'.repeat(152)}€${'a'.repeat(10)}`,
    encoding: 'GSM-7',
    segments: 2,
    left: 141,
  },
  {
    what: 'Spanish within GSM-7',
    text: '¿Más o menos? ¡Sí!'.replace('á', 'a').replace('í', 'i'),
    encoding: 'GSM-7',
    segments: 1,
    left: 142,
  },
  { what: '70 Cyrillic letters', text: 'ж'.repeat(70), encoding: 'UCS-2', segments: 1, left: 0 },
  { what: '71 Cyrillic letters', text: 'ж'.repeat(71), encoding: 'UCS-2', segments: 2, left: 63 },
  { what: '153 letters and a curly quote', text: `’${'a'.repeat(152)}`, encoding: 'UCS-2', segments: 3, left: 48 },
  { what: '35 emoji', text: '👍'.repeat(35), encoding: 'UCS-2', segments: 1, left: 0 },
  {
    what: 'an emoji at the end of a part',
    text: `${'ж'.repeat(66)}👍${'ж'.repeat(10)}`,
    encoding: 'UCS-2',
    segments: 2,
    left: 55,
  },
])('$what: $segments of $encoding, $left left', ({ text, encoding, segments, left }) => {
  expect(segmentsOf(text)).toMatchObject({ encoding, segments, left })
})

test('the characters that cost are named, each once', () => {
  expect(segmentsOf('“Sí”, dijo “ella”').foreign).toEqual(['“', 'í', '”'])
})
