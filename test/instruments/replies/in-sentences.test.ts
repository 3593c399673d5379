import { expect, test } from 'vitest'
import { readReply } from '#instruments/engine/replies/index.ts'
import { interviewWith } from '../bundled.ts'
import { asking } from '../asking.ts'

const rating = {
  type: 'rating',
  rateMin: 0,
  rateMax: 10,
  minRateDescription: 'Not safe',
  maxRateDescription: 'Very safe',
}
const years = { type: 'text', inputType: 'number', title: 'How many years have you lived here?', min: 0 }
const children = { type: 'text', inputType: 'number', title: 'How many children live with you?', min: 0 }
const home = { type: 'text', inputType: 'number', title: 'How many people live in your home?', min: 0 }
const boolean = { type: 'boolean', title: 'Have you called 311?' }
const services = { type: 'checkbox', choices: ['Parks', 'Libraries', 'Buses', 'Schools'] }
const lacking = { type: 'checkbox', title: 'What does your area lack?', choices: ['Parks', 'Libraries'] }
const wants = { type: 'checkbox', title: 'What is wrong?', choices: ['Lack of heat', 'Mold', 'Leaks'] }
const ranking = { type: 'ranking', choices: ['Housing', 'Schools', 'Parks'] }
const agree = { type: 'radiogroup', choices: ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree'] }
const safety = { type: 'radiogroup', choices: ['Very safe', 'Somewhat safe', 'Somewhat unsafe', 'Very unsafe'] }
const often = { type: 'radiogroup', choices: ['Always', 'Sometimes', 'Hardly ever', 'Never'] }
const problem = { type: 'radiogroup', choices: ['Noise', 'Drug dealing', 'Robbery and theft'] }

test.each([
  [rating, '8 because they help my kids', 8],
  [rating, 'a 9. My branch has been there 40 years', 9],
  [rating, '7, not 8', 7],
  [rating, '8, or 9', '(ambiguous)'],
  [rating, '8, maybe 9', '(ambiguous)'],
  [rating, 'somewhere between 6 and 7', '(ambiguous)'],
  [rating, '3, oh no, 4', 4],
  [rating, 'call me at 718-555-0143', '(not-a-number)'],
  [years, "I have 3 kids and we've been here 8 years", 8],
  [years, '5 years, in 2 apartments', 5],
  [children, '2 boys', 2],
  [children, '2 girls and a boy', '(ambiguous)'],
  [children, 'no kids', 0],
  [children, 'just me', '(not-a-number)'],
  [home, 'just me', 1],
  [boolean, 'No, I called 911 once but not 311', false],
  [boolean, 'yes, 2 times', true],
  [boolean, 'yes i did 2 times', true],
  [boolean, 'no, well yes', '(ambiguous)'],
  [boolean, 'yes, but no', '(ambiguous)'],
  [boolean, 'no 1', '(ambiguous)'],
  [services, 'parks and libraries, definitely no buses', ['Parks', 'Libraries']],
  [services, 'we go to the library all the time', ['Libraries']],
  [services, 'no libraries', '(not-a-choice)'],
  [services, 'not libraries, parks', '(not-a-choice)'],
  [services, 'parks and pools', '(not-a-choice)'],
  [services, 'all four', ['Parks', 'Libraries', 'Buses', 'Schools']],
  [lacking, 'no parks', '(not-a-choice)'],
  [wants, 'no heat and there are leaks', ['Lack of heat', 'Leaks']],
  [ranking, 'schools first, then housing, parks last', ['Schools', 'Housing', 'Parks']],
  [ranking, 'parks last, schools first, housing second', ['Schools', 'Housing', 'Parks']],
  [ranking, 'parks first, schools first, housing', '(ambiguous)'],
  [agree, 'totally agree', 'Strongly agree'],
  [agree, 'I agree', 'Agree'],
  [agree, "I don't agree", 'Disagree'],
  [agree, 'no', '(ambiguous)'],
  [safety, 'not safe at all', 'Very unsafe'],
  [safety, 'not safe', '(not-a-choice)'],
  [often, 'almost never', 'Hardly ever'],
  [often, 'never', 'Never'],
  [problem, 'not noise', '(not-a-choice)'],
  [problem, 'not noise but drugs', 'Drug dealing'],
  [problem, 'the noise is not bad', '(not-a-choice)'],
  [problem, 'drugs, no, noise', '(ambiguous)'],
  [problem, 'noise, 3 bars on my block', 'Noise'],
  [problem, 'it used to be noise', '(not-a-choice)'],
])('%j: "%s" is read as %j', (element, text, value) => {
  const { compiled, question } = asking(element)
  const reading = readReply(compiled, interviewWith({}), question, text, 'en')
  expect(reading.understood ? reading.value : `(${reading.command ?? reading.reason})`).toEqual(value)
})

test.each([
  ['fr', "Pas du tout d'accord|Pas d'accord|D'accord", 'pas du tout', "Pas du tout d'accord"],
  ['pl', 'Zdecydowanie nie ufam|Raczej nie ufam|Raczej ufam', 'nie raczej ufam', '(not-a-choice)'],
  ['pl', 'Parki|Szkoły|Domy', 'a', 'Parki'],
  ['ru', 'Парков|Врачей|Парковок', 'парковки', 'Парковок'],
  ['ko', '동의함|동의하지 않음|전혀 동의하지 않음', '동의 안 해요', '동의하지 않음'],
  ['ar', 'راضٍ|غير راضٍ|غير راضٍ إطلاقاً', 'انا غير راضية', 'غير راضٍ'],
  ['zh-hans', '非常满意|满意|不满意|非常不满意', '一点都不满意', '非常不满意'],
])('in %s, of %s, "%s" is %s', (language, choices, text, value) => {
  const { compiled, question } = asking({ type: 'radiogroup', choices: choices.split('|') })
  const reading = readReply(compiled, interviewWith({}), question, text, language)
  expect(reading.understood ? reading.value : `(${reading.command ?? reading.reason})`).toBe(value)
})
