import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deps } from '#server/deps.ts'

/** Which interview a browser is in, and the token that shows it is theirs. */
export type Holder = { readonly interviewId: string; readonly token: string }

const uuid = z.uuid()
const nameFor = (studyId: string) => `canvass.${studyId}`
const thirtyDaysSeconds = 30 * 24 * 60 * 60

/** The interview that this browser's cookie opens. A cookie that we did not make counts as none. */
export function holderOf({ tokens }: Deps, { cookies }: FastifyRequest, studyId: string): Holder | undefined {
  const [interviewId = '', token = ''] = cookies[nameFor(studyId)]?.split('.') ?? []
  return uuid.safeParse(interviewId).success && tokens.matches(studyId, interviewId, token)
    ? { interviewId, token }
    : undefined
}

/** Lets this browser come back to an interview: one cookie a study, out of reach of scripts. */
export function keepInterview(
  { config, tokens }: Deps,
  reply: FastifyReply,
  studyId: string,
  interviewId: string,
): void {
  reply.setCookie(nameFor(studyId), `${interviewId}.${tokens.tokenFor(studyId, interviewId)}`, {
    ...attributes(config.publicUrl),
    maxAge: thirtyDaysSeconds,
  })
}

export function forgetInterview({ config }: Deps, reply: FastifyReply, studyId: string): void {
  reply.clearCookie(nameFor(studyId), attributes(config.publicUrl))
}

/** Lax, not strict: a resident comes from a link in a text; another site's form cannot post with it. */
function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const
}
