/** What is asked of the figures: the bars, and the tables of statistics.md, sections 10, 11 and 15. */
import type { Score } from './score.ts'

/** Scores of one size, by `question measure method`. */
export type Scores = Record<string, Score>

export type Bar = { size: number; what: string; atLeast: number; atMost: number; figure: (scores: Scores) => number }
export type Verdict = Omit<Bar, 'figure'> & { found: number; met: boolean }

/** The question that interviewers change, so that it is adjusted, and the one that they do not. */
const [adjusted, untouched] = ['support', 'safety']

const at = (scores: Scores, key: string): Score => {
  const score = scores[key]
  if (!score) throw new Error(`Nothing was measured as "${key}".`)
  return score
}

const size = { large: 17_000, small: 4_000 }

const ratios = [size.large, size.small].flatMap((n): Bar[] =>
  ['support', 'net', 'polarization'].flatMap((measure) =>
    ['direct', 'modelled'].flatMap((method): Bar[] => {
      const key = `${adjusted} ${measure} ${method}`
      return [
        {
          size: n,
          what: `${measure}, ${method}: error over mean standard error`,
          atLeast: 0.95,
          atMost: 1.05,
          figure: (scores) => at(scores, key).rmse / at(scores, key).meanSe,
        },
        {
          size: n,
          what: `${measure}, ${method}: coverage of 95 % intervals`,
          atLeast: 0.93,
          atMost: 0.97,
          figure: (scores) => at(scores, key).coverage,
        },
      ]
    }),
  ),
)

const gaps = [size.large, size.small].flatMap((n) =>
  [adjusted, untouched].map(
    (question): Bar => ({
      size: n,
      what: `gap on ${question}, modelled: coverage of 95 % intervals`,
      atLeast: 0.9,
      atMost: 1,
      figure: (scores) => at(scores, `${question} gap modelled`).coverage,
    }),
  ),
)

const gains = [
  { n: size.large, atMost: 0.9 },
  { n: size.small, atMost: 0.75 },
].map(
  ({ n, atMost }): Bar => ({
    size: n,
    what: 'support: modelled over direct error',
    atLeast: 0,
    atMost,
    figure: (scores) => at(scores, `${adjusted} support modelled`).rmse / at(scores, `${adjusted} support direct`).rmse,
  }),
)

const accuracies = [
  { key: `${adjusted} support direct`, large: 0.0394, small: 0.0811 },
  { key: `${adjusted} support modelled`, large: 0.0351, small: 0.0577 },
  { key: `${adjusted} net direct`, large: 0.0705, small: 0.144 },
  { key: `${adjusted} net modelled`, large: 0.0642, small: 0.105 },
  { key: `${adjusted} polarization direct`, large: 0.0323, small: 0.0682 },
  { key: `${adjusted} polarization modelled`, large: 0.0308, small: 0.0586 },
  { key: `${untouched} gap modelled`, large: 0.03 },
  { key: `${adjusted} gap modelled`, large: 0.048 },
].flatMap(({ key, large, small }) =>
  [{ n: size.large, atMost: large }, ...(small === undefined ? [] : [{ n: size.small, atMost: small }])].map(
    ({ n, atMost }): Bar => ({
      size: n,
      what: `${key}: root mean squared error`,
      atLeast: 0,
      atMost,
      figure: (scores) => at(scores, key).rmse,
    }),
  ),
)

const biases = ['support', 'polarization'].map(
  (measure): Bar => ({
    size: size.large,
    what: `${measure}, direct: bias`,
    atLeast: -0.003,
    atMost: 0.003,
    figure: (scores) => at(scores, `${adjusted} ${measure} direct`).bias,
  }),
)

const city: Bar = {
  size: size.large,
  what: 'city, support: root mean squared error',
  atLeast: 0,
  atMost: 0.01,
  figure: (scores) => at(scores, `${adjusted} support city`).rmse,
}

export const bars: Bar[] = [...accuracies, ...gains, ...ratios, ...gaps, ...biases, city]

export function judge(scores: ReadonlyMap<number, Scores>): Verdict[] {
  return bars.flatMap(({ figure, ...bar }) => {
    const own = scores.get(bar.size)
    if (!own) return []
    const found = figure(own)
    return [{ ...bar, found, met: found >= bar.atLeast && found <= bar.atMost }]
  })
}
