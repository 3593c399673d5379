import { expect, test } from 'vitest'
import { speeding, type SpeedRule, type Timing } from '#analysis/quality/speeding.ts'

const rule: SpeedRule = { leastQuestions: 2, leastTimes: 3, leastMedian: 1, pace: 0.4 }

/** Times from rows of seconds; NaN where a question was not timed. */
function timingsOf(rows: readonly (readonly number[])[]): Timing[] {
  return (rows[0] ?? []).map((_, q) => ({
    question: `q${q + 1}`,
    seconds: Float64Array.from(rows, (row) => row[q]!),
  }))
}

const inOneMode = (rows: number) => ({ variable: 'mode', labels: ['web'], codes: new Int32Array(rows) })

test('a pace is the median of seconds over the question’s median', () => {
  // Medians: 10, 20, 8. Row 1: 3/10, 4/20, 2/8 → 0.30, 0.20, 0.25, in the middle 0.25.
  const rows = [
    [10, 20, 8],
    [3, 4, 2],
    [12, 24, 10],
    [10, 30, 9],
    [9, 19, 7],
  ]
  const { judged, pace, flagged, modes } = speeding(timingsOf(rows), inOneMode(5), rule)
  expect([...judged]).toEqual([0, 1, 2, 3, 4])
  expect(pace[1]).toBeCloseTo(0.25, 12)
  expect(flagged).toEqual([{ row: 1, reason: { kind: 'speeding', pace: pace[1], timed: 3 } }])
  expect(modes).toEqual([{ mode: 'web', medianSeconds: 10, judged: 5, isHuman: true }])
})

test('each mode has its own medians, and one pause or skipped question decides nothing', () => {
  const web = [
    [4, 4, 4],
    [4, 4, 3600],
    [4, NaN, 4],
    [4, 4, 4],
  ]
  const phone = web.map((row) => row.map((seconds) => 5 * seconds))
  const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1)
  const found = speeding(timingsOf([...web, ...phone]), { variable: 'mode', labels: ['web', 'phone'], codes }, rule)
  expect(found.flagged).toEqual([])
  expect([...found.pace]).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  expect(found.modes.map(({ medianSeconds }) => medianSeconds)).toEqual([4, 20])
})

test('who was timed too little is not judged, nor who has no mode', () => {
  const rows = [
    [1, NaN, NaN],
    [10, 10, 10],
    [10, 10, 10],
    [10, 10, 10],
    [1, 1, 1],
  ]
  const codes = Int32Array.of(0, 0, 0, 0, -1)
  const { judged, flagged } = speeding(timingsOf(rows), { variable: 'mode', labels: ['web'], codes }, rule)
  expect([...judged]).toEqual([1, 2, 3])
  expect(flagged).toEqual([])
})

test('times that no person could need judge nobody', () => {
  const rows = Array.from({ length: 6 }, (_, i) => [0.02, 0.01, i === 0 ? 0.001 : 0.03])
  const { judged, modes, flagged } = speeding(timingsOf(rows), inOneMode(6), rule)
  expect(judged).toHaveLength(0)
  expect(flagged).toEqual([])
  expect(modes[0]).toMatchObject({ isHuman: false, medianSeconds: 0.02 })
})

test('without times there is no median, and nobody is judged', () => {
  const { modes, judged } = speeding(timingsOf([[NaN], [NaN]]), inOneMode(2), rule)
  expect(modes).toEqual([{ mode: 'web', medianSeconds: undefined, judged: 0, isHuman: false }])
  expect(judged).toHaveLength(0)
})
