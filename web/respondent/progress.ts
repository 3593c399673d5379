import type { SurveyModel } from 'survey-core'
import type { PageData } from './page-data.ts'

/** Says how far the resident is, by parts of the instrument: their number is known from the start. */
export function showProgress(survey: SurveyModel, { words }: PageData): void {
  const intro = document.getElementById('intro')
  const text = document.querySelector<HTMLElement>('#progress > p')
  const bar = document.querySelector<HTMLProgressElement>('#progress > progress')
  if (!text || !bar || !intro) return
  const show = () => {
    const number = survey.pages.indexOf(survey.currentPage) + 1
    text.textContent = words.part.replace('{number}', String(number)).replace('{total}', String(survey.pages.length))
    bar.max = survey.pages.length
    bar.value = number
    intro.hidden = number > 1
  }
  show()
  // A new part is announced, and the keyboard goes on from its top.
  survey.onCurrentPageChanged.add(() => {
    show()
    text.focus()
    scrollTo({ top: 0 })
  })
}
