import { plain } from '#instruments/engine/replies/plain.ts'
import type { Fault, SampledCase } from './read-row.ts'

/**
 * Finds rows of a file that stand in it already: the same case, the same person of a frame, or the same phone with
 * nothing that tells two people apart. Two names or two person ids on one phone are a household that shares it.
 */
export function duplicatesFinder(): (row: SampledCase) => Fault | undefined {
  const cases = new Set<string>()
  const people = new Set<string>()
  /** Phone → who has it; a nameless holder could be anybody. */
  const holders = new Map<string, string | Set<string>>()
  return (row) => {
    if (row.caseId !== null && cases.has(row.caseId)) return 'same-case'
    const person = row.personId === null ? null : JSON.stringify([row.frame, row.personId])
    if (person !== null && people.has(person)) return 'same-person'
    const who = whoIs(row)
    if (row.phones.some(({ phone }) => isHeld(holders.get(phone), who))) return 'same-phone'
    if (row.caseId !== null) cases.add(row.caseId)
    if (person !== null) people.add(person)
    for (const { phone } of row.phones) {
      const before = holders.get(phone)
      holders.set(phone, before === undefined ? who : new Set([...(before instanceof Set ? before : [before]), who]))
    }
    return undefined
  }
}

function isHeld(before: string | Set<string> | undefined, who: string): boolean {
  if (before === undefined) return false
  return typeof before === 'string' ? isSamePerson(before, who) : [...before].some((one) => isSamePerson(one, who))
}

/** Who a row is about: by the id of a frame or by name, '' when neither is told. */
export function whoIs({ personId, name }: { personId: string | null; name: string | null }): string {
  if (personId !== null) return `id ${personId}`
  return name === null ? '' : `name ${plain(name)}`
}

/** Whether two holders of one phone may be the same: unless both are told in the same way, and differently. */
export function isSamePerson(one: string, other: string): boolean {
  if (one === '' || other === '') return true
  return one === other || one.slice(0, 3) !== other.slice(0, 3)
}
