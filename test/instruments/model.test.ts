import { expect, test } from 'vitest'
import { checkValue } from '#instruments/engine/check-value.ts'
import { apply, notBegun } from '#instruments/engine/interview.ts'
import { modelFor } from '#instruments/engine/model.ts'
import { answersOf, completion, visibleQuestions } from '#instruments/engine/route.ts'
import { inTown } from './bundled.ts'
import { oneOf, seeded, someValue } from './walks.ts'

const walks = 250

test(`on ${walks} random walks survey-core's own model asks and accepts what the compiled form does`, () => {
  let steps = 0
  for (let seed = 1; seed <= walks; seed++) {
    const random = seeded(seed)
    const model = modelFor(inTown, 'en')
    let interview = notBegun
    for (let step = 0; step < 30; step++) {
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
      expect(model.validate(false, false), `seed ${seed}`).toBe(completion(inTown, interview).may)
      steps++
    }
  }
  expect(steps).toBe(walks * 30)
})
