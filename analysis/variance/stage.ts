import { AnalysisRefusal } from '../refusal.ts'
import type { LonelyRule } from './design.ts'

/** One stage of sampling: units inside strata, each unit a run of the design's `order`. */
export type Stage = {
  unitOfRow: Int32Array
  /** Unit u is `order.subarray(unitStarts[u], unitStarts[u + 1])`. */
  unitStarts: Int32Array
  stratumOfUnit: Int32Array
  /** Units drawn, per stratum. */
  drawn: Int32Array
  /** What the squared deviations of a stratum's units are multiplied by: n/(n−1) · (1 − sampling fraction) · fraction. */
  factors: Float64Array
  /** Strata of one unit that deviates from the mean of all units instead of its own. */
  centred: boolean[]
  /** Per row: the share of the population's units that the sample's units stand for, if it is known. */
  fraction: Float64Array | undefined
}

type StageInput = {
  order: Int32Array
  parents: Int32Array
  units: Int32Array | undefined
  populationUnits: Float64Array | undefined
  fraction: Float64Array
  lonely: LonelyRule
  labels?: readonly string[]
}

/** Below this remaining share of the population a stratum counts as fully observed. */
const fullyObserved = 1e-7

/** Numbers the units of one stage along `order` and finds each stratum's factor. */
export function stageOf({ order, parents, units, populationUnits, fraction, lonely, labels }: StageInput): Stage {
  const unitOfRow = new Int32Array(order.length)
  const starts: number[] = []
  const stratumOfUnit: number[] = []
  const drawn: number[] = []
  const firstRow: number[] = []
  for (let position = 0; position < order.length; position++) {
    const row = order[position]!
    const before = position > 0 ? order[position - 1]! : -1
    const newStratum = before < 0 || parents[row] !== parents[before]
    if (newStratum) firstRow.push(row)
    if (newStratum || !units || units[row] !== units[before]) {
      starts.push(position)
      stratumOfUnit.push(firstRow.length - 1)
      drawn[firstRow.length - 1] = (drawn[firstRow.length - 1] ?? 0) + 1
    }
    unitOfRow[row] = starts.length - 1
  }

  const remaining = firstRow.map((row, h) => remainingShare(populationUnits?.[row], drawn[h]!))
  const lonelyStrata = drawn.map((n, h) => n === 1 && remaining[h]! >= fullyObserved)
  const refused = lonely === 'refuse' ? lonelyStrata.indexOf(true) : -1
  if (refused >= 0) refuseLonely(parents[firstRow[refused]!]!, labels)
  // The other strata stand in for lonely ones in proportion to their number.
  const others = lonelyStrata.filter((alone) => !alone).length
  const standIn = lonely === 'average' && others > 0 ? drawn.length / others : 1
  const factors = drawn.map((n, h) => {
    const share = remaining[h]! < fullyObserved ? 0 : remaining[h]! * fraction[firstRow[h]!]!
    if (n > 1) return ((share * n) / (n - 1)) * standIn
    return lonely === 'centre' ? share : 0
  })
  return {
    unitOfRow,
    unitStarts: Int32Array.from([...starts, order.length]),
    stratumOfUnit: Int32Array.from(stratumOfUnit),
    drawn: Int32Array.from(drawn),
    factors: Float64Array.from(factors),
    centred: lonelyStrata.map((alone) => alone && lonely === 'centre'),
    fraction:
      populationUnits &&
      fraction.map(
        (share, row) => share * Math.min(1, drawn[stratumOfUnit[unitOfRow[row]!]!]! / populationUnits[row]!),
      ),
  }
}

function remainingShare(populationUnits: number | undefined, drawn: number): number {
  if (populationUnits === undefined || populationUnits === Infinity) return 1
  if (!(populationUnits >= drawn * (1 - 1e-9)))
    throw new AnalysisRefusal(
      'bad-population-size',
      `A stratum has ${drawn} units in the sample and ${populationUnits} in the population.`,
    )
  return Math.max(0, 1 - drawn / populationUnits)
}

function refuseLonely(code: number, labels: readonly string[] | undefined): never {
  const name = labels?.[code] ?? String(code)
  throw new AnalysisRefusal('lonely-unit', `Stratum "${name}" has only one unit: its variance cannot be estimated.`, {
    category: name,
  })
}
