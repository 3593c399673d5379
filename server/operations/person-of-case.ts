import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { casesCalled } from '#server/store/sample-cases.ts'

/**
 * The person whom a case was drawn for.
 *
 * @param id  the case's own, or the one that its file gave it where only one person goes by it
 * @throws Problem refused, with the way out
 */
export async function personOfCase(
  { db }: Pick<Deps, 'db'>,
  id: string,
): Promise<{ personId: string; studyId: string }> {
  const cases = await casesCalled(db, id)
  const [only] = cases
  if (!only) throw refused({ reason: `There is no case "${id}".` })
  if (new Set(cases.map(({ personId }) => personId)).size > 1) {
    const ids = cases.map(({ caseId, studyId }) => `${caseId} (${studyId})`).join(', ')
    throw refused({ reason: `Several people have a case "${id}". Name one of: ${ids}` })
  }
  const { personId, studyId } = only
  if (personId === null) throw refused({ reason: `Case "${id}" names nobody. Give the number instead.` })
  return { personId, studyId }
}
