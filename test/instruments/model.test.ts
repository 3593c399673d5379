import { QuestionDropdownModel, QuestionMatrixModel, QuestionMultipleTextModel, type SurveyModel } from 'survey-core'
import { expect, test } from 'vitest'
import { checkValue } from '#instruments/engine/check-value.ts'
import type { Value } from '#instruments/engine/events.ts'
import { apply, notBegun } from '#instruments/engine/interview.ts'
import { modelFor } from '#instruments/engine/model.ts'
import { together } from '#instruments/engine/parts.ts'
import { answersOf, completion, visibleQuestions } from '#instruments/engine/route.ts'
import { consented, interviewWith, inTown } from './bundled.ts'
import { oneOf, seeded, someValue } from './walks.ts'
import { workshop } from './workshop.ts'

const walks = 200
const stepsEach = 20

test.each([
  { name: 'bundled study', compiled: inTown },
  { name: 'workshop, with its grids', compiled: workshop },
])(
  `on ${walks} random walks through the $name survey-core's own model asks and accepts what the compiled form does`,
  {
    timeout: 120_000,
  },
  ({ compiled }) => {
    let steps = 0
    for (let seed = 1; seed <= walks; seed++) {
      const random = seeded(seed)
      const model = modelFor(compiled, 'en')
      let interview = notBegun
      for (let step = 0; step < stepsEach; step++) {
        const visible = visibleQuestions(compiled, interview)
        expect(shownIn(model), `seed ${seed}`).toEqual(visible.map(({ name }) => name))

        const unanswered = visible.filter(({ name }) => !(name in interview.given))
        const question = oneOf(random, unanswered.length > 0 && random() < 0.8 ? unanswered.slice(0, 1) : visible)
        const value = someValue(random, compiled, interview, question)
        const verdict = checkValue(compiled, interview, question, value)
        if (verdict.ok) {
          expect(answered(model, question.name, verdict.value), `${question.name} ${JSON.stringify(value)}`).toBe(true)
          const who = { id: '', at: '', actor: 'respondent', mode: 'web', language: 'en' } as const
          interview = apply(interview, { ...who, type: 'answered', question: question.name, value: verdict.value })
        }
        expect(model.data, `seed ${seed} after ${question.name}`).toEqual(together(answersOf(compiled, interview)))
        if (step % 6 === 0)
          expect(model.validate(false, false), `seed ${seed}`).toBe(completion(compiled, interview).may)
        steps++
      }
    }
    expect(steps).toBe(walks * stepsEach)
  },
)

/** The questions that a model shows, the rows and fields of one each by itself. */
function shownIn(model: SurveyModel): string[] {
  return model
    .getAllQuestions()
    .filter(({ isVisible, isParentVisible, hasInput }) => isVisible && isParentVisible && hasInput)
    .flatMap((question) => {
      if (question instanceof QuestionMatrixModel)
        return question.visibleRows.map(({ name }) => `${question.name}.${name}`)
      if (question instanceof QuestionMultipleTextModel)
        return question.items.map(({ name }) => `${question.name}.${name}`)
      return [question.name]
    })
}

/** Answers in a model as somebody on the web would, and tells whether it takes the answer. */
function answered(model: SurveyModel, name: string, value: Value): boolean {
  const [of = name, part] = name.split('.')
  const question = model.getQuestionByName(of)
  if (part === undefined) {
    question.value = value
    return question.validate(true)
  }
  question.value = { ...question.value, [part]: value }
  // What the other parts still lack is no fault of this one.
  if (!(question instanceof QuestionMultipleTextModel)) return question.value[part] === value
  const editor = question.getItemByName(part)?.editor
  return editor?.validate(true) ?? false
}

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
