import type { FastifyInstance } from 'fastify'
import { languageOf } from '#instruments/engine/languages/index.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import { nextQuestion } from '#instruments/engine/route.ts'
import type { Deps } from '#server/deps.ts'
import { currentWave, findByLink } from '#server/operations/read-interview.ts'
import { noOpenWave, noSuchLink } from '#server/problems.ts'
import type { WebBundle } from '#server/web-bundle.ts'
import type { PageData } from '#web/respondent/page-data.ts'
import { forgetInterview, keepInterview } from './cookie.ts'
import { languageFor } from './language.ts'
import { endPage, noticePage } from './notice-page.ts'
import { generous } from '#server/rate-limit.ts'
import { renderPage } from './render.ts'
import { studyPath } from './study-path.ts'
import { type Visit, visitOf } from './visit.ts'
import { wordsIn } from './words/index.ts'

type StudyRoute = { Params: { study: string } }

/** The interview as survey-js-ui draws it, and the personal links that lead to it. */
export function surveyRoutes(app: FastifyInstance, deps: Deps, bundle: WebBundle | undefined): void {
  app.get<StudyRoute>(studyPath, generous, async (request, reply) => {
    const visit = await visitOf(deps, request, request.params.study)
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    if (visit.state !== 'open')
      return reply.code(visit.state === 'closed' ? 410 : 200).send(endPage(visit, pathOf(visit)))
    keepInterview(deps, reply, visit.studyId, visit.interviewId)
    return reply.send(surveyPage(visit, bundle))
  })

  // On to the study's own address: the link, which is a key, then stands in no history of a next page.
  app.get<{ Params: { token: string } }>('/i/:token', generous, async (request, reply) => {
    const found = await findByLink(deps, request.params.token)
    if (!found) throw noSuchLink({})
    if (found.isOver) throw noOpenWave({ study: found.studyId })
    keepInterview(deps, reply, found.studyId, found.interviewId)
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    return reply.redirect(`/s/${found.studyId}${found.language ? `?lang=${found.language}` : ''}`, 303)
  })

  app.post<StudyRoute>(`${studyPath}/leave`, generous, async (request, reply) => {
    const { study } = request.params
    const { compiled } = await currentWave(deps, study)
    forgetInterview(deps, reply, study)
    const language = languageFor(request, compiled.study.languages, { language: null })
    return reply.redirect(`/s/${study}/left?lang=${language}`, 303)
  })

  app.get<StudyRoute>(`${studyPath}/left`, generous, async (request, reply) => {
    const { compiled, wave } = await currentWave(deps, request.params.study)
    const language = languageFor(request, compiled.study.languages, { language: null })
    const path = `/s/${compiled.study.id}/left`
    const frame = { study: compiled.study, language, invented: wave.invented, path, holds: false }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(noticePage(frame, 'left'))
  })
}

const pathOf = ({ studyId }: Visit) => `/s/${studyId}`

function surveyPage(visit: Visit, bundle: WebBundle | undefined): string {
  const { compiled, language, wave, studyId } = visit
  const entry = bundle?.entry('respondent')
  const page = pageData(visit)
  return renderPage(
    'survey',
    { study: compiled.study, language, invented: wave.invented, path: pathOf(visit), holds: true },
    {
      heading: inLanguage(compiled.study.title, language),
      // Who comes back, or switches languages, is past it: it would only flash.
      hasBegun: Object.keys(visit.interview.given).length > 0,
      plain: `/s/${studyId}/plain?lang=${language}`,
      script: entry?.script,
      styles: entry?.styles,
      preload: entry && page.instrumentUrl,
      pageJson: JSON.stringify(page).replaceAll('<', '\\u003c'),
    },
  )
}

function pageData({ compiled, interview, interviewId, language, studyId, wave }: Visit): PageData {
  const words = wordsIn(language)
  const { next, back, finish, choose, live } = words
  const { needed, reasons } = languageOf(language).lines
  return {
    studyId,
    interviewId,
    version: wave.version,
    language,
    interview,
    next: nextQuestion(compiled, interview)?.name ?? null,
    location: compiled.study.location ?? null,
    instrumentUrl: `/s/${studyId}/instrument.json?wave=${wave.id}&lang=${language}`,
    areasUrl: `/s/${studyId}/areas.json?wave=${wave.id}`,
    words: { ...live, next, back, finish, choose, answerNeeded: needed, reasons },
  }
}
