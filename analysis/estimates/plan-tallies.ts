import { answeredBy, type Measure } from './measure.ts'
import { sumOver, type TalliedMeasure, type Tally, type Tallying } from './tally.ts'

/**
 * Plans the tallies of measures; those that count the same answers share one.
 *
 * @param placeOfRow  0 to places − 1, or below 0 for a row that does not count
 * @param regions     the places that make up each region
 */
export function planTallies(
  measures: readonly Measure[],
  placeOfRow: Int32Array,
  places: number,
  regions: Int32Array[],
): Tallying {
  const tallies: Tally[] = []
  const add = (tally: Tally): number => {
    const known = tallies.findIndex((other) => alike(other, tally))
    return known >= 0 ? known : tallies.push(tally) - 1
  }
  const binned = (answers: number, answerOf: (row: number) => number): Tally => {
    const bins = new Int32Array(placeOfRow.length)
    for (let row = 0; row < bins.length; row++)
      if (placeOfRow[row]! >= 0) bins[row] = placeOfRow[row]! * answers + answerOf(row)
    return { bins, answers }
  }
  const planned = measures.map((measure): TalliedMeasure => {
    switch (measure.kind) {
      case 'support':
      case 'net':
      case 'place':
      case 'polarization': {
        const { kind, items } = measure
        const tallied = items.map(({ options, answers }) =>
          add(binned(options + 1, (row) => Math.max(0, answers[row]!))),
        )
        return { kind, tallies: tallied, options: items.map(({ options }) => options) }
      }
      case 'share': {
        const { values } = measure
        return { kind: 'share', tally: add(binned(3, (row) => (Number.isNaN(values[row]!) ? 0 : 1 + values[row]!))) }
      }
      case 'mean':
      case 'total': {
        const { kind, values } = measure
        return {
          kind,
          tally: add({ ...binned(2, (row) => (Number.isNaN(values[row]!) ? 0 : 1)), values: known(values) }),
        }
      }
      case 'gap': {
        const { values, groups, minAnswers = 10 } = measure
        const answered = answeredBy(measure)
        const size = groups.labels.length + 1
        const tally = binned(size, (row) => (answered(row) ? 1 + groups.codes[row]! : 0))
        const counts = new Float64Array(places * size)
        for (const bin of tally.bins) counts[bin]! += 1
        const enough = regions.map((region) =>
          Uint8Array.from(sumOver(counts, region, size), (n, group) =>
            group > 0 && n >= Math.max(1, minAnswers) ? 1 : 0,
          ),
        )
        return { kind: 'gap', tally: add({ ...tally, values: known(values) }), groups: enough }
      }
    }
  })
  return { tallies, measures: planned, places, regions }
}

/** Nothing in place of what is missing: its bin is never read. */
const known = (values: Float64Array): Float64Array => values.map((value) => (Number.isNaN(value) ? 0 : value))

const alike = (a: Tally, b: Tally): boolean =>
  a.answers === b.answers && same(a.values, b.values) && same(a.bins, b.bins)

function same(a: Int32Array | Float64Array | undefined, b: Int32Array | Float64Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false
  return true
}
