import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorPage } from './error-page.ts'
import { notFound, Problem } from './problems.ts'

/** Answers every error: a problem document (RFC 9457) for programs, a page for people, never a stack. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, notFound({})))
  app.setErrorHandler(answerError)
}

/** Answers one error; also what fails before there is a route, such as an address that cannot be decoded. */
export function answerError(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Problem) return answer(request, reply, error)
  const status = error.statusCode ?? 500
  // Fastify's own refusals: a body that is no JSON, too long, too many requests. What it says of an address quotes it.
  if (status < 500) {
    const message = error.code === 'FST_ERR_BAD_URL' ? 'This address cannot be read.' : error.message
    return answer(request, reply, { code: codeOf(error), status, message })
  }
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  return answer(request, reply, {
    code: 'internal',
    status: 500,
    message: 'Something went wrong on our side. Nothing that was acknowledged is lost. Please try again.',
  })
}

function codeOf({ code, statusCode }: FastifyError): string {
  if (statusCode === 429) return 'too-many-requests'
  return code
    ? code
        .replace(/^FST_(ERR_)?/, '')
        .toLowerCase()
        .replaceAll('_', '-')
    : 'bad-request'
}

type Told = { code: string; status: number; message: string; details?: Readonly<Record<string, unknown>> }

function answer(request: FastifyRequest, reply: FastifyReply, { code, status, message, details }: Told): FastifyReply {
  reply.code(status).header('cache-control', 'no-store')
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(errorPage(request, { code, status }))
  const { path } = details ?? {}
  return reply
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: message, status, code, ...(path ? { path } : {}) }))
}

/** Browsers name text/html among what they accept; programs do not. */
function wantsPage({ headers, url }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && !url.startsWith('/twilio/') && (headers.accept ?? '').includes('text/html')
}
