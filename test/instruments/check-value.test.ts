import { expect, test } from 'vitest'
import { checkValue, reasonText } from '#instruments/engine/check-value.ts'
import { misreadings, type Value } from '#instruments/engine/events.ts'
import { asking } from './asking.ts'
import { consented, interviewWith, inTown } from './bundled.ts'

const five = { type: 'radiogroup', choices: [1, 2, 3, 4, 5] }
const several = { type: 'checkbox', choices: ['a', 'b', 'c', { value: 'none', text: 'None', isExclusive: true }] }

test.each<{ element: Record<string, unknown>; value: Value; verdict: Value }>([
  { element: five, value: 3, verdict: 3 },
  { element: five, value: 99, verdict: '(not-a-choice)' },
  { element: five, value: '3', verdict: '(not-a-choice)' },
  { element: five, value: '', verdict: '(empty)' },
  { element: five, value: [3], verdict: '(not-a-choice)' },
  { element: { type: 'boolean' }, value: false, verdict: false },
  { element: { type: 'boolean' }, value: 'maybe', verdict: '(not-a-choice)' },
  { element: { type: 'boolean' }, value: 1, verdict: '(not-a-choice)' },
  { element: { type: 'rating' }, value: 5, verdict: 5 },
  { element: { type: 'rating' }, value: 9, verdict: '(out-of-range)' },
  { element: { type: 'rating', rateValues: [{ value: 1, text: 'Low' }, 3] }, value: 2, verdict: '(out-of-range)' },
  { element: several, value: ['c', 'a'], verdict: ['a', 'c'] },
  { element: several, value: ['zz'], verdict: '(not-a-choice)' },
  { element: several, value: ['a', 'a'], verdict: '(not-a-choice)' },
  { element: several, value: [], verdict: '(empty)' },
  { element: several, value: 'a', verdict: '(not-a-choice)' },
  { element: several, value: ['none'], verdict: ['none'] },
  { element: several, value: ['a', 'none'], verdict: '(ambiguous)' },
  { element: { ...several, minSelectedChoices: 2 }, value: ['a'], verdict: '(out-of-range)' },
  { element: { ...several, maxSelectedChoices: 1 }, value: ['a', 'b'], verdict: '(out-of-range)' },
  { element: { type: 'text', inputType: 'number', min: 1, max: 9 }, value: 5, verdict: 5 },
  { element: { type: 'text', inputType: 'number', min: 1, max: 9 }, value: 10, verdict: '(out-of-range)' },
  { element: { type: 'text', inputType: 'number' }, value: Number.NaN, verdict: '(not-a-number)' },
  { element: { type: 'text', inputType: 'number' }, value: 'abc', verdict: '(not-a-number)' },
  { element: { type: 'text' }, value: '  two words \u0000', verdict: 'two words' },
  { element: { type: 'text' }, value: ' ', verdict: '(empty)' },
  { element: { type: 'text' }, value: 5, verdict: '(wrong-format)' },
  { element: { type: 'text' }, value: 'x'.repeat(201), verdict: '(too-long)' },
  { element: { type: 'comment', maxLength: 3 }, value: 'four', verdict: '(too-long)' },
  {
    element: { type: 'text', validators: [{ type: 'regex', regex: '^[0-9]+$' }] },
    value: 'a1',
    verdict: '(wrong-format)',
  },
])('$element.type with the value $value is judged $verdict', ({ element, value, verdict }) => {
  const { compiled, question } = asking(element)
  const checked = checkValue(compiled, interviewWith({}), question, value)
  expect(checked.ok ? checked.value : `(${checked.reason})`).toEqual(verdict)
})

test('an area must be on the list, unless a device or a map found it', () => {
  const interview = interviewWith({ ...consented, home_zip: '10002' })
  const area = inTown.question('home_area')!
  expect(checkValue(inTown, interview, area, '1')).toEqual({ ok: false, reason: 'not-a-choice' })
  expect(checkValue(inTown, interview, area, '1', 'device')).toEqual({ ok: true, value: '1' })
  expect(checkValue(inTown, interview, area, '77', 'map')).toEqual({ ok: false, reason: 'not-a-choice' })
})

test('a text that does not fit its pattern is told what the instrument says about it', () => {
  const text = { default: 'Five digits, please.', es: 'Cinco dígitos, por favor.' }
  const { question } = asking({ type: 'text', validators: [{ type: 'regex', regex: '^[0-9]{5}$', text }] })
  expect(reasonText('wrong-format', 'es', question)).toBe(text.es)
  expect(reasonText('too-long', 'en', question)).toContain('too long')
})

test('every reason is a sentence in every language', () => {
  for (const language of ['en', 'es'])
    for (const reason of misreadings) expect(reasonText(reason, language)).toMatch(/[.]$/)
})
