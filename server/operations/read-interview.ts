import { createHash } from 'node:crypto'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchStudy, noSuchWave } from '#server/problems.ts'
import { findInterview } from '#server/store/interviews.ts'
import { findTextedLink } from '#server/store/interview-links.ts'
import { findCase } from '#server/store/sample-cases.ts'
import { studyExists } from '#server/store/studies.ts'
import { type FieldedWave, findWave, openWaveOf, waveById } from '#server/store/waves.ts'

/** A wave with its instrument, compiled. */
export type Fielded = { readonly wave: FieldedWave; readonly compiled: Compiled }

/** Reads an interview with the instrument it was begun with. */
export async function readInterview(
  deps: Deps,
  studyId: string,
  interviewId: string,
): Promise<(Fielded & { interview: Interview; caseArea: string | null }) | undefined> {
  const stored = await findInterview(deps.db, studyId, interviewId)
  if (!stored) return undefined
  const { wave } = stored
  return { wave, compiled: await deps.compiledFor(wave), interview: stored.fold, caseArea: stored.case_area }
}

/**
 * The wave of a study that residents see: the open one, else the latest, which then says that it is closed.
 *
 * @throws Problem no-such-study, no-such-wave
 */
export async function currentWave(deps: Deps, studyId: string): Promise<Fielded> {
  const wave = (await openWaveOf(deps.db, studyId)) ?? (await findWave(deps.db, studyId))
  if (wave) return { wave, compiled: await deps.compiledFor(wave) }
  throw (await studyExists(deps.db, studyId)) ? noSuchWave({ study: studyId }) : noSuchStudy({ study: studyId })
}

/** The interview that a personal link opens, and whether its wave has closed. */
export type Linked = {
  readonly studyId: string
  readonly interviewId: string
  readonly language: string | null
  readonly isOver: boolean
}

/** A case has its link from the beginning; who came by text has one since they asked for it. */
export async function findByLink(deps: Deps, token: string): Promise<Linked | undefined> {
  const tokenHash = createHash('sha256').update(token).digest()
  const drawn = await findCase(deps.db, { tokenHash })
  const wave = drawn && (await waveById(deps.db, drawn.wave_id))
  if (wave) {
    const { study_id: studyId, interview_id: interviewId, language } = drawn
    return { studyId, interviewId, language, isOver: wave.status === 'closed' }
  }
  const texted = await findTextedLink(deps.db, tokenHash)
  if (!texted) return undefined
  const { status, ...linked } = texted
  return { ...linked, isOver: status === 'closed' }
}
