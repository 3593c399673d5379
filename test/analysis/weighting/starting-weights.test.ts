import { expect, test } from 'vitest'
import { randomStream } from '#analysis/random.ts'
import type { ResponseClass } from '#analysis/weighting/nonresponse.ts'
import { usualOptIn } from '#analysis/weighting/opt-in.ts'
import { type Intake, startingWeights } from '#analysis/weighting/starting-weights.ts'
import { lettered } from '../sample.ts'

type Person = { area: number; adults: number; lines: number; says: number }

/**
 * An invented town: 6,000 households of one to four adults in four areas; 85 of 100 adults have a phone, some two. Whoever
 * lives with many others, or has a phone, says yes more often, and the larger areas answer more.
 */
function inventTown(seed: number) {
  const random = randomStream(seed)
  const households = Array.from({ length: 6000 }, (_, h) => {
    const adults = 1 + Math.floor(4 * random())
    return Array.from({ length: adults }, (): Person => {
      const lines = random() < 0.85 ? 1 + Number(random() < 0.3) : 0
      const says = Number(random() < 0.1 + 0.12 * adults + (lines > 0 ? 0.15 : 0))
      return { area: h % 10 < 4 ? 0 : h % 10 < 7 ? 1 : h % 10 < 9 ? 2 : 3, adults, lines, says }
    })
  })
  return { households, people: households.flat() }
}

const answering = [0.6, 0.5, 0.35, 0.25]
const chances = { address: [0.1, 0.1, 0.2, 0.3], phone: [0.04, 0.06, 0.1, 0.15] }

/** One sample of the town from both frames, and what its weights make of it. */
function sampleOf({ households, people }: ReturnType<typeof inventTown>, seed: number) {
  const random = randomStream(seed)
  const rows: (Person & { frame: 'a' | 'p'; probability: number })[] = []
  const classes = (['a', 'p'] as const).flatMap((frame) =>
    chances.address.map(
      (_, area): ResponseClass => ({
        label: `${frame} ${area}`,
        frame,
        parent: '',
        completes: 0,
        weights: { complete: 0, eligible: 0, ineligible: 0, unknown: 0 },
      }),
    ),
  )
  const ask = (person: Person, frame: 'a' | 'p', probability: number) => {
    const own = classes[(frame === 'a' ? 0 : 4) + person.area]!
    const answers = random() < answering[person.area]!
    own.weights[answers ? 'complete' : 'unknown'] += 1 / probability
    if (!answers) return
    own.completes++
    rows.push({ ...person, frame, probability })
  }
  for (const household of households) {
    const chance = chances.address[household[0]!.area]!
    if (random() < chance) ask(household[Math.floor(random() * household.length)]!, 'a', chance)
  }
  for (const person of people)
    for (let line = 0; line < person.lines; line++)
      if (random() < chances.phone[person.area]!) ask(person, 'p', chances.phone[person.area]!)

  const inArea = (of: (person: Person) => boolean) =>
    Float64Array.from(chances.address, (_, area) => people.filter((one) => one.area === area && of(one)).length)
  const frames = lettered('frame', rows.map(({ frame }) => frame).join(''))
  const intake: Intake = {
    selection: {
      probabilities: Float64Array.from(rows, ({ probability }) => probability),
      frames,
      draws: ['one-adult', 'numbers'],
      adults: Float64Array.from(rows, ({ adults }) => adults),
      lines: Float64Array.from(rows, ({ lines }) => lines),
    },
    areas: { variable: 'area', labels: ['0', '1', '2', '3'], codes: Int32Array.from(rows, ({ area }) => area) },
    nonresponse: {
      classOfRow: Int32Array.from(rows, ({ frame, area }) => (frame === 'a' ? 0 : 4) + area),
      classes,
      rule: { fewest: 30, most: 3 },
    },
    composition: {
      reached: [new Uint8Array(rows.length).fill(1), Uint8Array.from(rows, ({ lines }) => Number(lines > 0))],
      adults: [inArea(() => true), inArea(({ lines }) => lines > 0)],
      everybody: [people.length, people.filter(({ lines }) => lines > 0).length],
    },
  }
  return { rows, intake, ...startingWeights(intake) }
}

const meanOf = (rows: readonly Person[], weights: Float64Array) =>
  rows.reduce((sum, { says }, row) => sum + weights[row]! * says, 0) / weights.reduce((sum, weight) => sum + weight, 0)

