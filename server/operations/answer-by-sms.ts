import { randomUUID } from 'node:crypto'
import type { Compiled } from '#instruments/engine/compile.ts'
import { converse } from '#instruments/engine/converse.ts'
import type { Event } from '#instruments/engine/events.ts'
import { apply, notBegun } from '#instruments/engine/interview.ts'
import { closedText, stoppedText } from '#instruments/engine/notices.ts'
import { optIn, optOut } from '#instruments/engine/replies/commands.ts'
import type { Deps } from '#server/deps.ts'
import type { Conversation } from '#server/store/conversations.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import type { StoredInterview } from '#server/store/interviews.ts'
import type { Step, Turn } from '#server/store/turns.ts'
import { openWaves, type Pinned, type Wave } from '#server/store/waves.ts'
import { project } from './project.ts'

/** A text as it came in: the carrier's id, the sender in E.164, and what was written. */
export type IncomingText = { readonly sid: string; readonly from: string; readonly body: string }

/** What a text leads to beside being recorded. An empty reply says nothing. */
type Answered = Omit<Turn, 'text'> & { readonly reply: string }

type Fielded = { readonly wave: Pinned; readonly compiled: Compiled }

const attempts = 20

/**
 * One incoming text, start to finish: record it, take the answer, move the projection, and keep the reply beside it.
 * All of it is one write, so a repeat of the same text finds its reply and changes nothing. The texts of one number are
 * answered in the order they came; where another process was faster, the text is read again.
 *
 * @returns the reply; empty when nothing is to be said
 */
export async function answerBySms(deps: Deps, text: IncomingText): Promise<string> {
  return deps.inTurn(text.from, () => answerInTurn(deps, text))
}

async function answerInTurn(deps: Deps, text: IncomingText): Promise<string> {
  const phoneHash = deps.sealer.hashPhone(text.from)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const conversation = await deps.conversations.read({ phoneHash, sid: text.sid })
    const { storedReply } = conversation
    if (storedReply !== undefined) return storedReply === null ? '' : deps.sealer.unseal(storedReply)

    const { reply, ...turn } = await answerTo(deps, conversation, text)
    const message = {
      sid: text.sid,
      phoneHash,
      body: deps.sealer.seal(text.body),
      reply: reply === '' ? null : deps.sealer.seal(reply),
    }
    try {
      if (await deps.conversations.record({ text: message, ...turn })) return reply
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error('A conversation kept changing while a text was being answered')
}

/** Who has opted out hears nothing until they ask for more; the ledger counts, not the state of one interview. */
async function answerTo(deps: Deps, conversation: Conversation, text: IncomingText): Promise<Answered> {
  const { optedOut, live } = conversation
  const resumes = optedOut && optIn(text.body) !== undefined
  if (optedOut && !resumes) return { reply: '' }
  const stop = optOut(text.body)
  const studyId = live?.interview.study_id ?? null
  const consent =
    stop !== undefined
      ? { kind: 'opt-out' as const, how: stop === 'carrier' ? 'carrier keyword' : 'own words', studyId }
      : resumes
        ? { kind: 'opt-in' as const, how: 'texted START', studyId }
        : undefined

  const fielded = await fieldedFor(deps, conversation, text)
  const language = live?.interview.fold.language ?? undefined
  if (stop && (!fielded || !live?.isOpen)) return { reply: stop === 'plain' ? stoppedText(language) : '', consent }
  if (!fielded) return { reply: closedText(text.body, language), consent }
  return goOn(
    deps,
    fielded,
    live?.isOpen ? live.interview : undefined,
    resumes ? { ...text, body: 'START' } : text,
    consent,
  )
}

/** The wave of the live conversation; else, for a stranger, the one whose study they name, or the one open longest. */
async function fieldedFor(deps: Deps, { live }: Conversation, { body }: IncomingText): Promise<Fielded | undefined> {
  const wave = live?.isOpen ? live.wave : chosen(await openWaves(deps.db), body)
  return wave && { wave, compiled: await deps.compiledFor(wave) }
}

function chosen(waves: readonly Wave[], body: string): Wave | undefined {
  const word = body.trim().toLowerCase()
  return waves.find(({ study_id }) => study_id === word) ?? waves[0]
}

function goOn(
  deps: Deps,
  { wave, compiled }: Fielded,
  stored: StoredInterview | undefined,
  { body, from }: IncomingText,
  consent: Answered['consent'],
): Answered {
  const now = deps.now()
  const before = stored?.fold ?? notBegun
  const { happenings, reply } = converse(compiled, before, body)
  if (happenings.length === 0) return { reply, consent }

  const switched = before.mode !== null && before.mode !== 'sms' ? [{ type: 'mode-switched' as const }] : []
  const events = [...switched, ...happenings].map(
    (happening): Event => ({
      language: before.language ?? happenings[0]?.language ?? 'en',
      ...happening,
      id: randomUUID(),
      mode: 'sms',
      actor: happening.type === 'asked' || happening.type === 'completed' ? 'system' : 'respondent',
      at: now.toISOString(),
    }),
  )
  const interview = events.reduce(apply, before)
  const interviewId = stored?.id ?? randomUUID()
  const step: Step = {
    studyId: wave.study_id,
    interviewId,
    seq: stored?.seq ?? 0,
    ...(stored ? {} : { begin: { waveId: wave.id, version: wave.version, caseId: null } }),
    events: events.map((event) => ({ event, contentHash: null })),
    interview,
    projection: project(compiled, interview, { interviewId, caseArea: stored?.case_area ?? null }),
    now,
  }
  if (stored) return { reply, step, consent }
  return {
    reply,
    step,
    newConversation: { waveId: wave.id, sealedPhone: deps.sealer.seal(from) },
    // Who texts us first agrees to be answered by text; the interview itself asks for consent to the survey.
    consent: consent ?? { kind: 'consent', how: 'texted first', studyId: wave.study_id },
  }
}
