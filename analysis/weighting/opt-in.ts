import { checkLength } from '../refusal.ts'
import { type Categories, checkCategories } from './margin.ts'

export type OptInRule = {
  /** The most of an area that people who came on their own may stand for. */
  most: number
  /** By how much less an answer of theirs counts than one of the probability sample. */
  designEffect: number
}
export const usualOptIn: OptInRule = { most: 0.25, designEffect: 1.5 }

/**
 * Which share of an area people who came on their own speak for, beside a probability sample.
 *
 * @param drawn  respondents of the probability sample
 * @param came   respondents who came on their own
 * @returns      0 to `most`
 * @see          statistics.md, section 3
 */
export function optInShare(drawn: number, came: number, { most, designEffect }: OptInRule = usualOptIn): number {
  const worth = came / designEffect
  return worth === 0 ? 0 : Math.min(most, worth / (drawn + worth))
}

export type Blended = {
  /** Of each row, its share of the area included. */
  weights: Float64Array
  /** By area where anybody came: their share of the weight, and whether nobody else answered there. */
  shares: { area: string; drawn: number; came: number; share: number }[]
}

/**
 * Gives those who came on their own their share of each area, and the probability sample the rest. Where nobody else
 * answered they keep what their pseudo-weights say, and calibration will let them stand for all of the area: such areas
 * have share 1, for the reader to judge.
 *
 * @param weights  of the probability sample as they are; of the others relative to each other
 * @throws         AnalysisRefusal for columns of another length
 */
export function blendOptIn(
  weights: Float64Array,
  optIn: Uint8Array,
  areas: Categories,
  rule: OptInRule = usualOptIn,
): Blended {
  checkLength('who came on their own', optIn.length, weights.length)
  checkCategories(areas, weights.length)
  const places = Array.from({ length: areas.labels.length + 1 }, () => ({ drawn: 0, came: 0, people: 0, pseudo: 0 }))
  const placeOf = (row: number) => places[Math.max(areas.codes[row]!, -1) + 1]!
  const all = { people: 0, pseudo: 0 }
  for (let row = 0; row < weights.length; row++) {
    const sum = optIn[row] === 1 ? 'pseudo' : 'people'
    if (weights[row] === 0) continue
    placeOf(row)[optIn[row] === 1 ? 'came' : 'drawn']++
    placeOf(row)[sum] += weights[row]!
    all[sum] += weights[row]!
  }
  const blended = weights.map((weight, row) => {
    const place = placeOf(row)
    const share = optInShare(place.drawn, place.came, rule)
    if (optIn[row] !== 1) return weight * (1 - share)
    return weight * (place.drawn > 0 ? (share * place.people) / place.pseudo : (rule.most * all.people) / all.pseudo)
  })
  const shares = places.flatMap(({ drawn, came }, place) => {
    const share = drawn > 0 ? optInShare(drawn, came, rule) : 1
    return came > 0 ? [{ area: areas.labels[place - 1] ?? '', drawn, came, share }] : []
  })
  return { weights: blended, shares }
}
