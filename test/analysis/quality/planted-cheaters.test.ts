import { expect, test } from 'vitest'
import { nearDuplicates } from '#analysis/quality/near-duplicates.ts'
import { speeding } from '#analysis/quality/speeding.ts'
import { straightLining } from '#analysis/quality/straight-lining.ts'
import { numbersFrom } from '#test/support/fielded-wave.ts'

const rows = 3000
const interviewers = 30
const planted = 60
const scaleItems = 6
const otherItems = 16

/** An invented sample: attitudes that hang together, other answers by area, times that spread by person and question. */
function sampleFrom(seed: number) {
  const random = numbersFrom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const interviewer = Int32Array.from({ length: rows }, () => Math.floor(interviewers * random()))
  const traits = Float64Array.from({ length: rows }, normal)
  const paces = Float64Array.from({ length: rows }, () => Math.exp(0.3 * normal()))
  const answers = Array.from({ length: scaleItems }, () =>
    Int8Array.from(traits, (trait) => {
      const felt = 0.7 * trait + Math.sqrt(1 - 0.49) * normal()
      return 1 + [-1.2, -0.4, 0.3, 1.1].filter((cut) => felt > cut).length
    }),
  )
  const others = Array.from({ length: otherItems }, (_, i) => {
    const options = 2 + (i % 6)
    return Int16Array.from(traits, () => Math.floor(options * random() ** 1.5))
  })
  const seconds = Array.from({ length: scaleItems + otherItems }, (_, q) =>
    Float64Array.from(paces, (pace) => (5 + q) * pace * Math.exp(0.5 * normal())),
  )
  return { random, interviewer, answers, others, seconds }
}

type Planted = ReturnType<typeof sampleFrom>

/** Of those flagged: how many of the planted rows (the first ones), and how many others. */
function scored(flagged: readonly { row: number }[]) {
  const found = flagged.filter(({ row }) => row < planted).length
  return { found: found / planted, falsely: (flagged.length - found) / (rows - planted) }
}

const linesIn = ({ answers }: Planted) =>
  straightLining({ name: 'b', options: 5, items: answers.map((own, i) => ({ name: `i${i}`, answers: own })) }).flagged
const speedersIn = ({ seconds }: Planted) =>
  speeding(
    seconds.map((own, q) => ({ question: `q${q}`, seconds: own })),
    { variable: 'mode', labels: ['web'], codes: new Int32Array(rows) },
  ).flagged
const duplicatesIn = ({ answers, others, interviewer }: Planted) =>
  nearDuplicates(
    [...answers.map((own) => Int16Array.from(own)), ...others].map((codes, i) => ({ name: `i${i}`, codes })),
    interviewer,
  ).flagged

const kinds = [
  {
    kind: 'straight-liners',
    flag: linesIn,
    plant: ({ answers }: Planted) => {
      for (const own of answers) own.fill(3, 0, planted)
    },
    leastFound: 1,
    mostFalsely: 0.05,
  },
  {
    kind: 'speeders',
    flag: speedersIn,
    plant: ({ seconds }: Planted) => {
      for (const own of seconds) for (let row = 0; row < planted; row++) own[row]! /= 5
    },
    leastFound: 0.95,
    mostFalsely: 0.005,
  },
  {
    kind: 'copies with a few answers changed',
    flag: duplicatesIn,
    plant: ({ answers, others, interviewer, random }: Planted) => {
      interviewer.fill(0, 0, planted)
      for (let row = 1; row < planted; row++) {
        for (const own of [...answers, ...others]) own[row] = own[0]!
        for (let change = 0; change < 2; change++) {
          const item = Math.floor(otherItems * random())
          others[item]![row] = Math.floor((2 + (item % 6)) * random())
        }
      }
    },
    leastFound: 0.95,
    mostFalsely: 0.005,
  },
]

test.each(kinds)(
  '$kind are found, and honest interviews mostly left alone',
  ({ flag, plant, leastFound, mostFalsely }) => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
    const scores = seeds.map((seed) => {
      const sample = sampleFrom(seed)
      plant(sample)
      return scored(flag(sample))
    })
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(scores.map(({ found }) => found))).toBeGreaterThanOrEqual(leastFound)
    expect(mean(scores.map(({ falsely }) => falsely))).toBeLessThanOrEqual(mostFalsely)
  },
)

test('a sample without cheaters has next to no speeders and duplicates', () => {
  const seeds = [11, 12, 13, 14, 15, 16, 17, 18]
  const flagged = (flag: (sample: Planted) => readonly unknown[]) =>
    seeds.reduce((sum, seed) => sum + flag(sampleFrom(seed)).length, 0) / (rows * seeds.length)
  expect(flagged(speedersIn)).toBeLessThan(0.005)
  expect(flagged(duplicatesIn)).toBeLessThan(0.001)
  expect(flagged(linesIn)).toBeLessThan(0.05)
})
