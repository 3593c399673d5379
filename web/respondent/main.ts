import './survey.css'
import { CustomError, type SurveyModel } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
import type { Geography } from '#instruments/engine/geography.ts'
import { elementOf } from '#instruments/engine/parts.ts'
import { offerWaysToFindArea } from './area-finder.ts'
import { surveyOf } from './draw-survey.ts'
import { openOutbox, type OutboxState, type Receipt } from './outbox.ts'
import type { InstrumentData, PageData } from './page-data.ts'
import { showProgress } from './progress.ts'
import { recordSurvey } from './recorder.ts'
import { loadSurveyWords } from './survey-languages.ts'

const element = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found
}

// Written by the server into the same page (survey-routes.ts), so it has the form that PageData says.
const page: PageData = JSON.parse(element('page').textContent)
Promise.all([instrument(page.instrumentUrl), loadSurveyWords(page.language)]).then(
  ([data]) => start(page, surveyOf(page, data), data.geography),
  () => {
    element('progress').hidden = true
    element('survey').textContent = page.words.loadFailed
  },
)

async function instrument(url: string): Promise<InstrumentData> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The instrument could not be fetched: ${response.status}`)
  return response.json() // by the same server, of the same type
}

function start(page: PageData, survey: SurveyModel, geography: Geography): void {
  const { words, studyId, interviewId, language } = page
  const home = `/s/${studyId}?lang=${language}`
  const key = `canvass ${studyId} ${interviewId}`
  const status = element('status')
  const tell = (state: OutboxState | 'problem', text: string) => {
    status.dataset['state'] = state
    status.textContent = text
  }
  let isFinishing = false

  const leftOver = sessionStorage.getItem(key) !== null
  const outbox = openOutbox({
    url: `/api/interviews/${interviewId}/events`,
    envelope: { study: studyId, version: page.version, language },
    key,
    tell(state) {
      if (state === 'refused') tell('problem', words.elsewhere)
      else tell(state, isFinishing && state === 'saving' ? words.sending : words[state])
    },
    receive(sent, receipt) {
      for (const { id, verdict, reason } of receipt.events) {
        const event = sent.find((event) => event.id === id)
        if (verdict === 'rejected' && reason && event && replies.has(event.type)) showRejected(event.question, reason)
      }
    },
  })

  function showRejected(name: string | undefined, reason: string): void {
    if (reason === 'study-closed') return tell('problem', words.notTaken)
    if (['version', 'token', 'interview-closed'].includes(reason)) return tell('problem', words.elsewhere)
    const question = name === undefined ? null : survey.getQuestionByName(elementOf(name))
    const told = (words.reasons as Readonly<Record<string, string>>)[reason] ?? words.answerNeeded
    question?.addError(new CustomError(told, survey))
    tell('problem', words.notSaved)
  }

  // What an earlier page of this tab could not send is sent first; the page then begins again with it.
  if (leftOver) void outbox.settled().then(() => location.replace(home))

  const recorder = recordSurvey(survey, page, outbox)
  survey.onCompleting.add((_, options) => {
    options.allow = false
    if (!isFinishing) void finish()
  })

  async function finish(): Promise<void> {
    isFinishing = true
    survey.readOnly = true
    recorder.finish()
    const receipt = await outbox.settled()
    if (isOver(receipt)) return location.replace(home)
    isFinishing = false
    survey.readOnly = false
    const missing = receipt.next === null ? null : survey.getQuestionByName(elementOf(receipt.next))
    if (missing) {
      survey.focusQuestion(missing.name)
      missing.addError(new CustomError(words.answerNeeded, survey))
    }
  }

  addEventListener('pagehide', () => {
    recorder.commit()
    outbox.sendOnLeaving()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') recorder.commit()
  })
  // Before the cookie goes: what comes after it belongs to nobody.
  document.querySelector('[data-leave]')?.addEventListener('click', () => {
    recorder.commit()
    outbox.sendOnLeaving()
    sessionStorage.removeItem(key)
  })

  showProgress(survey, page)
  offerWaysToFindArea(survey, page, geography, recorder)
  renderSurvey(survey, element('survey'))
}

/** What a resident said, as against what the page notes by itself. */
const replies = new Set(['answered', 'skipped', 'completed'])

function isOver({ status }: Receipt): boolean {
  return status === 'complete' || status === 'ineligible' || status === 'declined' || status === 'opted-out'
}
