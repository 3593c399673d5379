import { fold } from '#instruments/engine/interview.ts'
import type { Db } from '#server/store/database.ts'

/** How many interviews there are, and how many of them have a log with a gap or a projection that is not its fold. */
export async function checkLogs(db: Db): Promise<{ readonly interviews: number; readonly broken: number }> {
  const rows = await db.selectFrom('interview_events').selectAll().orderBy('interview_id').orderBy('seq').execute()
  const logs = Map.groupBy(rows, (row) => row.interview_id)
  const interviews = await db.selectFrom('interviews').select(['id', 'seq', 'fold']).execute()
  const broken = interviews.filter(({ id, seq, fold: stored }) => {
    const log = logs.get(id) ?? []
    const told = fold(
      log.map(({ id: event, mode, language, actor, happening, device_at }) => ({
        id: event,
        mode,
        language,
        actor,
        at: device_at.toISOString(),
        ...happening,
      })),
    )
    return (
      log.length !== seq ||
      log.some((row, index) => row.seq !== index + 1) ||
      JSON.stringify(told) !== JSON.stringify(stored)
    )
  })
  return { interviews: interviews.length, broken: broken.length }
}
