/**
 * What the product asks of the analysis, timed: run by analysis.ts in a process of its own for every size, from cold.
 * Prints one JSON line.
 */
import { enoughYet } from '#analysis/enough-yet.ts'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import type { Value } from '#instruments/engine/events.ts'
import { planEstimates } from '#server/operations/plan-estimates.ts'
import { nowhere } from '../instruments/bundled.ts'
import { type InventedCity, inventCity } from './invented-city.ts'

/** Seconds. */
export type ProductReport = {
  rows: number
  weigh: number
  figures: number
  estimate: number
  peakMiB: number
}

/** Seconds on the clock, and of the processor in the one thread that works. */
export type EnoughReport = { seconds: number; cpu: number }

const scored = nowhere.study.measures.flatMap((measure) => (measure.kind === 'score' ? measure.items : []))
const shared = nowhere.study.measures.flatMap((measure) => (measure.kind === 'share' ? [measure.question] : []))

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

/** Everything, or the desk's question "enough yet?" alone. */
function timeProduct(rows: number, task: string): ProductReport | EnoughReport {
  const city = inventCity({ areas: 77, respondents: rows, seed: 1, items: scored.length + 2 * shared.length })
  const { baseWeights, areas, margins, populations } = city
  const timed = <Result>(work: () => Result): { result: Result; seconds: number } => {
    const start = performance.now()
    return { result: work(), seconds: (performance.now() - start) / 1000 }
  }
  if (task === 'enough') {
    const items = city.items.slice(0, 4) // the score of trust has four
    const measures = (['support', 'polarization'] as const).map((kind): Measure => ({ kind, name: kind, items }))
    const before = process.threadCpuUsage()
    const ask = () => enoughYet({ baseWeights, areas }, margins, measures, { halfWidth: 0.1, populations })
    const { seconds } = timed(ask)
    const { user, system } = process.threadCpuUsage(before)
    return { seconds, cpu: (user + system) / 1e6 }
  }
  const measures = allFigures(city)
  const weighed = timed(() => weighSample({ baseWeights, areas }, margins))
  const estimated = timed(() => estimateAreas(weighed.result, areas, measures))
  const peakMiB = process.resourceUsage().maxRSS / 1024
  return { rows, weigh: weighed.seconds, figures: measures.length, estimate: estimated.seconds, peakMiB }
}

if (import.meta.main) {
  const [rows = '', task = ''] = process.argv.slice(2)
  console.log(JSON.stringify(timeProduct(Number(rows), task)))
}
