import type { Outcomes, ResponseClass } from '#analysis/weighting/nonresponse.ts'
import type { Area } from '#server/store/areas.ts'
import type { SampledCases } from '#server/store/sampled-cases.ts'
import type { RowReaders } from './row-readers.ts'

/**
 * The weighting classes of a sample: how many of its cases, each weighing one over its probability, answered to the end,
 * were found eligible or not, or were never heard of. (A household's size is known of those who answered only, and so has
 * no part in this.)
 */
export function responseClasses(
  cases: readonly SampledCases[],
  responseClass: NonNullable<RowReaders['responseClass']>,
  { areas, headings }: { areas: readonly Area[]; headings: readonly string[] },
): ResponseClass[] {
  const parentOf = new Map<string | null, string | null>(areas.map(({ id, parent }) => [id, parent]))
  const classes = new Map<string, ResponseClass>()
  for (const { frame, area, stratum, probability, status, columns, cases: count } of cases) {
    const column = (heading: string) => columns[headings.indexOf(heading)] ?? undefined
    const label = responseClass({ frame, caseArea: area, stratum, column })
    const parent = parentOf.get(area) ?? ''
    const known = classes.get(label) ?? { label, frame: frame ?? '', parent, completes: 0, weights: nothing }
    const outcome = outcomeOf(status)
    classes.set(label, {
      ...known,
      // A class that lies in several boroughs has no neighbours of its own.
      parent: known.parent === parent ? parent : '',
      completes: known.completes + (outcome === 'complete' ? count : 0),
      weights: { ...known.weights, [outcome]: known.weights[outcome] + count / probability },
    })
  }
  return [...classes.values()].sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
}

const nothing: Outcomes = { complete: 0, eligible: 0, ineligible: 0, unknown: 0 }

/** Consent is asked of those who are eligible; who stopped before, or has just begun, may or may not be. */
function outcomeOf(status: SampledCases['status']): keyof Outcomes {
  switch (status) {
    case 'complete':
    case 'ineligible':
      return status
    case 'declined':
    case 'broken-off':
      return 'eligible'
    case 'opted-out':
    case 'in-progress':
    case null:
      return 'unknown'
  }
}
