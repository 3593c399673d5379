import { incompleteBeta } from '../distributions/incomplete-beta.ts'
import type { Precision } from '../estimates/linearized.ts'
import { generalizedInverse } from '../variance/generalized-inverse.ts'
import type { Categories } from '../weighting/margin.ts'

export type Gap = {
  /** Groups with enough answers: label, answers, share of the domain, mean, standard error. */
  groups: { label: string; n: number; share: number; mean: number; se: number }[]
  n: number
  overall: number
  /** Variance between the groups: as found, what noise alone adds to it, and the difference, which may be negative. */
  tauSquaredRaw: number
  correction: number
  tauSquared: number
  /** Variance of tauSquared by linearization, and with the part that remains when the groups do not differ. */
  linearVariance: number
  variance: number
  /** Test that all groups are alike: Wald's statistic on `waldDf`, and its F form's probability. */
  wald: number
  waldDf: number
  waldF: number
  probability: number
}

/**
 * How far the groups of a domain stand apart: τ² = Σ share (mean − overall)², corrected for noise. The gap in points is
 * 2·τ: with two groups of the same size, the difference between them; small groups count little.
 *
 * @param precision    the final weights, and the covariance that the design gives
 * @param rows         rows of the domain, in the order that the covariance needs
 * @param values       an outcome in [0, 1] per row of the sample; NaN = missing
 * @param minAnswers   groups with fewer answers are left out
 * @param df           degrees of freedom of the design
 * @returns            undefined when fewer than two groups have enough answers
 * @see                statistics.md, section 9
 */
export function groupGap(
  { weights, covariance }: Precision,
  rows: Int32Array,
  values: Float64Array,
  { codes, labels }: Categories,
  { minAnswers, df }: { minAnswers: number; df: number },
): Gap | undefined {
  const found = groupMeans(weights, rows, values, codes, labels).filter(({ n }) => n >= Math.max(1, minAnswers))
  const k = found.length
  if (k < 2) return undefined

  const place = new Map(found.map(({ group }, i) => [group, i]))
  const weight = found.reduce((sum, each) => sum + each.weight, 0)
  const shares = found.map((each) => each.weight / weight)
  const overall = found.reduce((sum, { value }, i) => sum + shares[i]! * value, 0)
  const tauSquaredRaw = found.reduce((sum, { value }, i) => sum + shares[i]! * (value - overall) ** 2, 0)
  const tauInfluence = Float64Array.from(rows, (row) => {
    const i = Number.isNaN(values[row]!) ? undefined : place.get(codes[row]!)
    if (i === undefined) return 0
    const away = found[i]!.value - overall
    return (2 * away * (values[row]! - found[i]!.value) + away ** 2 - tauSquaredRaw) / weight
  })

  const influences = found.map(({ group, value, weight }) =>
    Float64Array.from(rows, (row) =>
      codes[row] === group && !Number.isNaN(values[row]!) ? (values[row]! - value) / weight : 0,
    ),
  )
  const all = covariance(rows, [...influences, tauInfluence])
  const v = (i: number, j: number) => all[i * (k + 1) + j]!
  const c = (i: number, j: number) => (i === j ? shares[i]! : 0) - shares[i]! * shares[j]!
  const indices = found.map((_, i) => i)
  const sum = (term: (i: number, j: number) => number) =>
    indices.reduce((s, i) => s + indices.reduce((t, j) => t + term(i, j), 0), 0)
  const cv = (i: number, j: number) => indices.reduce((s, l) => s + c(i, l) * v(l, j), 0)
  const correction = sum((i, j) => c(i, j) * v(j, i))
  const linearVariance = v(k, k)
  const { wald, waldF, probability } = waldTest(
    found.map(({ value }) => value),
    v,
    df,
  )
  return {
    groups: found.map(({ label, n, value }, i) => ({
      label,
      n,
      share: shares[i]!,
      mean: value,
      se: Math.sqrt(v(i, i)),
    })),
    n: found.reduce((n, each) => n + each.n, 0),
    overall,
    tauSquaredRaw,
    correction,
    tauSquared: tauSquaredRaw - correction,
    linearVariance,
    variance: linearVariance + 2 * sum((i, j) => cv(i, j) * cv(j, i)),
    wald,
    waldDf: k - 1,
    waldF,
    probability,
  }
}

/**
 * The gap 2·τ in parts of one, with its interval taken as τ² so that it never falls below 0. A gap that is lost in noise
 * is 0 and has an upper limit only; its standard error is what that limit comes to.
 *
 * @param t  the multiple of a standard error
 */
export function gapInterval({ tauSquared, variance }: Pick<Gap, 'tauSquared' | 'variance'>, t: number) {
  const points = (squared: number) => 2 * Math.sqrt(Math.max(0, squared))
  const half = t * Math.sqrt(variance)
  const [low, high] = [points(tauSquared - half), points(tauSquared + half)]
  return { estimate: points(tauSquared), se: tauSquared > 0 ? Math.sqrt(variance / tauSquared) : high / t, low, high }
}

function groupMeans(
  weights: Float64Array,
  rows: Int32Array,
  values: Float64Array,
  codes: Int32Array,
  labels: readonly string[],
) {
  const groups = labels.map((label, group) => ({ label, group, n: 0, weight: 0, value: 0 }))
  for (const row of rows) {
    const group = groups[codes[row]!]
    if (!group || Number.isNaN(values[row]!)) continue
    group.n++
    group.weight += weights[row]!
    group.value += weights[row]! * values[row]!
  }
  for (const group of groups) group.value /= group.weight
  return groups
}

/** Wald's test that all means are equal, by differences from the first, with the F form for few degrees of freedom. */
function waldTest(means: number[], v: (i: number, j: number) => number, df: number) {
  const q = means.length - 1
  const differences = means.slice(1).map((value) => value - means[0]!)
  const spread = Float64Array.from({ length: q * q }, (_, place) => {
    const [i, j] = [Math.floor(place / q) + 1, (place % q) + 1]
    return v(i, j) - v(i, 0) - v(0, j) + v(0, 0)
  })
  const inverse = generalizedInverse(spread, q)
  let wald = 0
  differences.forEach((a, i) => differences.forEach((b, j) => (wald += a * inverse[i * q + j]! * b)))
  const below = Math.max(1, df - q + 1)
  const waldF = (wald * below) / (Math.max(1, df) * q)
  const probability = incompleteBeta(below / (below + q * waldF), below / 2, q / 2)
  return { wald, waldF, probability }
}
