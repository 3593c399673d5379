import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { reasonText } from '#instruments/engine/check-value.ts'
import { type Misreading, misreadings } from '#instruments/engine/events.ts'
import { line } from '#instruments/engine/languages/index.ts'
import type { Question } from '#instruments/engine/question.ts'
import { nextQuestion, previousQuestion, visibleQuestions } from '#instruments/engine/route.ts'
import type { Deps } from '#server/deps.ts'
import { type Appended, appendEvents } from '#server/operations/append-events.ts'
import { completionAt, eventsOf, type Reply, valueOf } from './answering.ts'
import { keepInterview } from './cookie.ts'
import { endPage, noticePage } from './notice-page.ts'
import { generous } from '#server/rate-limit.ts'
import { questionPage } from './question-page.ts'
import { studyPath } from './study-path.ts'
import { type Visit, visitOf } from './visit.ts'
import { wordsIn } from './words/index.ts'

type StudyRoute = { Params: { study: string }; Querystring: { question?: unknown; cookies?: unknown } }

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())])

/** Whatever else a form holds, or however it was bent, it is read as a reply to no question: the page comes again. */
const Form = z.object({
  question: z.string().catch(''),
  action: z.enum(['next', 'back', 'skip', 'refuse']).catch('next'),
  answer: texts
    .catch([])
    .transform((typed) => typed.slice(0, 200).map((text) => text.slice(0, 10_000).replaceAll('\0', '').toWellFormed())),
})

/** The interview as plain HTML forms: one question a page, no script, the same engine. */
export function plainRoutes(app: FastifyInstance, deps: Deps): void {
  app.get<StudyRoute>(`${studyPath}/plain`, generous, async (request, reply) => {
    const visit = await visitOf(deps, request, request.params.study)
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    if (visit.state !== 'open')
      return reply.code(visit.state === 'closed' ? 410 : 200).send(endPage(visit, pathOf(visit)))
    keepInterview(deps, reply, visit.studyId, visit.interviewId)
    if (request.query.cookies === 'wanted' && !visit.isKnown) return reply.send(noticePage(frameOf(visit), 'noCookies'))
    return reply.send(questionPage(visit, shownQuestion(visit, request.query.question)))
  })

  app.post<StudyRoute>(`${studyPath}/plain`, generous, async (request, reply) => {
    const visit = await visitOf(deps, request, request.params.study)
    if (!visit.isKnown) {
      keepInterview(deps, reply, visit.studyId, visit.interviewId)
      return reply.redirect(`${pathOf(visit)}?lang=${visit.language}&cookies=wanted`, 303)
    }
    const {
      question: name,
      action,
      answer,
    } = Form.catch({ question: '', action: 'next', answer: [] }).parse(request.body)
    const question = visibleQuestions(visit.compiled, visit.interview).find((visible) => visible.name === name)
    if (visit.state !== 'open' || !question) return toNext(reply, visit)
    if (action === 'back') return goBack(deps, reply, visit, question)

    const typed = answer.filter((text) => text.trim() !== '')
    if (action === 'next' && typed.length === 0) return again(reply, visit, question, [], nothingSaid(visit, question))
    const said: Reply =
      action === 'next' ? { kind: 'answered', value: valueOf(question, typed) } : { kind: kinds[action] }
    const appended = await append(deps, visit, eventsOf(visit, question.name, said, deps.now()))
    const { verdict, reason } = appended.events.at(-1) ?? {}
    if (verdict === 'rejected' && reason) {
      const error = errorText(reason, visit.language, question)
      return error ? again(reply, visit, question, typed, error) : toNext(reply, visit)
    }
    if (appended.next === null && appended.status === 'in-progress')
      await append(deps, visit, [completionAt(deps.now())])
    return toNext(reply, visit)
  })
}

const kinds = { skip: 'skipped', refuse: 'refused' } as const

const pathOf = ({ studyId }: Visit) => `/s/${studyId}/plain`

const frameOf = (visit: Visit) => ({
  study: visit.compiled.study,
  language: visit.language,
  invented: visit.wave.invented,
  path: pathOf(visit),
  holds: false,
})

/** The question gone back to while it is asked; else the next one; else the last, whose reply ends the interview. */
function shownQuestion({ compiled, interview }: Visit, wanted: unknown): Question {
  const question =
    visibleQuestions(compiled, interview).find(({ name }) => name === wanted) ??
    nextQuestion(compiled, interview) ??
    previousQuestion(compiled, interview, null)
  if (!question) throw new Error(`Study ${compiled.study.id} asks nothing`)
  return question
}

async function append(
  deps: Deps,
  visit: Visit,
  events: Parameters<typeof appendEvents>[1]['events'],
): Promise<Appended> {
  const { studyId, interviewId, token, language } = visit
  return appendEvents(deps, { studyId, interviewId, token, language, events, mode: 'web', actor: 'respondent' })
}

function nothingSaid({ language }: Visit, { required }: Question): string {
  return required ? line(language, 'needed') : wordsIn(language).answerFirst
}

/** What a resident reads about a reply that was not taken; nothing where the page itself tells it better. */
function errorText(reason: string, language: string, question: Question): string | undefined {
  if (reason === 'answer-required') return line(language, 'needed')
  const misreading = misreadings.find((known): known is Misreading => known === reason)
  return misreading && reasonText(misreading, language, question)
}

function again(
  reply: FastifyReply,
  visit: Visit,
  question: Question,
  typed: readonly string[],
  error: string,
): FastifyReply {
  return reply
    .code(422)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(questionPage(visit, question, { typed, error }))
}

/** Every accepted form ends in a redirect, so that reloading a page sends nothing twice. */
function toNext(reply: FastifyReply, visit: Visit): FastifyReply {
  return reply.redirect(`${pathOf(visit)}?lang=${visit.language}`, 303)
}

async function goBack(deps: Deps, reply: FastifyReply, visit: Visit, from: Question): Promise<FastifyReply> {
  const before = previousQuestion(visit.compiled, visit.interview, from.name)
  if (!before) return toNext(reply, visit)
  await append(deps, visit, [
    { id: crypto.randomUUID(), type: 'went-back', question: before.name, at: deps.now().toISOString() },
  ])
  return reply.redirect(`${pathOf(visit)}?lang=${visit.language}&question=${before.name}`, 303)
}
