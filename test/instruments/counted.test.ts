import { expect, test } from 'vitest'
import { countedIn } from '#instruments/engine/counted.ts'

test.each([
  { answer: 3, number: 3 },
  { answer: '2', number: 2 },
  { answer: '4 or more', number: 4 },
  { answer: '4+', number: 4 },
  { answer: 'alone', number: 1 },
  { answer: 'no_answer', number: undefined },
  { answer: ['2', '3'], number: undefined },
  { answer: undefined, number: undefined },
])('$answer tells $number', ({ answer, number }) => {
  const told = answer === undefined ? {} : { adults: answer }
  expect(countedIn({ question: 'adults', values: { alone: 1 } }, told)).toBe(number)
})
