import { QuestionDropdownModel } from 'survey-core'
import { expect, test } from 'vitest'
import { checkValue } from '#instruments/engine/check-value.ts'
import { apply, notBegun } from '#instruments/engine/interview.ts'
import { modelFor } from '#instruments/engine/model.ts'
import { answersOf, completion, visibleQuestions } from '#instruments/engine/route.ts'
import { consented, interviewWith, inTown } from './bundled.ts'
import { oneOf, seeded, someValue } from './walks.ts'

const walks = 200
const stepsEach = 20

test(`on ${walks} random walks survey-core's own model asks and accepts what the compiled form does`, {
  timeout: 120_000,
}, () => {
  let steps = 0
  for (let seed = 1; seed <= walks; seed++) {
    const random = seeded(seed)
    const model = modelFor(inTown, 'en')
    let interview = notBegun
    for (let step = 0; step < stepsEach; step++) {
      const visible = visibleQuestions(inTown, interview)
      const inModel = model.getAllQuestions().filter(({ isVisible, isParentVisible }) => isVisible && isParentVisible)
      expect(
        inModel.map(({ name }) => name),
        `seed ${seed}`,
      ).toEqual(visible.map(({ name }) => name))

      const unanswered = visible.filter(({ name }) => !(name in interview.given))
      const question = oneOf(random, unanswered.length > 0 && random() < 0.8 ? unanswered.slice(0, 1) : visible)
      const value = someValue(random, inTown, interview, question)
      const verdict = checkValue(inTown, interview, question, value)
      if (verdict.ok) {
        const counterpart = model.getQuestionByName(question.name)
        counterpart.value = verdict.value
        expect(counterpart.validate(true), `${question.name} ${JSON.stringify(value)}`).toBe(true)
        const who = { id: '', at: '', actor: 'respondent', mode: 'web', language: 'en' } as const
        interview = apply(interview, { ...who, type: 'answered', question: question.name, value: verdict.value })
      }
      expect(model.data, `seed ${seed} after ${question.name}`).toEqual(answersOf(inTown, interview))
      if (step % 6 === 0) expect(model.validate(false, false), `seed ${seed}`).toBe(completion(inTown, interview).may)
      steps++
    }
  }
  expect(steps).toBe(walks * stepsEach)
})

test('a model goes on where the interview stands, in its language, with the areas of the wave', () => {
  const interview = interviewWith({ ...consented, contact: false, contact_reason: 'asked', home_zip: '10002' })
  const model = modelFor(inTown, 'es', interview)
  expect(model.data).toEqual(answersOf(inTown, interview))
  expect(model.getQuestionByName('adult').title).toBe('¿Tiene usted 18 años o más?')
  const area = model.getQuestionByName('home_area')
  const offered = area instanceof QuestionDropdownModel ? area.visibleChoices.map(({ value }) => String(value)) : []
  expect(offered).toEqual(['5', '7', '19'])
  model.setValue('contact', true)
  expect(model.getValue('contact_reason')).toBe('asked')
  expect(model.getQuestionByName('race_ethnicity').getPropertyValue('sensitive')).toBe(true)
})

test.each([
  ['en', { adult: false }, /adults who live in the city/],
  ['es', { adult: false }, /adultos que viven en la ciudad/],
  ['es', { ...consented, consent: false }, /No le preguntaremos nada más/],
  ['en', consented, /Your answers have been saved/],
  ['es', consented, /Sus respuestas quedaron guardadas/],
])("in %s after %j the model ends with the study's last words", (language, answers, words) => {
  const model = modelFor(inTown, language, interviewWith(answers))
  model.doComplete()
  expect(model.processedCompletedHtml).toMatch(words)
})
