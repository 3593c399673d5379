/**
 * An invented sample of any size, drawn fast: for timing the analysis, and for samples that are hard on it. Areas differ
 * in size, composition and opinion; who answers depends on age, race and education; 5 % of each demographic is
 * not told, unless `missing` says otherwise.
 */
import type { Item } from '#analysis/discord/item.ts'
import { type Categories, type Margin, MISSING } from '#analysis/weighting/margin.ts'
import { areaMargin } from '#analysis/weighting/margin.ts'

export type CityOptions = { areas: number; respondents: number; seed: number; items?: number; missing?: number }

export type InventedCity = {
  baseWeights: Float64Array
  areas: Categories
  populations: Float64Array
  margins: Margin[]
  items: Item[]
}

const variables = [
  {
    variable: 'age',
    labels: ['18-34', '35-54', '55-64', '65+'],
    shares: [0.32, 0.34, 0.16, 0.18],
    replies: [0.7, 0.9, 1.1, 1.4],
    opinion: [-0.35, 0, 0.1, 0.3],
  },
  { variable: 'sex', labels: ['female', 'male'], shares: [0.53, 0.47], replies: [1.1, 0.9], opinion: [0.05, -0.05] },
  {
    variable: 'race',
    labels: ['white', 'black', 'hispanic', 'asian', 'other'],
    shares: [0.33, 0.22, 0.28, 0.14, 0.03],
    replies: [1.2, 0.9, 0.75, 0.8, 1],
    opinion: [0.4, -0.45, -0.15, 0.15, 0],
  },
  {
    variable: 'education',
    labels: ['no-degree', 'some-college', 'degree'],
    shares: [0.4, 0.25, 0.35],
    replies: [0.7, 1, 1.4],
    opinion: [-0.1, 0, 0.1],
  },
] as const

const options = 5
const cuts = [-1.3, -0.4, 0.3, 1.2]

/** Draws a city and a sample of it; the same seed gives the same city. */
export function inventCity({
  areas: areaCount,
  respondents,
  seed,
  items: itemCount = 3,
  missing = 0.05,
}: CityOptions): InventedCity {
  const random = generator(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const sizes = variables.map(({ labels }) => labels.length)
  const cells = sizes.reduce((product, size) => product * size, 1)
  const codeOf = (cell: number, v: number) =>
    Math.floor(cell / sizes.slice(0, v).reduce((a, b) => a * b, 1)) % sizes[v]!

  const populations = new Float64Array(areaCount)
  const population: Float64Array[] = []
  const opinion: Float64Array[] = []
  const divided: number[] = []
  const cellOpinion = Float64Array.from({ length: cells }, (_, cell) =>
    variables.reduce((sum, { opinion: of }, v) => sum + of[codeOf(cell, v)]!, 0),
  )
  const replies = Float64Array.from({ length: cells }, (_, cell) =>
    variables.reduce((product, { replies: of }, v) => product * of[codeOf(cell, v)]!, 1),
  )
  for (let area = 0; area < areaCount; area++) {
    const size = 90_000 * Math.exp(0.35 * normal())
    const tilted = variables.map(({ shares }) => tilt(shares, normal))
    const people = Float64Array.from(
      { length: cells },
      (_, cell) => size * tilted.reduce((product, shares, v) => product * shares[codeOf(cell, v)]!, 1),
    )
    const level = 0.15 + 0.35 * normal()
    population.push(people)
    populations[area] = size
    opinion.push(cellOpinion.map((value) => value + level))
    divided.push(Math.exp(0.2 * normal()))
  }

  const draw = aliasTable(
    population.flatMap((people) => Array.from(people, (count, cell) => count * replies[cell]!)),
    random,
  )
  const areas: Categories = {
    variable: 'area',
    labels: population.map((_, area) => `P${area + 1}`),
    codes: new Int32Array(respondents),
  }
  const codes = sizes.map(() => new Int32Array(respondents))
  const items = Array.from(
    { length: itemCount },
    (_, i): Item => ({ name: `item ${i + 1}`, options, answers: new Int8Array(respondents) }),
  )
  for (let row = 0; row < respondents; row++) {
    const place = draw()
    const [area, cell] = [Math.floor(place / cells), place % cells]
    areas.codes[row] = area
    codes.forEach((column, v) => (column[row] = random() < missing ? MISSING : codeOf(cell, v)))
    // One person's answers hang together, as in any battery of questions.
    const leaning = normal()
    items.forEach(({ answers }, i) => {
      const latent = opinion[area]![cell]! + itemLevel(i) + divided[area]! * (0.6 * leaning + 0.8 * normal())
      answers[row] = random() < 0.03 ? MISSING : 1 + cuts.filter((cut) => latent > cut).length
    })
  }

  const margins = variables.map(({ variable, labels }, v): Margin => {
    const targets = new Float64Array(labels.length)
    for (const people of population) people.forEach((count, cell) => (targets[codeOf(cell, v)]! += count))
    return { variable, labels, codes: codes[v]!, targets, targetsAre: 'shares', collapse: { by: 'order' } }
  })
  return {
    baseWeights: new Float64Array(respondents).fill(1),
    areas,
    populations,
    margins: [areaMargin(areas, populations), ...margins],
    items,
  }
}

const itemLevel = (item: number): number => [0, 0.25, -0.3][item % 3]!

/** Shares of an area: those of the city, tilted at random. */
function tilt(shares: readonly number[], normal: () => number): number[] {
  const raw = shares.map((share) => share * Math.exp(0.5 * normal()))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((share) => share / sum)
}

/** Draws an index with probability proportional to its weight, in constant time (Vose 1991). */
function aliasTable(weights: readonly number[], random: () => number): () => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const scaled = Float64Array.from(weights, (weight) => (weight / total) * weights.length)
  const alias = new Int32Array(weights.length)
  const small: number[] = []
  const large: number[] = []
  scaled.forEach((weight, i) => (weight < 1 ? small : large).push(i))
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.pop()!]
    alias[less] = more
    scaled[more]! -= 1 - scaled[less]!
    ;(scaled[more]! < 1 ? small : large).push(more)
  }
  for (const i of [...small, ...large]) scaled[i] = 1
  return () => {
    const i = Math.floor(random() * weights.length)
    return random() < scaled[i]! ? i : alias[i]!
  }
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
