/** Weights and all area estimates with standard errors: `npm run bench`, or this file alone with `npx node`. */
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import type { Value } from '#instruments/engine/events.ts'
import { planEstimates } from '#server/operations/plan-estimates.ts'
import { nowhere } from '../instruments/bundled.ts'
import { inventCity, type InventedCity } from './invented-city.ts'

export type AnalysisTiming = { rows: number; weighMs: number; estimateMs: number; worstMargin: number; peakMiB: number }

/** Weighs an invented sample to area totals and four city margins, and estimates what is asked for in 77 areas. */
export function timeAnalysis(
  rows: number,
  items: number,
  measuresOf: (city: InventedCity) => readonly Measure[],
): AnalysisTiming {
  const city = inventCity({ areas: 77, respondents: rows, seed: 1, items })
  const measures = measuresOf(city)
  const start = performance.now()
  const weighed = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins)
  const weighedAt = performance.now()
  estimateAreas(weighed, city.areas, measures)
  const end = performance.now()
  return {
    rows,
    weighMs: weighedAt - start,
    estimateMs: end - weighedAt,
    worstMargin: weighed.diagnostics.worst.error,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }
}

const threeScores = ({ items }: InventedCity): Measure[] =>
  (['support', 'net', 'polarization'] as const).map((kind) => ({ kind, name: kind, items }))

const scored = nowhere.study.measures.flatMap((measure) => (measure.kind === 'score' ? measure.items : []))
const shared = nowhere.study.measures.flatMap((measure) => (measure.kind === 'share' ? [measure.question] : []))
const bundledItems = scored.length + 2 * shared.length

/** Every score, item and choice of the bundled study. Two invented items make up the answer to a question of choices. */
function allFigures({ items, baseWeights }: InventedCity): Measure[] {
  const plan = planEstimates(nowhere)
  const columns = plan.columns.map(() => new Float64Array(baseWeights.length))
  for (let row = 0; row < baseWeights.length; row++) {
    const answers: Record<string, Value> = {}
    const given = (item: number) => items[item]!.answers[row]!
    scored.forEach(({ question }, item) => {
      if (given(item) >= 1) answers[question] = given(item)
    })
    shared.forEach((name, place) => {
      const question = nowhere.question(name)
      const [first, second] = [given(scored.length + 2 * place), given(scored.length + 2 * place + 1)]
      if (!question || !('choices' in question) || first < 1 || second < 1) return
      answers[name] = question.choices[(first + 5 * second) % question.choices.length]!.code
    })
    plan.columns.forEach((read, column) => (columns[column]![row] = read(answers)))
  }
  return plan.estimates.map(({ of }) => of(columns))
}

/** Prints the time and the process's peak memory for 17,000 and 1,000,000 interviews in 77 areas. */
export function benchAnalysis(print: (line: string) => void = console.log): void {
  const figures = planEstimates(nowhere).estimates.length
  for (const rows of [17_000, 1_000_000]) {
    for (const { what, items, measuresOf } of [
      { what: '3 scores', items: 1, measuresOf: threeScores },
      { what: `all ${figures} figures of the bundled study`, items: bundledItems, measuresOf: allFigures },
    ]) {
      const { weighMs, estimateMs, worstMargin, peakMiB } = timeAnalysis(rows, items, measuresOf)
      const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`
      print(
        `analysis, ${rows.toLocaleString('en')} interviews × 77 areas, 5 margins: weights ${ms(weighMs)}, ` +
          `${what} with standard errors ${ms(estimateMs)}, worst margin off by ${worstMargin.toExponential(1)}, ` +
          `peak memory so far ${Math.round(peakMiB)} MiB`,
      )
    }
  }
}

if (import.meta.main) benchAnalysis()