test('over many samples the weights find the town, where chances alone miss it', () => {
  const town = inventTown(1)
  const truth = town.people.reduce((sum, { says }) => sum + says, 0) / town.people.length
  const drawn = Array.from({ length: 60 }, (_, seed) => sampleOf(town, 100 + seed))
  const summary = (of: (sample: (typeof drawn)[number]) => number) => {
    const found = drawn.map(of)
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length
    const spread = Math.sqrt(found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (found.length - 1))
    return { mean, error: spread / Math.sqrt(found.length) }
  }
  const weighed = summary(({ rows, weights }) => meanOf(rows, weights))
  expect(Math.abs(weighed.mean - truth)).toBeLessThan(3 * weighed.error)
  expect(weighed.error).toBeLessThan(0.003)
  const unweighed = summary(({ rows }) => meanOf(rows, new Float64Array(rows.length).fill(1)))
  const byChance = (one: 'a' | 'p') =>
    summary(({ rows }) =>
      meanOf(
        rows,
        Float64Array.from(rows, (row) => Number(row.frame === one) / row.probability),
      ),
    )
  for (const { mean } of [unweighed, byChance('a'), byChance('p')]) expect(Math.abs(mean - truth)).toBeGreaterThan(0.01)
  const people = summary(({ weights }) => weights.reduce((sum, weight) => sum + weight, 0))
  expect(Math.abs(people.mean / town.people.length - 1)).toBeLessThan(0.02)
})

test('each weight is the product of its factors, and the report has their ranges', () => {
  const { weights, factors, report, rows } = sampleOf(inventTown(2), 7)
  weights.forEach((weight, row) =>
    expect(factors.base[row]! * factors.nonresponse[row]! * factors.composite[row]!).toBe(weight),
  )
  expect(report.factors.nonresponse).toEqual({
    least: Math.min(...factors.nonresponse),
    most: Math.max(...factors.nonresponse),
  })
  expect(report).toMatchObject({ drawn: rows.length, came: 0 })
  expect(report.nonresponse?.used.map(({ label }) => label)).toHaveLength(8)
  expect(report.composition?.map(({ area }) => area)).toEqual(['0', '1', '2', '3'])
})

test('what is not asked for has the factor 1', () => {
  const { intake } = sampleOf(inventTown(2), 7)
  const { probabilities, frames } = intake.selection
  const { weights, factors, report } = startingWeights({
    selection: { probabilities, frames, draws: [] },
    areas: intake.areas,
  })
  expect(weights).toEqual(probabilities.map((chance) => 1 / chance))
  expect(new Set([...factors.nonresponse, ...factors.composite])).toEqual(new Set([1]))
  expect(Object.keys(report).sort()).toEqual(['came', 'capped', 'drawn', 'factors', 'frames', 'untold'])
})

test('people who came on their own bring their covariates’ people, within their share, and nothing where nobody was drawn', () => {
  const { rows, intake, weights: before } = sampleOf(inventTown(3), 8)
  // The same people once more, of whom those in large households came three times as often.
  const came = rows.flatMap((row) => Array.from({ length: row.adults > 2 ? 3 : 1 }, () => row))
  const all = [...rows, ...came]
  const size: Intake['areas'] = {
    variable: 'adults',
    labels: ['1', '2', '3', '4'],
    codes: Int32Array.from(all, ({ adults }) => adults - 1),
  }
  const selection = {
    probabilities: Float64Array.from(before, (weight) => 1 / weight).map((chance) => Math.min(1, chance)),
    frames: { variable: 'frame', labels: [], codes: new Int32Array(all.length).fill(-1) },
    draws: [],
  }
  const chance = Float64Array.of(...selection.probabilities, ...came.map(() => NaN))
  const areas = { ...intake.areas, codes: Int32Array.from(all, ({ area }) => area) }
  const { weights, optIn, report } = startingWeights({
    selection: { ...selection, probabilities: chance },
    areas,
    optIn: { covariates: [size], rule: usualOptIn },
  })
  expect(report.optIn?.shares.map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25])
  const shareOfLarge = (own: number) => {
    const sum = (of: (row: number) => boolean) =>
      weights.reduce((total, weight, row) => total + (optIn[row] === own && of(row) ? weight : 0), 0)
    return sum((row) => all[row]!.adults > 2) / sum(() => true)
  }
  expect(shareOfLarge(1)).toBeCloseTo(shareOfLarge(0), 2)
  const nobody = startingWeights({
    selection: { ...selection, probabilities: chance.fill(NaN) },
    areas,
    optIn: { covariates: [size], rule: usualOptIn },
  })
  expect(new Set(nobody.weights)).toEqual(new Set([1]))
})
