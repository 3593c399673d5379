import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type Interview, isOpen, notBegun } from '#instruments/engine/interview.ts'
import type { Deps } from '#server/deps.ts'
import { currentWave, type Fielded, readInterview } from '#server/operations/read-interview.ts'
import { holderOf } from './cookie.ts'
import { languageFor } from './language.ts'

/** One request of a resident: the study as they see it, their interview, and the language they read. */
export type Visit = Fielded & {
  readonly studyId: string
  readonly interviewId: string
  readonly token: string
  readonly interview: Interview
  readonly language: string
  /** `open`: questions may be asked. `over`: this interview is finished. Otherwise the study takes no answers. */
  readonly state: 'open' | 'over' | 'paused' | 'closed'
  /** False when the browser sent no cookie of ours. */
  readonly isKnown: boolean
}

/**
 * Finds the interview that a browser holds, or prepares an empty one that is stored only with its first answer.
 * A wave of its own means an interview of its own: one that ended with an earlier wave is not shown again.
 *
 * @throws Problem no-such-study, no-such-wave
 */
export async function visitOf(deps: Deps, request: FastifyRequest, studyId: string): Promise<Visit> {
  const holder = holderOf(deps, request, studyId)
  const held = holder && (await readInterview(deps, studyId, holder.interviewId))
  const current = held?.wave.status === 'open' ? held : await currentWave(deps, studyId)
  const isTheirs = held?.wave.id === current.wave.id
  const interview = isTheirs ? held.interview : notBegun
  const interviewId = holder && (isTheirs || !held) ? holder.interviewId : randomUUID()
  return {
    wave: current.wave,
    compiled: current.compiled,
    studyId,
    interviewId,
    token: deps.tokens.tokenFor(studyId, interviewId),
    interview,
    language: languageFor(request, current.compiled.study.languages, interview),
    state: stateOf(current.wave.status, interview),
    isKnown: holder !== undefined,
  }
}

function stateOf(status: Visit['wave']['status'], interview: Interview): Visit['state'] {
  if (!isOpen(interview)) return 'over'
  if (status === 'open') return 'open'
  return status === 'closed' ? 'closed' : 'paused'
}
