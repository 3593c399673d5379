export type Withholding = {
  /** Respondents of each area. */
  respondents: readonly number[]
  withheld: readonly boolean[]
  /** Parent of each area, −1 for none. */
  parentOf: readonly number[]
  parentWithheld: readonly boolean[]
  /** How many respondents a group must have that can be computed from what is published. */
  minRespondents: number
}

/**
 * Complementary withholding. What a reader can compute is every published total minus its published parts: the sum over
 * the withheld areas of each published parent, and over those of all withheld parents together (from the city's total).
 * Each such remainder must stand for at least two areas and `minRespondents` people, or for nobody.
 *
 * Smallest first: areas are withheld, then whole parents, at last the city.
 *
 * @returns  what has to be withheld in all
 */
export function complement(given: Withholding): { areas: boolean[]; parents: boolean[]; city: boolean } {
  const { respondents, parentOf, minRespondents } = given
  const areas = [...given.withheld]
  const parents = [...given.parentWithheld]
  const all = respondents.map((_, area) => area)
  const isOpen = (parent: number) => parent >= 0 && !parents[parent]

  const protect = (members: readonly number[]): boolean => {
    for (;;) {
      const hidden = members.filter((area) => areas[area] && respondents[area]! > 0)
      const people = hidden.reduce((sum, area) => sum + respondents[area]!, 0)
      if (hidden.length === 0 || (hidden.length > 1 && people >= minRespondents)) return true
      const next = smallest(
        members.filter((area) => !areas[area]),
        respondents,
      )
      if (next === undefined) return false
      areas[next] = true
    }
  }

  for (;;) {
    parents.forEach((_, parent) => {
      if (isOpen(parent) && !protect(all.filter((area) => parentOf[area] === parent))) parents[parent] = true
    })
    // Areas of no published parent are bounded by the city's total alone.
    const rest = all.filter((area) => !isOpen(parentOf[area]!))
    if (protect(rest)) return { areas, parents, city: false }
    const sizes = parents.map((_, parent) =>
      all.reduce((n, area) => n + (parentOf[area] === parent ? respondents[area]! : 0), 0),
    )
    const next = smallest(sizes.map((_, parent) => parent).filter(isOpen), sizes)
    if (next === undefined) return { areas, parents, city: true }
    parents[next] = true
  }
}

const smallest = (candidates: readonly number[], sizes: readonly number[]): number | undefined =>
  candidates.reduce<number | undefined>(
    (least, each) => (least === undefined || sizes[each]! < sizes[least]! ? each : least),
    undefined,
  )
