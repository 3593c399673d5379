import { type Question, SvgRegistry, settings, type SurveyModel } from 'survey-core'
import { prepare } from '#instruments/engine/compile.ts'
import { modelFor } from '#instruments/engine/model.ts'
import { elementOf } from '#instruments/engine/parts.ts'
import { drawRankings } from './draw-rankings.ts'
import type { InstrumentData, PageData } from './page-data.ts'
import { withPlainTypes } from './plain-types.ts'

/** The survey of a page, with everything answered so far in it, standing where the resident left off. */
export function surveyOf(page: PageData, { instrument, study, geography }: InstrumentData): SurveyModel {
  const { interview, language, words, location } = page
  settings.animationEnabled = false
  SvgRegistry.icons = {} // we show none, and their inline styles would need a weaker content security policy
  const survey = modelFor(withPlainTypes(prepare(instrument, study, geography), language), language, interview)
  survey.showTitle = false
  survey.showQuestionNumbers = false
  survey.showCompletedPage = false
  survey.widthMode = 'responsive'
  survey.textUpdateMode = 'onTyping'
  survey.requiredMark = ''
  survey.pageNextText = words.next
  survey.pagePrevText = words.back
  for (const question of survey.getAllQuestions()) {
    question.requiredErrorText = words.answerNeeded
    if (question.getType() === 'dropdown') question.placeholder = words.choose
    if (question.name === location?.zip) question.autocomplete = 'postal-code'
  }
  resume(survey, page)
  arrangeButtons(survey, words)
  nameSelects(survey)
  drawRankings(survey, page)
  return survey
}

/** Where the resident left off: at the first question not yet dealt with, or at the end. */
function resume(survey: SurveyModel, { interview, next, location }: PageData): void {
  const area = location && survey.getQuestionByName(location.area)
  const given = location && interview.given[location.area]
  if (area && given?.kind === 'answered' && given.found !== 'list') offerEveryArea(area)
  const stopped = next === null ? survey.visiblePages.at(-1) : survey.getQuestionByName(elementOf(next))?.page
  if (stopped?.isVisible) survey.currentPage = stopped
}

/** An area that a device or a map found need not be on the list that the ZIP leaves. */
export function offerEveryArea(question: Question): void {
  question.choicesVisibleIf = ''
}

/** While later pages wait for an answer, survey-core takes this page for the last: only the real last one finishes. */
function arrangeButtons(survey: SurveyModel, words: PageData['words']): void {
  const name = () => {
    survey.completeText = survey.currentPage === survey.pages.at(-1) ? words.finish : words.next
  }
  name()
  survey.onCurrentPageChanged.add(name)
  // The way on comes first, as on the plain pages.
  const { navigationBar } = survey
  const isBack = ({ id }: { id: string }) => id === 'sv-nav-prev'
  navigationBar.setItems(
    [...navigationBar.actions.filter((action) => !isBack(action)), ...navigationBar.actions.filter(isBack)],
    false,
  )
}

/** survey-js-ui leaves a browser's own list without a name for screen readers. */
function nameSelects(survey: SurveyModel): void {
  survey.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    htmlElement.querySelector('select')?.setAttribute('aria-labelledby', question.ariaTitleId)
  })
}
