import { inert } from '../inert.ts'

/** An estimate as it is kept, in parts of one. */
export type ExportedEstimate = {
  readonly area_id: string | null
  readonly measure: string
  readonly statistic: string
  readonly category: string | null
  readonly estimate: number | null
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  readonly n_effective: number | null
  readonly design_effect: number | null
  readonly withheld: string | null
  readonly method: 'direct' | 'modelled'
}

type Cell = string | number | null

const header = [
  'study',
  'wave',
  'area',
  'area_name',
  'measure',
  'statistic',
  'category',
  'estimate',
  'se',
  'low',
  'high',
  'n',
  'n_effective',
  'design_effect',
  'withheld',
  'method',
]

/** The rows of estimates.csv: the city first, with an empty area. Of a withheld estimate there is only the reason. */
export function estimateRows(
  about: { study: string; wave: number; areas: readonly { id: string; name: string }[] },
  estimates: readonly ExportedEstimate[],
): Cell[][] {
  const { study, wave, areas } = about
  const byArea = Map.groupBy(estimates, ({ area_id }) => area_id)
  const places = [{ id: null, name: '' }, ...areas]
  const rows = places.flatMap(({ id, name }) =>
    (byArea.get(id) ?? []).toSorted(inOrder).map((row): Cell[] => {
      const { measure, statistic, category, withheld, method } = row
      const { estimate, se, low, high, n, n_effective, design_effect } = row
      const figures = withheld === null ? [estimate, se, low, high, n, n_effective, design_effect] : Array(7).fill(null)
      return [study, wave, inert(id ?? ''), inert(name), measure, statistic, category, ...figures, withheld, method]
    }),
  )
  return [header, ...rows]
}

function inOrder(a: ExportedEstimate, b: ExportedEstimate): number {
  return (
    a.measure.localeCompare(b.measure, 'en') ||
    a.statistic.localeCompare(b.statistic, 'en') ||
    (a.category ?? '').localeCompare(b.category ?? '', 'en', { numeric: true }) ||
    a.method.localeCompare(b.method, 'en')
  )
}
