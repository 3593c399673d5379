/** How a quantile is found between the values of a sample: by Hyndman and Fan's number, or a rule's name in R's survey. */
export type QuantileRule = 'math' | 'school' | 'shahvaish' | `hf${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

/** Values from the smallest, with their weights added up. */
export type Ranked = { values: Float64Array; weights: Float64Array; cumulative: Float64Array; total: number }

/** @param weights  one per value; values with weight 0 are left out */
export function ranked(values: Float64Array, weights: Float64Array): Ranked {
  const places = [...values.keys()].filter((i) => weights[i] !== 0).sort((a, b) => values[a]! - values[b]! || a - b)
  const own = Float64Array.from(places, (i) => weights[i]!)
  // Compensated: whether a sum meets p exactly decides between two values.
  let [sum, lost] = [0, 0]
  const cumulative = own.map((weight) => {
    const next = sum + weight
    lost += Math.abs(sum) >= Math.abs(weight) ? sum - next + weight : weight - next + sum
    sum = next
    return sum + lost
  })
  return {
    values: Float64Array.from(places, (i) => values[i]!),
    weights: own,
    cumulative,
    total: cumulative.at(-1) ?? 0,
  }
}

/**
 * A weighted quantile.
 *
 * @param p  0 to 1
 * @see      Hyndman & Fan (1996), The American Statistician 50, 361–365; Lumley, vignette "Estimates of quantiles"
 */
export function quantileOf(sample: Ranked, p: number, rule: QuantileRule): number {
  const { values, weights, cumulative, total } = sample
  const n = values.length
  const last = weights[n - 1] ?? 0
  const before = (i: number) => (i > 0 ? cumulative[i - 1]! : 0)
  switch (rule) {
    case 'math':
    case 'hf1': {
      const { low, high, exact } = around(sample, p)
      return exact ? low : high
    }
    case 'school':
    case 'hf2': {
      const { low, high, exact } = around(sample, p)
      return exact ? (low + high) / 2 : high
    }
    case 'hf3': {
      const { low, high, exact, place } = around(distinct(sample), p)
      return exact && place % 2 === 0 ? low : high
    }
    case 'hf4': {
      const { low, high, above, below } = around(sample, p)
      const share = below / (above + below)
      return low * (1 - share) + high * share
    }
    case 'hf5':
      return between(sample, p, (i) => (cumulative[i]! - weights[i]! / 2) / total)
    case 'hf6':
      return between(sample, p, (i) => cumulative[i]! / (total + last))
    case 'hf7':
      return between(sample, p, (i) => before(i) / before(n - 1))
    case 'hf8':
      return between(sample, p, (i) => (before(i) / 3 + (cumulative[i]! * 2) / 3) / (total + last / 3))
    case 'hf9':
      return between(sample, p, (i) => ((before(i) * 3) / 8 + (cumulative[i]! * 5) / 8) / (total + last / 4))
    case 'shahvaish': {
      const scale = n / total
      const place = (i: number) => (cumulative[i]! * scale + 0.5 - weights[i]! / 2) / (n + 1)
      let i = 0
      while (i + 1 < n && place(i + 1) <= p) i++
      return values[i]!
    }
  }
}

/** The values on both sides of p; `place` counts from 1. */
function around({ values, cumulative, total }: Ranked, p: number) {
  let i = 0
  while (i + 1 < values.length && cumulative[i + 1]! <= p * total) i++
  const next = Math.min(i + 1, values.length - 1)
  const below = p - cumulative[i]! / total
  return {
    low: values[i]!,
    high: values[next]!,
    below,
    above: cumulative[next]! / total - p,
    exact: below === 0,
    place: i + 1,
  }
}

function distinct({ values, weights }: Ranked): Ranked {
  const sums = new Map<number, number>()
  values.forEach((value, i) => sums.set(value, (sums.get(value) ?? 0) + weights[i]!))
  return ranked(Float64Array.from(sums.keys()), Float64Array.from(sums.values()))
}

/** Linear between the places of the values; outside, the first and the last value. */
function between({ values }: Ranked, p: number, place: (i: number) => number): number {
  const n = values.length
  if (n === 1 || p <= place(0)) return values[0]!
  if (p >= place(n - 1)) return values[n - 1]!
  let i = 0
  while (place(i + 1) < p) i++
  const [low, high] = [place(i), place(i + 1)]
  return values[i]! + ((values[i + 1]! - values[i]!) * (p - low)) / (high - low)
}
