import { describe, expect, test } from 'vitest'
import { judgeInterviews, type Reason } from '#server/operations/quality/judge-interviews.ts'
import type { InterviewColumns } from '#server/operations/quality/read-interviews.ts'
import { numbersFrom } from '#test/support/fielded-wave.ts'

const rows = 3000
const interviewers = 30
const areas = 8
const planted = 60
const seeds = [1, 2, 3, 4, 5, 6]

/**
 * Columns of an invented wave: attitudes that hang together, other answers that do not, times that spread by person and
 * by question. Cheaters are planted in the first rows.
 */
function waveFrom(seed: number) {
  const random = numbersFrom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const traits = Float64Array.from({ length: rows }, normal)
  const paces = Float64Array.from({ length: rows }, () => Math.exp(0.3 * normal()))
  const cuts = [-1.2, -0.4, 0.3, 1.1]
  const answers = Array.from({ length: 6 }, () =>
    Int8Array.from(traits, (trait) => {
      const felt = 0.7 * trait + Math.sqrt(1 - 0.49) * normal()
      return 1 + cuts.filter((cut) => felt > cut).length
    }),
  )
  const others = Array.from({ length: 14 }, (_, i) =>
    Int16Array.from(traits, () => Math.floor((2 + (i % 6)) * random() ** 1.5)),
  )
  const seconds = Array.from({ length: 20 }, (_, q) =>
    Float64Array.from(paces, (pace) => (5 + q) * pace * Math.exp(0.45 * normal())),
  )
  const codes = (count: number) => Int32Array.from(traits, () => Math.floor(count * random()))
  return { random, answers, others, seconds, interviewer: codes(interviewers), area: codes(areas) }
}
type Invented = ReturnType<typeof waveFrom>

function columnsOf({ answers, others, seconds, interviewer, area }: Invented): InterviewColumns {
  const labels = (count: number) => Array.from({ length: count }, (_, i) => String(i))
  return {
    modes: { variable: 'mode', labels: ['phone'], codes: new Int32Array(rows) },
    interviewers: { variable: 'interviewer', labels: labels(interviewers), codes: interviewer },
    areas: { variable: 'area', labels: labels(areas), codes: area },
    blocks: [{ name: 'police', options: 5, items: answers.map((own, i) => ({ name: `item ${i}`, answers: own })) }],
    closed: [...answers.map((own) => Int16Array.from(own)), ...others].map((own, i) => ({ name: `q${i}`, codes: own })),
    timings: seconds.map((own, q) => ({ question: `q${q}`, seconds: own })),
    traits: answers.map((own, i) => ({ name: `item ${i}`, values: Float64Array.from(own) })),
  }
}

type Kind = { kind: Reason['kind']; cheaters: string; plant: (wave: Invented) => void }

const kinds: Kind[] = [
  {
    kind: 'straight-lining',
    cheaters: 'people who click through on one answer',
    plant: ({ answers, seconds }) => {
      for (const own of answers) own.fill(3, 0, planted)
      for (const own of seconds) for (let row = 0; row < planted; row++) own[row]! *= 0.3
    },
  },
  {
    kind: 'speeding',
    cheaters: 'people who need a fifth of the time',
    plant: ({ seconds }) => {
      for (const own of seconds) for (let row = 0; row < planted; row++) own[row]! *= 0.2
    },
  },
  {
    kind: 'near-duplicate',
    cheaters: 'an interviewer who copies one interview with two answers changed',
    plant: ({ answers, others, interviewer, random }) => {
      interviewer.fill(0, 0, planted)
      for (let row = 1; row < planted; row++) {
        for (const own of [...answers, ...others]) own[row] = own[0]!
        for (const item of [Math.floor(7 * random()), 7 + Math.floor(7 * random())])
          others[item]![row] = Math.floor((2 + (item % 6)) * random())
      }
    },
  },
]

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe.each(kinds)('$cheaters', ({ kind, plant }) => {
  const judged = seeds.map((seed) => {
    const wave = waveFrom(seed)
    plant(wave)
    return judgeInterviews(columnsOf(wave))
  })
  const flagged = judged.map((one) =>
    one.flagged.filter(({ reasons }) => reasons.some((reason) => reason.kind === kind)).map(({ row }) => row),
  )

  test('are found', () => {
    const found = flagged.map((own) => own.filter((row) => row < planted).length / planted)
    expect(mean(found)).toBeGreaterThan(0.9)
  })

  test('do not make honest interviews suspicious', () => {
    const falsely = judged.map((one) => one.flagged.filter(({ row }) => row >= planted).length / (rows - planted))
    expect(mean(falsely)).toBeLessThan(0.01)
  })
})

test('of honest interviews fewer than one in a hundred have a reason, and no interviewer stands out', () => {
  const judged = [21, 22, 23, 24, 25, 26].map((seed) => judgeInterviews(columnsOf(waveFrom(seed))))
  expect(mean(judged.map(({ flagged }) => flagged.length / rows))).toBeLessThan(0.01)
  const unusual = judged.flatMap((one) => one.interviewers.filter(({ adjusted }) => adjusted <= 0.05))
  expect(unusual.length).toBeLessThanOrEqual(2) // of 180, with 5 % of the lists expected to hold one
  const deviating = judged.flatMap(({ effects }) => effects.flatMap(({ deviations }) => deviations))
  expect(deviating.length).toBeLessThanOrEqual(2)
})

test('an interviewer who makes interviews up has more flagged ones than others, and an own style of answers', () => {
  const wave = waveFrom(31)
  kinds[2]?.plant(wave)
  for (const own of wave.answers) own.fill(5, 0, planted)
  const { interviewers: listed, effects } = judgeInterviews(columnsOf(wave))
  expect(listed[0]).toMatchObject({ interviewer: '0' })
  expect(listed[0]?.flagged).toBeGreaterThanOrEqual(50)
  expect(listed[0]?.adjusted).toBeLessThan(1e-6)
  expect(listed[1]?.adjusted).toBeGreaterThan(0.05)
  expect(effects[0]?.deviations.filter(({ interviewer }) => interviewer === '0').length).toBeGreaterThanOrEqual(5)
  const items = effects[0]?.correlations.filter(({ trait }) => trait.startsWith('item')) ?? []
  expect(items).toHaveLength(6)
  expect(items.every(({ correlation, se }) => correlation > 1.96 * se)).toBe(true)
})
