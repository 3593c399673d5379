/** Weights and all area estimates with standard errors: `npm run bench`, or this file alone with `npx node`. */
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { inventCity } from './invented-city.ts'

export type AnalysisTiming = { rows: number; weighMs: number; estimateMs: number; worstMargin: number; peakMiB: number }

/** Weighs an invented sample to area totals and four city margins, and estimates three scores in 77 areas. */
export function timeAnalysis(rows: number): AnalysisTiming {
  const city = inventCity({ areas: 77, respondents: rows, seed: 1, items: 1 })
  const measures: Measure[] = (['support', 'net', 'polarization'] as const).map((kind) => ({
    kind,
    name: kind,
    items: city.items,
  }))
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

/** Prints the time and the process's peak memory for 17,000 and 1,000,000 interviews in 77 areas. */
export function benchAnalysis(print: (line: string) => void = console.log): void {
  for (const rows of [17_000, 1_000_000]) {
    const { weighMs, estimateMs, worstMargin, peakMiB } = timeAnalysis(rows)
    const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`
    print(
      `analysis, ${rows.toLocaleString('en')} interviews × 77 areas, 5 margins: weights ${ms(weighMs)}, ` +
        `3 scores with standard errors ${ms(estimateMs)}, worst margin off by ${worstMargin.toExponential(1)}, ` +
        `peak memory so far ${Math.round(peakMiB)} MiB`,
    )
  }
}

if (import.meta.main) benchAnalysis()
