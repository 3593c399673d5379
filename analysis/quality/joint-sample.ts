import type { MeasureEstimates } from '../estimate-areas.ts'
import type { Empty, Estimate } from '../estimates/estimate.ts'

/**
 * Gives each choice of a question the effective sample of the whole question, Σ p(1 − p) / Σ v over its choices.
 *
 * A choice that a few heavy answers lift has a large variance as well: judged by its own effective sample it would be
 * shown more often when it is too low, and over many areas shown shares would sum to less than they should.
 *
 * @param choices  positions of the choices' shares in `measures`
 */
export function judgedTogether(
  measures: readonly MeasureEstimates[],
  choices: readonly number[],
): { measure: number; judged: MeasureEstimates }[] {
  const effective = (estimateIn: (measure: MeasureEstimates) => Estimate | Empty) => {
    const found = choices.map((m) => estimateIn(measures[m]!)).filter((estimate) => estimate.status === 'estimated')
    const variance = found.reduce((sum, { se }) => sum + se ** 2, 0)
    const nEffective = found.reduce((sum, { estimate }) => sum + estimate * (1 - estimate), 0) / variance
    return (estimate: Estimate | Empty) =>
      estimate.status === 'empty' || variance === 0 ? estimate : { ...estimate, nEffective }
  }
  const inCity = effective(({ city }) => city)
  const inAreas = measures[choices[0]!]!.areas.map((_, area) => effective(({ areas }) => areas[area]!))
  return choices.map((measure) => {
    const found = measures[measure]!
    const areas = found.areas.map((estimate, area) => inAreas[area]!(estimate))
    return { measure, judged: { ...found, city: inCity(found.city), areas } }
  })
}
