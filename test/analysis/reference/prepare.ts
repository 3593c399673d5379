import { join } from 'node:path'
import { type LonelyRule, surveyDesign } from '#analysis/variance/design.ts'
import { type VarianceFrame, varianceFrame } from '#analysis/variance/frame.ts'
import { checkBaseWeights, weighSample } from '#analysis/weigh-sample.ts'
import type { Margin } from '#analysis/weighting/margin.ts'
import { categories, numbers, readTable, type Table } from './table.ts'

type Total = Record<string, string | number> & { total: number }

export type Step =
  | {
      step: 'design'
      weights: string
      strata: string | null
      clusters: string[] | null
      fpc: string[] | null
      lonely_psu?: string
    }
  | { step: 'rake'; margins: { var: string; totals: Total[] }[] }
  | { step: 'poststratify'; vars: string[]; totals: Total[] }
  | { step: 'other' }

export type Prepared = { table: Table; frame: VarianceFrame }

const lonelyRules: Record<string, LonelyRule> = {
  remove: 'ignore',
  certainty: 'ignore',
  adjust: 'centre',
  average: 'average',
  fail: 'refuse',
}

/** Plays a case's steps: its table, weights and design. */
export function prepare(folder: string, data: string, steps: readonly Step[]): Prepared {
  const table = readTable(join(folder, data))
  const [design, calibration] = steps
  if (design?.step !== 'design') throw new Error('A case begins with its design.')
  const baseWeights = numbers(table, design.weights)
  checkBaseWeights(baseWeights, design.weights)
  const margins = marginsOf(table, calibration)
  const areas = { variable: 'everywhere', labels: ['all'], codes: new Int32Array(table.rows) }
  const recipe = { missing: 'refuse', tolerance: 1e-13, maxSweeps: 5000, trim: 'none' } as const
  const weighed = margins.length > 0 ? weighSample({ baseWeights, areas }, margins, recipe) : undefined
  const survey = surveyDesign({
    rows: table.rows,
    ...(design.strata && { strata: categories(table, [design.strata]).codes }),
    clusters: (design.clusters ?? []).map((name) => categories(table, [name]).codes),
    populationUnits: (design.fpc ?? []).map((name) => numbers(table, name)),
    lonely: lonelyRules[design.lonely_psu ?? 'fail'] ?? 'refuse',
  })
  return { table, frame: varianceFrame(weighed?.weights ?? baseWeights, survey, weighed?.calibration) }
}

function marginsOf(table: Table, step: Step | undefined): Margin[] {
  const margin = (vars: string[], totals: Total[]): Margin => {
    const counts = new Map(totals.map((total) => [vars.map((name) => total[name]).join('|'), total.total]))
    // A category of the sample that the totals do not name has nobody in the population.
    const labels = [...new Set([...counts.keys(), ...categories(table, vars).labels])]
    const targets = Float64Array.from(labels, (label) => counts.get(label) ?? 0)
    return { ...categories(table, vars, labels), targets, targetsAre: 'counts' }
  }
  if (step?.step === 'rake') return step.margins.map((each) => margin([each.var], each.totals))
  if (step?.step === 'poststratify') return [margin(step.vars, step.totals)]
  return []
}
