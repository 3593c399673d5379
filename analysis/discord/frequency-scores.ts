/**
 * Measures of a distribution of ordinal answers, for the technical file: how our scores compare with others in use.
 * All but `net` lie in [0, 1]; for `vanDerEijk` agreement, which runs from −1 (two camps) over 0 (uniform) to 1.
 */
export type FrequencyScores = {
  mean: number
  support: number
  oppose: number
  net: number
  polarization: number
  ordinalDispersion: number
  leik: number
  vanDerEijk: number
  estebanRay: (alpha: number) => number
}

/**
 * @param frequencies  one per answer, from the least favourable; ≥ 0, any scale, not all 0, at least 3 of them
 * @throws             RangeError otherwise
 * @see                statistics.md, section 9, where their merits are compared
 */
export function frequencyScores(frequencies: Float64Array): FrequencyScores {
  const options = frequencies.length
  const sum = frequencies.reduce((total, frequency) => total + frequency, 0)
  if (options < 3 || !(sum > 0) || frequencies.some((frequency) => !(frequency >= 0)))
    throw new RangeError('Scores need at least three frequencies, none below 0 and not all 0.')
  const shares = frequencies.map((frequency) => frequency / sum)
  const x = shares.map((_, k) => k / (options - 1))
  const mean = dot(shares, x)
  const support = dot(
    shares,
    x.map((value) => (value > 0.5 ? 1 : 0)),
  )
  const oppose = dot(
    shares,
    x.map((value) => (value < 0.5 ? 1 : 0)),
  )
  const below = cumulative(shares)
  return {
    mean,
    support,
    oppose,
    net: support - oppose,
    polarization:
      4 *
      dot(
        shares,
        x.map((value) => (value - mean) ** 2),
      ),
    ordinalDispersion: (4 / (options - 1)) * below.reduce((total, f) => total + f * (1 - f), 0),
    leik: (2 / (options - 1)) * below.reduce((total, f) => total + Math.min(f, 1 - f), 0),
    vanDerEijk: agreement(shares),
    estebanRay: (alpha) => estebanRay(shares, x, alpha),
  }
}

/** Shares of the answers up to each one but the last. */
export const cumulative = (shares: Float64Array): Float64Array => {
  let sum = 0
  return shares.subarray(0, -1).map((share) => (sum += share))
}

/** Esteban & Ray (1994), Econometrica 62, 819–851, scaled so that two equal camps at the ends have 1. */
const estebanRay = (shares: Float64Array, x: Float64Array, alpha: number): number =>
  2 ** (1 + alpha) *
  shares.reduce(
    (total, a, i) => total + shares.reduce((t, b, j) => t + a ** (1 + alpha) * b * Math.abs(x[i]! - x[j]!), 0),
    0,
  )

/** Van der Eijk (2001), Quality & Quantity 35, 325–341: the distribution is taken apart into flat layers. */
function agreement(shares: Float64Array): number {
  const options = shares.length
  const rest = shares.slice()
  let result = 0
  for (;;) {
    const filled = [...rest].map((share) => share > 1e-14)
    const height = filled.filter(Boolean).length
    if (height === 0) return result
    const thickness = Math.min(...rest.filter((_, k) => filled[k]))
    const weight = thickness * height
    result += height === 1 ? weight : weight * unimodality(filled) * (1 - (height - 1) / (options - 1))
    filled.forEach((full, k) => {
      if (full) rest[k]! -= thickness
    })
  }
}

/** 1 for a layer without holes, −1 for its opposite, from the counts of triples that are (not) of one hill. */
function unimodality(filled: readonly boolean[]): number {
  const options = filled.length
  let [hills, valleys] = [0, 0]
  for (let i = 0; i < options - 2; i++) {
    for (let j = i + 1; j < options - 1; j++) {
      for (let l = j + 1; l < options; l++) {
        const [a, b, c] = [filled[i]!, filled[j]!, filled[l]!]
        if (a && !b && c) valleys++
        if (b && a !== c) hills++
      }
    }
  }
  return hills + valleys === 0
    ? 0
    : ((options - 2) * hills - (options - 1) * valleys) / ((options - 2) * (hills + valleys))
}

const dot = (left: Float64Array, right: Float64Array): number =>
  left.reduce((sum, value, i) => sum + value * right[i]!, 0)
