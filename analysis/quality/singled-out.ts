import type { MeasureEstimates } from '../estimate-areas.ts'

/** Measures of which each can be worked out from the others, by position: a score from its items, a choice from 100 %. */
export type Parts = {
  /** The average or sum of the parts; none where it is known to everybody, as 100 % is. */
  whole?: number
  parts: readonly number[]
}

/** A measure in an area, or in the city: `city` in place of the area's position. */
export type Figure = { measure: number; place: number | 'city' }

/**
 * Finds what else must be withheld so that no withheld figure is left alone among those it could be worked out from.
 *
 * Every withheld figure is an unknown of two equations: that of its place (a score and its items) and that of its
 * measure (the city and its areas). Seen as an edge between the two, it can be solved for if and only if it lies on no
 * circle of unknowns. Each such figure gets the smallest shown part of its place beside it, or where none is left, the
 * smallest shown area of its measure.
 *
 * The choice goes by the number of answers and not by what they say, so that figures of the same answers which follow
 * from one another (net support and support on a scale without a middle) are withheld in the same places.
 *
 * @returns  figures to withhold as well; none when all are safe, or when nothing is left to withhold
 * @see      Gusfield (1988), SIAM Journal on Computing 17, 552–571
 */
export function singledOut(
  { whole, parts }: Parts,
  measures: readonly MeasureEstimates[],
  isWithheld: (figure: Figure) => boolean,
): Figure[] {
  const members = whole === undefined ? parts : [whole, ...parts]
  const estimateOf = ({ measure, place }: Figure) =>
    place === 'city' ? measures[measure]!.city : measures[measure]!.areas[place]!
  const places = ['city' as const, ...(measures[members[0]!]?.areas.keys() ?? [])]
  const figures = places
    .map((place) => members.map((measure): Figure => ({ measure, place })))
    // Where nobody answered a part there is no whole to work anything out from.
    .filter((row) => row.every((figure) => estimateOf(figure).status === 'estimated'))
    .flat()
  const hidden = figures.filter(isWithheld)
  const unknowns = Map.groupBy(
    hidden.flatMap((figure) => [figure.place, `of ${figure.measure}`].map((equation) => ({ equation, figure }))),
    ({ equation }) => equation,
  )

  /** Whether the equations of a figure's place and measure are joined by other unknowns too. */
  const isOnCircle = (figure: Figure): boolean => {
    const reached = new Set<number | string>([figure.place])
    for (const equation of reached) // grows on the way
      for (const { figure: other } of unknowns.get(equation) ?? [])
        if (other !== figure) reached.add(other.place).add(`of ${other.measure}`)
    return reached.has(`of ${figure.measure}`)
  }
  /** Answers behind a figure; of a choice those who chose it, so that the least named one is the smallest. */
  const sizeOf = (figure: Figure): number => {
    const found = estimateOf(figure)
    if (found.status === 'empty') return 0
    return measures[figure.measure]!.kind === 'share' ? found.n * found.estimate : found.n
  }
  const shown = figures.filter((figure) => !isWithheld(figure))
  return hidden
    .filter((figure) => !isOnCircle(figure))
    .flatMap(({ measure, place }) => {
      const beside = shown.filter((other) => other.place === place)
      const candidates = [
        beside.filter((other) => other.measure !== whole),
        beside,
        shown.filter((other) => other.measure === measure && other.place !== 'city'),
      ]
      const [first, ...others] = candidates.find(({ length }) => length > 0) ?? []
      return first ? [others.reduce((least, each) => (sizeOf(each) < sizeOf(least) ? each : least), first)] : []
    })
}
