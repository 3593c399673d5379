import type { AreaModel } from '#analysis/model-areas.ts'
import type { GapModel } from '#analysis/model-gaps.ts'
import type { GapReasons } from '#analysis/quality/gap-publication.ts'
import type { PublishedMeasure } from '#analysis/quality/publication.ts'
import type { ModelledRow, ModelRow } from '#server/store/models.ts'
import type { EstimateRow } from '#server/store/weighting.ts'
import type { Ranked, Stated } from './model-estimates.ts'
import type { PlannedEstimate } from './plan-estimates.ts'
import type { PlannedGap } from './plan-gaps.ts'

/** The run that rows belong to, its areas in order, and the seed of its draws. */
export type RunOfRows = { readonly runId: string; readonly areas: readonly string[]; readonly seed: number }

export type ModelledRows = { readonly models: ModelRow[]; readonly modelled: ModelledRow[] }

/** A measure's model as it is kept. */
export function measureRows(
  { runId, areas, seed }: RunOfRows,
  { measure, statistic, category }: PlannedEstimate,
  found: { model: AreaModel; published: PublishedMeasure; ranks: Ranked | undefined; statements: Stated | undefined },
): ModelledRows {
  const { model, published, ranks, statements } = found
  const names = { run_id: runId, measure, statistic, category }
  const { variance, rSquared, coefficients, smoothingFactor, benchmarkGap } = model
  const outliers = model.outliers.flatMap((area) => areas[area] ?? [])
  const about = { variance, rSquared, coefficients, smoothingFactor, benchmarkGap, outliers }
  const modelled = areas.flatMap((area_id, area): ModelledRow[] => {
    const [one, shown] = [model.areas[area], published.areas[area]]
    if (!one || !shown || one.status === 'unpopulated') return []
    const { n, estimate, mse, low, high, synthetic, gamma, residual, samplingVariance } = one
    const statement = statements?.[area]
    return [
      {
        ...names,
        area_id,
        method: one.status,
        n,
        estimate,
        mse,
        low,
        high,
        published: shown.status === 'modelled',
        withheld: reasonOf(shown),
        rank: ranks?.[area] ?? null,
        about: { synthetic, gamma, residual, samplingVariance, ...(statement && { statement }) },
      },
    ]
  })
  return { models: [{ ...names, method: model.method, seed: String(seed), about }], modelled }
}

/** Why a modelled figure may not be told; beside a direct one it may where that gives nothing else away. */
function reasonOf(shown: PublishedMeasure['areas'][number]): string | null {
  if (shown.status === 'withheld') return shown.reason
  return shown.status === 'modelled' || shown.beside ? null : 'protects-another'
}

/** A sure gap is flagged from this probability on of being over 10 points, if the test of all areas finds it too. */
const sureOfGap = 0.8
const testedAt = 0.05

/** A gap as it is kept: direct among the estimates of its run, and as modelled. */
export function gapRows(
  { runId, areas, seed }: RunOfRows,
  { measure, demographic }: PlannedGap,
  { model, reasons }: { model: GapModel; reasons: GapReasons },
): ModelledRows & { readonly estimates: EstimateRow[] } {
  const names = { run_id: runId, measure, statistic: 'gap', category: demographic }
  const direct = (area_id: string | null, found: GapModel['city'], withheld: string | null): EstimateRow => {
    const about = { ...names, area_id, withheld }
    if (found.status === 'empty')
      return { ...about, estimate: null, se: null, low: null, high: null, n: 0, n_effective: null, design_effect: null }
    const { estimate, se, low, high, n, nKish } = found
    return { ...about, estimate, se, low, high, n, n_effective: nKish, design_effect: n / nKish }
  }
  const modelled = areas.flatMap((area_id, area): ModelledRow[] => {
    const found = model.areas[area]
    if (!found || found.modelled.status === 'empty') return []
    const { status: method, estimate, mse, low, high, above } = found.modelled
    const { direct: tested } = found
    const withheld = reasons.areas[area]?.modelled ?? null
    const test = tested.status === 'estimated' && { probability: tested.probability, adjusted: tested.adjusted }
    const notable = test && test.adjusted < testedAt && above >= sureOfGap
    const row = { ...names, area_id, method, n: tested.n, estimate, mse, low, high }
    return [{ ...row, published: withheld === null, withheld, rank: null, about: { above, ...test, notable } }]
  })
  const { city, draws, model: cells } = model
  const about = {
    draws,
    ...(city.status === 'estimated' && { probability: city.probability }),
    ...(cells && {
      variance: { estimate: cells.sigma2u, cells: cells.sigma2v },
      coefficients: cells.coefficients,
      smoothingFactor: cells.smoothingFactor,
    }),
  }
  return {
    models: [{ ...names, method: cells ? 'cells' : 'none', seed: String(seed), about }],
    modelled,
    estimates: [
      direct(null, city, reasons.city ?? null),
      ...areas.flatMap((area_id, area) => {
        const found = model.areas[area]
        return found ? [direct(area_id, found.direct, reasons.areas[area]?.direct ?? null)] : []
      }),
    ],
  }
}
