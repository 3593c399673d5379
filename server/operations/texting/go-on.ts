import { createHash, randomUUID } from 'node:crypto'
import { hearAside } from '#instruments/engine/aside.ts'
import type { Compiled } from '#instruments/engine/compile.ts'
import { converse, type Turn as Said } from '#instruments/engine/converse.ts'
import type { Event, Happening } from '#instruments/engine/events.ts'
import { apply, type Interview } from '#instruments/engine/interview.ts'
import type { Deps } from '#server/deps.ts'
import type { Thread } from '#server/store/threads.ts'
import type { StoredInterview } from '#server/store/interviews.ts'
import { wasTold } from '#server/store/text-outcomes.ts'
import type { Step, Turn } from '#server/store/turns.ts'
import type { Pinned } from '#server/store/waves.ts'
import { project } from '../project.ts'

/** What a text leads to beside being recorded. An empty reply says nothing. */
export type Answered = Omit<Turn, 'text'> & { readonly reply: string }

/** An interview that a text goes on with, or begins. */
export type Going = {
  readonly wave: Pinned
  readonly interview: StoredInterview
  readonly personId: string | null
  /** The language that the sample has. */
  readonly language: string | null
  /** Whether we have written to this number before. */
  readonly isKnown: boolean
}

/** An interview that the number is known in. */
export function goingOf({ wave, interview, personId, language }: Thread): Going {
  return { wave, interview, personId, language, isKnown: true }
}

/** Lets an interview take a text: what the engine makes of it, and the step that records it. */
export async function goOn(
  deps: Deps,
  going: Going,
  { from, body }: { from: string; body: string },
): Promise<Answered & { readonly said: Said }> {
  const { wave, interview: stored, language, isKnown } = going
  const compiled = await deps.compiledFor(wave)
  const said = converse(compiled, stored.fold, body, {
    link: linkOf(deps, going).link,
    isInvited: isKnown && stored.case_id !== null && (stored.seq > 0 || (await wasTold(deps.db, stored.case_id))),
    caseLanguage: language ?? undefined,
  })
  return { said, ...recording(deps, compiled, going, from, said) }
}

/**
 * What a text says beside any question, to an interview that asks nothing at the moment: that its sender wants no more,
 * or asks us something. Undefined for any other text.
 */
export async function heedAside(
  deps: Deps,
  going: Going,
  { from, body }: { from: string; body: string },
  language: string,
): Promise<Answered | undefined> {
  const compiled = await deps.compiledFor(going.wave)
  const said = hearAside(compiled, going.interview.fold, body, language)
  return said && recording(deps, compiled, going, from, said)
}

function linkOf({ tokens, config }: Deps, { wave, interview }: Going): { token: string; link: string } {
  const token = tokens.linkFor(wave.study_id, interview.id)
  return { token, link: `${config.publicUrl}/i/${token}` }
}

function recording(deps: Deps, compiled: Compiled, going: Going, from: string, said: Said): Answered {
  const { wave, interview: stored, personId, isKnown } = going
  const { token, link } = linkOf(deps, going)
  const { reply, happenings, forHuman, asksToStop } = said
  const step = happenings.length > 0 ? stepOf(deps, compiled, going, happenings) : undefined
  const isNew = !isKnown && step !== undefined
  return {
    reply,
    step,
    personId,
    thread: { studyId: wave.study_id, interviewId: stored.id, seq: stored.seq },
    ...(isNew && {
      newConversation: { waveId: wave.id, sealedPhone: deps.sealer.seal(from), caseId: stored.case_id },
      // Who texts us first agrees to be answered by text; the interview itself asks for consent to the survey.
      consent: { kind: 'consent', how: 'texted first', studyId: wave.study_id },
    }),
    ...(asksToStop && { consent: { kind: 'opt-out', how: 'own words', studyId: wave.study_id } }),
    ...(reply.includes(link) && { linkHash: createHash('sha256').update(token).digest() }),
    ...(forHuman && {
      inbox: {
        reason: forHuman,
        studyId: wave.study_id,
        interviewId: stored.seq > 0 || step ? stored.id : null,
        question: stored.fold.awaiting,
      },
    }),
  }
}

type Told = Happening & { readonly language: string }

function stepOf(deps: Deps, compiled: Compiled, { wave, interview: stored }: Going, happenings: readonly Told[]): Step {
  const now = deps.now()
  const { fold: before, id: interviewId } = stored
  const events = [...switchedTo(before, happenings), ...happenings].map(
    (happening): Event => ({
      ...happening,
      id: randomUUID(),
      mode: 'sms',
      actor: happening.type === 'asked' || happening.type === 'completed' ? 'system' : 'respondent',
      at: now.toISOString(),
    }),
  )
  const interview = events.reduce(apply, before)
  return {
    studyId: wave.study_id,
    interviewId,
    seq: stored.seq,
    ...(stored.seq === 0 && { begin: { waveId: wave.id, version: wave.version, caseId: stored.case_id } }),
    events: events.map((event) => ({ event, contentHash: null })),
    interview,
    projection: project(compiled, interview, { interviewId, caseArea: stored.case_area }),
    now,
  }
}

/** The interview comes over from another mode, in the language that it had there. */
function switchedTo(before: Interview, [first]: readonly Told[]): Told[] {
  if (before.mode === null || before.mode === 'sms') return []
  return [{ type: 'mode-switched', language: before.language ?? first?.language ?? 'en' }]
}
