import type { Deps } from '#server/deps.ts'
import { isOurs, recordTold, type Told } from '#server/store/text-outcomes.ts'
import { actOnError, tryAgain } from './act-on-error.ts'

/**
 * Takes in what the carrier tells of a text, and does what follows from it. Told twice, late, or out of order it changes
 * nothing: a state only ever moves on.
 *
 * @param id  our id of the text, where the carrier gave it back
 * @returns   false where no text of ours is meant
 */
export async function recordTextStatus(deps: Deps, id: string | undefined, told: Told): Promise<boolean> {
  const text = await deps.db.transaction().execute(async (trx) => {
    const moved = await recordTold(trx, id, told, deps.now())
    const failed = told.state === 'failed' || told.state === 'undelivered'
    if (moved && failed && told.errorCode !== null) {
      await actOnError(deps, trx, moved, told.errorCode)
      await tryAgain(deps, trx, moved, told.errorCode)
    }
    return moved
  })
  return text !== undefined || isOurs(deps.db, id, told.sid)
}
