import { setImmediate } from 'node:timers/promises'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Deps } from '#server/deps.ts'
import { project } from '#server/operations/project.ts'
import { insertInterviews } from '#server/store/simulations.ts'
import type { Wave } from '#server/store/waves.ts'
import { interviewLog } from './interview-log.ts'
import type { Simulation } from './simulation.ts'

/** Interviews per statement: composed and written in well under 50 ms, so that texts are answered in between. */
const piece = 10

/**
 * Interviews every resident with the engine and writes the logs straight into the database. The same wave number and
 * seed make the same interviews, and those that are there already stay as they are.
 */
export async function fieldByStore(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  wave: Wave,
  compiled: Compiled,
  { residents, answer }: Simulation,
  { seed, progress }: { seed: string; progress: (done: number) => void },
): Promise<void> {
  const startedAt = now()
  const key = `${seed} wave ${wave.number}`
  for (let from = 0; from < residents.length; from += piece) {
    const interviews = residents.slice(from, from + piece).map((resident) => {
      const { interviewId, events, interview } = interviewLog(compiled, resident, answer, { key, startedAt })
      return {
        studyId: wave.study_id,
        interviewId,
        seq: 0,
        begin: { waveId: wave.id, version: wave.version, caseId: null },
        events: events.map((event) => ({ event, contentHash: null })),
        interview,
        projection: project(compiled, interview, { interviewId, caseArea: null }),
        now: startedAt,
      }
    })
    await insertInterviews(db, wave.study_id, interviews)
    progress(Math.min(from + piece, residents.length))
    await setImmediate()
  }
}
