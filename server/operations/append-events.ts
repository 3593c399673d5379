import { randomUUID } from 'node:crypto'
import { consider } from '#instruments/engine/consider.ts'
import type { Event, Mode, WireEvent } from '#instruments/engine/events.ts'
import { apply, type Interview, notBegun, type Status } from '#instruments/engine/interview.ts'
import { nextQuestion } from '#instruments/engine/route.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchStudy } from '#server/problems.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import {
  findInterview,
  recordedEvents,
  type SetAside,
  type StoredInterview,
  setAside,
} from '#server/store/interviews.ts'
import { appendStep, type LoggedEvent } from '#server/store/turns.ts'
import { findCase } from '#server/store/sample-cases.ts'
import { contentHash, studyExists } from '#server/store/studies.ts'
import { type FieldedWave, openWaveOf } from '#server/store/waves.ts'
import { project } from './project.ts'

/** Events of one interview as a client sends them; mode and actor are what its token and session say. */
export type Envelope = {
  readonly studyId: string
  readonly interviewId: string
  readonly token: string | undefined
  readonly version?: number | undefined
  readonly language: string
  readonly events: readonly WireEvent[]
  readonly mode: Mode
  readonly actor: string
}

export type Verdict = {
  readonly id: string
  readonly verdict: 'accepted' | 'repeated' | 'conflict' | 'rejected'
  readonly reason?: string
}

/** What came of it. Status, next question and token are told only to the one whom the interview belongs to. */
export type Appended = {
  readonly events: readonly Verdict[]
  readonly status: Status | null
  readonly next: string | null
  readonly token: string | null
}

/** How often a step is tried again when another process was faster. */
const attempts = 20

/**
 * Takes events into an interview's log, each with a verdict of its own: a bad one does not hold up the others, a
 * repeat changes nothing, and the same id with other content is kept aside. The first events make the interview.
 *
 * @throws Problem no-such-study
 */
export async function appendEvents(deps: Deps, envelope: Envelope): Promise<Appended> {
  return deps.inTurn(envelope.interviewId, () => appendInTurn(deps, envelope))
}

async function appendInTurn(deps: Deps, envelope: Envelope): Promise<Appended> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      const appended = await tryToAppend(deps, envelope)
      if (appended) return appended
    } catch (error) {
      // Another process began the same case's interview, or took the same event, at this very moment: read again.
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error(`Interview ${envelope.interviewId} kept changing while its events were being taken`)
}

async function tryToAppend(deps: Deps, envelope: Envelope): Promise<Appended | undefined> {
  const { studyId, interviewId, token } = envelope
  const stored = await findInterview(deps.db, studyId, interviewId)
  const wave = stored?.wave ?? (await openWaveOf(deps.db, studyId))
  if (!wave) {
    if (await studyExists(deps.db, studyId)) return refuseAll(envelope, 'study-closed')
    throw noSuchStudy({ study: studyId })
  }
  const isTheirs = deps.tokens.matches(studyId, interviewId, token)
  if (stored) return take(deps, envelope, wave, stored, isTheirs)

  // What a sample case has reserved is begun with its own token only; other ids are free to whoever made them up.
  const reserved = await findCase(deps.db, { studyId, interviewId })
  // A case belongs to its wave: in the next one its area may be another, and who comes late comes without a case.
  const sampleCase = reserved?.wave_id === wave.id ? reserved : undefined
  const unbegun = {
    study_id: studyId,
    id: interviewId,
    wave_id: wave.id,
    case_id: sampleCase?.id ?? null,
    case_area: sampleCase?.area_id ?? null,
    seq: 0,
    fold: notBegun,
  }
  return take(deps, envelope, wave, unbegun, isTheirs || !(reserved || token))
}

function refuseAll({ events }: Envelope, reason: string): Appended {
  return {
    events: events.map(({ id }) => ({ id, verdict: 'rejected', reason })),
    status: null,
    next: null,
    token: null,
  }
}

/** Gives each event its verdict against the log as it was read, and writes; undefined when the log has moved on. */
async function take(
  deps: Deps,
  envelope: Envelope,
  wave: FieldedWave,
  stored: StoredInterview,
  isTheirs: boolean,
): Promise<Appended | undefined> {
  const { studyId, interviewId } = envelope
  const compiled = await deps.compiledFor(wave)
  const ids = envelope.events.map(({ id }) => id)
  const known = stored.seq > 0 ? await recordedEvents(deps.db, studyId, interviewId, ids) : new Map<string, string>()
  const refusal = isTheirs ? refusalOf(wave, envelope) : 'token'
  const verdicts: Verdict[] = []
  const logged: LoggedEvent[] = []
  const aside: SetAside[] = []
  let interview: Interview = stored.fold

  for (const wire of envelope.events) {
    const { id } = wire
    const key = id.toLowerCase() // as the log names it; some devices write UUIDs in capitals
    const hash = contentHash(wire)
    const keepAside = (verdict: 'conflict' | 'rejected', reason: string) => {
      verdicts.push({ id, verdict, reason })
      aside.push({ id, contentHash: hash, verdict, reason, event: wire })
    }
    if (known.get(key) === hash) verdicts.push({ id, verdict: 'repeated' })
    else if (known.has(key)) keepAside('conflict', 'This id came before with other content.')
    else if (refusal) verdicts.push({ id, verdict: 'rejected', reason: refusal })
    else {
      const opening = interview.status === 'not-begun' && wire.type !== 'begun' ? [begun(envelope, wire)] : []
      const begunInterview = opening.reduce(apply, interview)
      const considered = consider(compiled, begunInterview, wire, envelope)
      if (!considered.ok) {
        keepAside('rejected', considered.reason)
        continue
      }
      logged.push(...opening.map((event) => ({ event, contentHash: null })), {
        event: considered.event,
        contentHash: hash,
      })
      interview = apply(begunInterview, considered.event)
      known.set(key, hash)
      verdicts.push({ id, verdict: 'accepted' })
    }
  }

  if (logged.length > 0) {
    const written = await appendStep(deps.db, {
      studyId,
      interviewId,
      seq: stored.seq,
      ...(stored.seq === 0 ? { begin: { waveId: wave.id, version: wave.version, caseId: stored.case_id } } : {}),
      events: logged,
      interview,
      projection: project(compiled, interview, { interviewId, caseArea: stored.case_area }),
      now: deps.now(),
    })
    if (!written) return undefined
  }
  if (!isTheirs) return { events: verdicts, status: null, next: null, token: null }
  await setAside(deps.db, studyId, interviewId, aside)
  const exists = stored.seq > 0 || logged.length > 0
  return {
    events: verdicts,
    status: interview.status,
    next: nextQuestion(compiled, interview)?.name ?? null,
    token: exists ? deps.tokens.tokenFor(studyId, interviewId) : null,
  }
}

function refusalOf(wave: FieldedWave, { version }: Envelope): string | undefined {
  if (wave.status !== 'open') return 'study-closed'
  return version === undefined || version === wave.version ? undefined : 'version'
}

/** A client that forgot to say that the interview begins is helped out. */
function begun({ mode, language }: Envelope, { at }: WireEvent): Event {
  return { type: 'begun', id: randomUUID(), actor: 'system', mode, language, at }
}
