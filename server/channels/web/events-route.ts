import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { modes, WireEvent } from '#instruments/engine/events.ts'
import { studyId } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { appendEvents } from '#server/operations/append-events.ts'
import { noSuchStudy, unreadable } from '#server/problems.ts'
import { holderOf, keepInterview } from './cookie.ts'
import { generous } from '#server/rate-limit.ts'

const Envelope = z.object({
  study: z.string().max(100),
  version: z.int().positive().optional(),
  /** What the client believes; the mode of the events comes from its token. */
  mode: z.enum(modes).optional(),
  language: z.string().max(35),
  events: z.array(WireEvent).min(1).max(500),
})

/** Takes the events of one interview: from the web page, and from any program that holds the interview's token. */
export function eventsRoute(app: FastifyInstance, deps: Deps): void {
  const errorHandler = (error: Error & { code?: string }) => {
    throw error.code?.startsWith('FST_ERR_CTP_') && error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? unreadable({ path: '$', reason: 'is not JSON' })
      : error
  }
  const bodyLimit = 1024 * 1024
  app.post<{ Params: { id: string } }>(
    '/api/interviews/:id/events',
    { ...generous, bodyLimit, errorHandler },
    async (request, reply) => {
      const interviewId = readable(z.uuid(), request.params.id, 'interview').toLowerCase()
      const { study, version, language, events } = readable(Envelope, request.body, '$')
      if (!studyId.test(study)) throw noSuchStudy({ study })
      const held = tokenOf(deps, request, study, interviewId)
      const { token, ...told } = await appendEvents(deps, {
        studyId: study,
        interviewId,
        token: held,
        version,
        language,
        events,
        mode: 'web',
        actor: 'respondent',
      })
      if (held || !token) return told
      keepInterview(deps, reply, study, interviewId)
      return { ...told, token }
    },
  )
}

/** A program says its token, a browser keeps it in the cookie of the study. */
function tokenOf(deps: Deps, request: FastifyRequest, study: string, interviewId: string): string | undefined {
  const bearer = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const holder = holderOf(deps, request, study)
  return bearer ?? (holder?.interviewId === interviewId ? holder.token : undefined)
}

/** @throws Problem unreadable, with where it cannot be read as a JSON path */
function readable<T>(schema: z.ZodType<T>, value: unknown, root: string): T {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const { path = [], message = '' } = error.issues[0] ?? {}
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  throw unreadable({ path: root + steps.join(''), reason: message })
}
