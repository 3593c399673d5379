import { choicesOf } from '#instruments/engine/choices.ts'
import { inLanguage, type Question, titleOf } from '#instruments/engine/question.ts'
import { previousQuestion, visibleQuestions } from '#instruments/engine/route.ts'
import { renderPage } from './render.ts'
import type { Visit } from './visit.ts'
import { filled, wordsIn } from './words/index.ts'

/** More choices than this are a list to open rather than buttons to read. */
const mostButtons = 12

/** One question as a form: with what was typed and why it was not taken, or with what was answered before. */
export function questionPage(
  visit: Visit,
  question: Question,
  wrong?: { typed: readonly string[]; error: string },
): string {
  const { compiled, interview, language, studyId, wave } = visit
  const words = wordsIn(language)
  const number = visibleQuestions(compiled, interview).indexOf(question) + 1
  // What the answers to come will leave out is not known yet.
  const total = number + compiled.questions.length - compiled.questions.indexOf(question) - 1
  const typed = wrong?.typed ?? answered(visit, question)
  const path = `/s/${studyId}/plain`
  return renderPage(
    'question',
    { study: compiled.study, language, invented: wave.invented, path, holds: true },
    {
      heading: titleOf(question, language),
      action: `${path}?lang=${language}`,
      intro: number === 1,
      question: {
        name: question.name,
        of: inLanguage(question.part?.title, language),
        title: question.part ? inLanguage(question.part.label, language) : titleOf(question, language),
        description: inLanguage(question.description, language),
        required: question.required,
        ...fieldOf(visit, question, typed),
      },
      error: wrong?.error,
      typed: typed[0] ?? '',
      back: previousQuestion(compiled, interview, question.name) !== undefined,
      progress: { text: filled(words.question, { number, total }), number, total },
    },
  )
}

function answered({ interview }: Visit, { name }: Question): string[] {
  const given = interview.given[name]
  if (given?.kind !== 'answered') return []
  return typeof given.value === 'object' ? given.value.map(String) : [String(given.value)]
}

/** How the question is shown: buttons, a list, a long text, or one line. */
function fieldOf(visit: Visit, question: Question, typed: readonly string[]) {
  const { compiled, interview, language } = visit
  switch (question.kind) {
    case 'single':
    case 'boolean':
    case 'rating':
    case 'multiple': {
      const options = choicesOf(compiled, interview, question, language).map(({ code, label }) => ({
        value: String(code),
        label,
        chosen: typed.includes(String(code)),
      }))
      const isSeveral = question.kind === 'multiple'
      if (!isSeveral && options.length > mostButtons) return { list: options }
      return { options, input: isSeveral ? 'checkbox' : 'radio', ...scaleOf(question, language) }
    }
    case 'comment':
      return { isLong: true, longest: question.longest }
    case 'ranking':
      return { ranks: ranksOf(visit, question, typed) }
    case 'date':
      return { isDate: true, min: question.min, max: question.max }
    case 'number':
      return { isNumeric: true, longest: 20, autocomplete: 'off' }
    case 'text': {
      const isZip = question.name === compiled.study.location?.zip
      return { longest: question.longest, isNumeric: isZip, autocomplete: isZip ? 'postal-code' : 'off' }
    }
  }
}

/** One list to choose from for each place of an order, the best first. */
function ranksOf(
  { compiled, interview, language }: Visit,
  question: Question & { kind: 'ranking' },
  typed: readonly string[],
) {
  const choices = choicesOf(compiled, interview, question, language)
  return Array.from({ length: question.atMost }, (_, place) => ({
    number: place + 1,
    options: choices.map(({ code, label }) => ({ value: String(code), label, chosen: typed[place] === String(code) })),
  }))
}

function scaleOf(question: Question, language: string) {
  if (question.kind !== 'rating' || !(question.lowest || question.highest)) return {}
  const ends = { lowest: inLanguage(question.lowest, language), highest: inLanguage(question.highest, language) }
  return { isScale: true, ends }
}
