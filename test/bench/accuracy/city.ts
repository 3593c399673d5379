/** A whole invented city: who lives where, what they think, and what is true of each area. */
import { randomStream } from '#analysis/random.ts'
import {
  blocks,
  composition,
  covariateCorrelations,
  demographics,
  gapBy,
  type Opinion,
  opinions,
  places,
} from './parameters.ts'

export const sizes = demographics.map(({ labels }) => labels.length)
/** Combinations of all demographics. */
export const combinations = sizes.reduce((product, size) => product * size, 1)
/** The category of a combination in a demographic. */
export const categoryOf = (combination: number, demographic: number): number =>
  Math.floor(combination / sizes.slice(0, demographic).reduce((a, b) => a * b, 1)) % sizes[demographic]!

/** What is true of an area, of all its people at the reference mode. */
export type AreaTruth = { support: number; net: number; polarization: number; gap: number }

export type City = {
  areas: number
  boroughOf: Int32Array
  /** People by area and combination, area by area. */
  people: Float64Array
  populations: Float64Array
  covariates: Float64Array[]
  /** By question: the middle of opinion by area and combination, how far it spreads by area, and the truth. */
  questions: { opinion: Opinion; middle: Float64Array; spread: Float64Array; truth: AreaTruth[]; whole: AreaTruth }[]
  /** How much higher opinion is on each block, by area and block. */
  blockEffects: Float64Array
}

export type Random = { uniform: () => number; normal: () => number }

/** Random numbers from a seed alone. */
export function randomFrom(seed: number): Random {
  const uniform = randomStream(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}

/** Standard deviation on the logit scale that gives an intraclass correlation beside the logistic's own variance. */
export const sdOf = (intraclass: number): number => Math.sqrt((intraclass / (1 - intraclass)) * (Math.PI ** 2 / 3))

/** Draws a city; the same seed gives the same one. */
export function drawCity(seed: number): City {
  const random = randomFrom(seed)
  const boroughOf = Int32Array.from(places.boroughs.flatMap((count, borough) => Array<number>(count).fill(borough)))
  const areas = boroughOf.length
  const hardship = Float64Array.from({ length: areas }, random.normal)
  const populations = hardship.map(
    () => places.meanAdults * Math.exp(places.adultsLogSd * random.normal() - places.adultsLogSd ** 2 / 2),
  )
  const people = new Float64Array(areas * combinations)
  for (let area = 0; area < areas; area++) {
    const shares = demographics.map(({ variable }) => sharesOf(variable, hardship[area]!, random))
    for (let c = 0; c < combinations; c++)
      people[area * combinations + c] = shares.reduce(
        (product, own, d) => product * own[categoryOf(c, d)]!,
        populations[area]!,
      )
  }
  const covariates = covariateCorrelations.map((correlation) =>
    hardship.map((value) => correlation * value + Math.sqrt(1 - correlation ** 2) * random.normal()),
  )
  const blockEffects = Float64Array.from(
    { length: areas * blocks.perArea },
    () => sdOf(blocks.intraclass) * random.normal(),
  )
  const questions = opinions.map((opinion) => {
    const middle = middleOf(opinion, hardship, random)
    const spread = hardship.map(() => Math.exp(opinion.spreadLogSd * random.normal()))
    const thoughts = Array.from({ length: areas }, (_, area) =>
      thoughtsIn({ opinion, middle, spread, people, blockEffects }, area),
    )
    return { opinion, middle, spread, truth: thoughts.map((own) => truthOf([own])), whole: truthOf(thoughts) }
  })
  return { areas, boroughOf, people, populations, covariates, questions, blockEffects }
}

function sharesOf(variable: (typeof demographics)[number]['variable'], hardship: number, { normal }: Random): number[] {
  const raw = composition.shares[variable].map(
    (share, c) =>
      share * Math.exp(composition.logSd[variable][c]! * normal() + composition.withHardship[variable][c]! * hardship),
  )
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((share) => share / sum)
}

function middleOf(
  { groups, meetingSd, hardship: pull, areaSd }: Opinion,
  hardship: Float64Array,
  { normal }: Random,
): Float64Array {
  const middle = new Float64Array(hardship.length * combinations)
  hardship.forEach((value, area) => {
    const level = pull * value + areaSd * normal()
    const effects = demographics.map(({ variable }) =>
      groups[variable].map((effect) => effect + (variable === gapBy ? meetingSd * normal() : 0)),
    )
    for (let c = 0; c < combinations; c++)
      middle[area * combinations + c] = effects.reduce((sum, own, d) => sum + own[categoryOf(c, d)]!, level)
  })
  return middle
}

type Minds = Pick<City, 'people' | 'blockEffects'> & { opinion: Opinion; middle: Float64Array; spread: Float64Array }

/** People of an area by answer, and people and supporters of each group. */
type Thoughts = { answers: Float64Array; groups: { people: number; supporters: number }[] }

/** Everyone's chances of each answer, averaged over blocks. */
function thoughtsIn({ opinion: { cuts }, middle, spread, people, blockEffects }: Minds, area: number): Thoughts {
  const own = blockEffects.subarray(area * blocks.perArea, (area + 1) * blocks.perArea)
  const demographic = demographics.findIndex(({ variable }) => variable === gapBy)
  const groups = Array.from({ length: sizes[demographic]! }, () => ({ people: 0, supporters: 0 }))
  const answers = new Float64Array(cuts.length + 1)
  const factors = own.map((block) => Math.exp(-block / spread[area]!))
  for (let c = 0; c < combinations; c++) {
    const cell = area * combinations + c
    const above = cuts.map((cut) => {
      const odds = Math.exp((cut - middle[cell]!) / spread[area]!)
      let sum = 0
      for (const factor of factors) sum += 1 / (1 + odds * factor)
      return sum / own.length
    })
    answers.forEach((_, k) => (answers[k]! += people[cell]! * ((above[k - 1] ?? 1) - (above[k] ?? 0))))
    const group = groups[categoryOf(c, demographic)]!
    group.people += people[cell]!
    group.supporters += people[cell]! * above[Math.floor(cuts.length / 2)]!
  }
  return { answers, groups }
}

/** The scores of one area, or of several together. */
function truthOf(thoughts: readonly Thoughts[]): AreaTruth {
  const sum = (of: (own: Thoughts) => number) => thoughts.reduce((total, own) => total + of(own), 0)
  const answers = thoughts[0]!.answers.map((_, k) => sum((own) => own.answers[k]!))
  const groups = thoughts[0]!.groups.map((_, g) => ({
    people: sum((own) => own.groups[g]!.people),
    supporters: sum((own) => own.groups[g]!.supporters),
  }))
  const total = answers.reduce((all, count) => all + count, 0)
  const meanOf = (of: (x: number) => number) =>
    answers.reduce((all, count, k) => all + (count / total) * of(k / (answers.length - 1)), 0)
  const support = meanOf((x) => Number(x > 0.5))
  const center = meanOf((x) => x)
  const betweenGroups = groups.reduce(
    (all, each) => all + (each.people / total) * (each.supporters / each.people - support) ** 2,
    0,
  )
  return {
    support,
    net: meanOf((x) => Math.sign(x - 0.5)),
    polarization: 4 * meanOf((x) => (x - center) ** 2),
    gap: 2 * Math.sqrt(betweenGroups),
  }
}
