import { QuestionRankingModel, type SurveyModel } from 'survey-core'
import type { PageData } from './page-data.ts'

/**
 * Asks for an order with one list to choose from for each place, the best first, as the plain pages do: dragging is
 * beyond many thumbs, keyboards and screen readers, and an order that is there before anybody chose is no answer.
 */
export function drawRankings(survey: SurveyModel, { words }: Pick<PageData, 'words'>): void {
  const begun = new Set<QuestionRankingModel>()
  survey.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    if (!(question instanceof QuestionRankingModel) || htmlElement.querySelector('.ranks')) return
    htmlElement.append(
      ranksOf(question, words.choose, (isBegun) => (isBegun ? begun.add(question) : begun.delete(question))),
    )
  })
  // A half of an order is neither an answer nor none.
  survey.onValidateQuestion.add((_, options) => {
    const { question } = options
    if (question instanceof QuestionRankingModel && begun.has(question) && question.isEmpty())
      options.error = words.answerNeeded
  })
}

/** @param tell  whether places are filled that make no answer yet */
function ranksOf(question: QuestionRankingModel, choose: string, tell: (isBegun: boolean) => void): HTMLElement {
  const { choices, selectToRankEnabled, maxSelectedChoices } = question
  const isWhole = !selectToRankEnabled
  const places = isWhole || maxSelectedChoices < 1 ? choices.length : Math.min(choices.length, maxSelectedChoices)
  const given: readonly unknown[] = question.isEmpty() ? [] : question.value
  const box = document.createElement('div')
  box.className = 'ranks stack'
  const lists = Array.from({ length: places }, (_, place) => {
    const list = document.createElement('select')
    list.setAttribute('aria-label', `${question.processedTitle} ${place + 1}`)
    list.append(new Option(choose, ''))
    for (const { text } of choices) list.append(new Option(text))
    list.selectedIndex = choices.findIndex(({ value }) => value === given[place]) + 1
    const label = document.createElement('label')
    label.className = 'rank'
    const number = document.createElement('span')
    number.textContent = String(place + 1)
    label.append(number, list)
    box.append(label)
    return list
  })
  box.addEventListener('change', ({ target }) => {
    for (const list of lists) if (list !== target && list.selectedIndex === indexOf(target)) list.selectedIndex = 0
    if (isWhole) fillLast(lists)
    const chosen = lists.map(({ selectedIndex }) => selectedIndex).filter((index) => index > 0)
    const isEnough = chosen.length >= (isWhole ? places : Math.max(1, question.minSelectedChoices))
    question.value = isEnough ? chosen.map((index) => choices[index - 1]?.value) : undefined
    tell(chosen.length > 0 && !isEnough)
  })
  return box
}

function indexOf(target: EventTarget | null): number {
  return target instanceof HTMLSelectElement ? target.selectedIndex : 0
}

/** What is left for the last free place needs no choosing. */
function fillLast(lists: readonly HTMLSelectElement[]): void {
  const free = lists.filter(({ selectedIndex }) => selectedIndex === 0)
  const [last] = free
  if (!last || free.length > 1) return
  const taken = new Set(lists.map(({ selectedIndex }) => selectedIndex))
  last.selectedIndex = lists.findIndex((_, i) => !taken.has(i + 1)) + 1
}
