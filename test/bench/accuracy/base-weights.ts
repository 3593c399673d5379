/** Base weights of five modes together: statistics.md, sections 1 and 3. */
import type { Survey } from './sample.ts'

const frames = [
  { modes: ['web', 'door'], has: () => true },
  { modes: ['sms', 'phone'], has: (lines: number) => lines > 0 },
]
/** Share of adults with a telephone, as a survey of the nation tells it. */
const withPhone = 0.975

/**
 * Within each mode the inverse of the chance to be asked (adults of the household, or lines of the phone); the modes of
 * the probability samples are put together by their effective sizes in the area; people in the street stand for at most
 * a quarter of it.
 */
export function baseWeightsOf(survey: Survey, populations: Float64Array): Float64Array {
  const { rows, areas, modes, adults, lines } = survey
  const chances = Float64Array.from({ length: rows }, (_, row) => {
    const mode = modes.labels[modes.codes[row]!]!
    if (frames[0]!.modes.includes(mode)) return adults[row]!
    return frames[1]!.modes.includes(mode) ? 1 / lines[row]! : 1
  })
  // Σ d and Σ d² of each mode in each area.
  const sums = Array.from({ length: areas.labels.length * modes.labels.length }, () => ({ n: 0, sum: 0, squares: 0 }))
  const at = (area: number, mode: number) => sums[area * modes.labels.length + mode]!
  for (let row = 0; row < rows; row++) {
    const own = at(areas.codes[row]!, modes.codes[row]!)
    own.n++
    own.sum += chances[row]!
    own.squares += chances[row]! ** 2
  }
  const effective = (area: number, mode: string) => {
    const { sum, squares } = at(area, modes.labels.indexOf(mode))
    return squares > 0 ? sum ** 2 / squares : 0
  }
  const all = frames.flatMap((frame) => frame.modes)
  return chances.map((chance, row) => {
    const area = areas.codes[row]!
    const mode = modes.labels[modes.codes[row]!]!
    const { n, sum } = at(area, modes.codes[row]!)
    const street = at(area, modes.labels.indexOf('street')).n / 1.5
    const probability = all.reduce((total, each) => total + at(area, modes.labels.indexOf(each)).n, 0)
    const kappa = probability > 0 ? Math.min(0.25, street / (probability + street)) : 1
    if (mode === 'street') return (populations[area]! * kappa) / n
    const frame = frames.find((each) => each.modes.includes(mode))!
    const reaching = frames.filter(({ has }) => has(lines[row]!)).flatMap((each) => each.modes)
    const lambda = effective(area, mode) / reaching.reduce((total, each) => total + effective(area, each), 0)
    const known = populations[area]! * (frame === frames[0] ? 1 : withPhone)
    return (1 - kappa) * lambda * known * (chance / sum)
  })
}
