import { AnalysisRefusal } from '../refusal.ts'
import { calibrate, type Distance } from './calibrate.ts'
import { type Constraint, rake, type Raked, type RakeOptions, worstErrors } from './rake.ts'

/**
 * How weights may move to meet the margins. Raking keeps them positive; linear is the regression estimator, and may make
 * some negative; the bounded ones keep every factor between the bounds, which are relative to weights of the population's
 * sum.
 */
export type Method =
  | { kind: 'raking' | 'linear' }
  | { kind: 'truncated-linear' | 'logit'; bounds: readonly [number, number] }

/**
 * The factors that lead from start weights to weights that meet all constraints, closest by the method's distance.
 *
 * @param start  weights of the units (cells or rows), ≥ 0 and not all 0
 * @throws       AnalysisRefusal for bounds that do not hold 1 between them
 * @see          Deville & Särndal (1992), JASA 87, 376–382; statistics.md, section 4
 */
export function meetMargins(
  start: Float64Array,
  constraints: readonly Constraint[],
  population: number,
  { method, ...limits }: RakeOptions & { method: Method },
): Raked {
  if (method.kind === 'raking') return rake(start, constraints, population, limits)
  // In shares of the population: margins of shares ask for sums of 0, whose errors have no scale of their own.
  const total = start.reduce((sum, weight) => sum + weight, 0)
  const shares = start.map((weight) => weight / total)
  const columns = constraints.flatMap((constraint) => columnsOf(constraint, start))
  const targets = constraints.flatMap((constraint) => targetsOf(constraint))
  const { weights, rounds } = calibrate(shares, columns, Float64Array.from(targets), distanceOf(method))
  const found = weights.map((weight) => weight * population)
  const worst = worstErrors(found, constraints, population)
  return {
    factors: found.map((weight, unit) => (start[unit]! > 0 ? weight / start[unit]! : 1)),
    sweeps: rounds,
    converged: (worst[0]?.error ?? 0) <= limits.tolerance,
    worst,
  }
}

function distanceOf(method: Method): Distance {
  if (!('bounds' in method)) return { kind: method.kind, bounds: [-Infinity, Infinity] }
  const [low, high] = method.bounds
  if (!(low >= 0 && low < 1 && high > 1 && high < Infinity))
    throw new AnalysisRefusal(
      'bad-option',
      `The bounds of ${method.kind} calibration are ${low} and ${high}: they must hold 1 between them, and no factor may be negative.`,
    )
  return { kind: method.kind === 'logit' ? 'logit' : 'linear', bounds: method.bounds }
}

/** Dummies of a complete constraint; of an incomplete one, what its known units are off the shares they must have. */
function columnsOf({ codes, shares, complete }: Constraint, start: Float64Array): Float64Array[] {
  return Array.from(shares, (share, c) =>
    Float64Array.from(codes, (code, unit) => {
      if (start[unit] === 0 || code < 0) return 0
      return Number(code === c) - (complete ? 0 : share)
    }),
  )
}

function targetsOf({ shares, complete }: Constraint): number[] {
  return Array.from(shares, (share) => (complete ? share : 0))
}

/**
 * Weights of 0 or less stand for nobody, and are never published.
 *
 * @throws AnalysisRefusal when a factor is not positive, naming the category of the population that is to be cut so far
 */
export function refuseNegative(start: Float64Array, { factors }: Raked, constraints: readonly Constraint[]): void {
  let [lowest, count] = [-1, 0]
  for (let unit = 0; unit < start.length; unit++) {
    if (start[unit] === 0 || factors[unit]! > 0) continue
    count++
    if (lowest < 0 || factors[unit]! < factors[lowest]!) lowest = unit
  }
  if (lowest < 0) return
  const { variable, category, area } = mostOver(start, constraints, lowest)
  throw new AnalysisRefusal(
    'bad-weight',
    `The calibration makes ${count} of the weights 0 or less, the farthest in "${variable}" = "${category}". Raking, or bounds, keep them positive.`,
    { variable, category, ...(area !== undefined && { area }) },
  )
}

/** Of the categories of a unit, the one that the sample has most too many of. */
function mostOver(start: Float64Array, constraints: readonly Constraint[], unit: number) {
  const ratios = constraints.flatMap(({ variable, labels, codes, shares, area }) => {
    const own = codes[unit]!
    if (own < 0) return []
    let [sum, all] = [0, 0]
    for (let other = 0; other < start.length; other++) {
      if (codes[other]! >= 0) all += start[other]!
      if (codes[other] === own) sum += start[other]!
    }
    return [{ variable, category: labels[own] ?? '', area, over: sum / all / shares[own]! }]
  })
  return ratios.reduce((most, ratio) => (ratio.over > most.over ? ratio : most), {
    variable: 'population',
    category: 'all',
    area: undefined,
    over: 0,
  })
}
