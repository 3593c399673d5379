import { type BaseWeights, baseWeights, type Draws, type Selection } from './base-weight.ts'
import { composeFrames, type FrameSamples, type FrameShares } from './composition.ts'
import type { Categories } from './margin.ts'
import { type Nonresponse, type NonresponseRule, nonresponseFactors, type ResponseClass } from './nonresponse.ts'
import { type Blended, blendOptIn, type OptInRule } from './opt-in.ts'
import { type Propensities, propensityWeights } from './propensity.ts'

/** Everything about how respondents came into a sample; what is left out leaves its factor at 1. */
export type Intake = {
  selection: Selection
  areas: Categories
  /** The class of each row (−1: none), what became of the cases of each, and when classes join. */
  nonresponse?: { classOfRow: Int32Array; classes: readonly ResponseClass[]; rule: NonresponseRule }
  /** Whom each frame reaches, where samples of several frames are combined. */
  composition?: Pick<FrameSamples, 'reached' | 'adults' | 'everybody'>
  /** How people whom no sample drew are weighed beside a probability sample. */
  optIn?: { covariates: readonly Categories[]; rule: OptInRule }
}

export type StartingWeights = {
  /** The weights before calibration: base · nonresponse · composite, row by row. */
  weights: Float64Array
  factors: { base: Float64Array; nonresponse: Float64Array; composite: Float64Array }
  /** 1 where no sample drew the respondent with a known chance. */
  optIn: Uint8Array
  report: IntakeReport
}

/** Least and largest factor. */
export type Range = { least: number; most: number }

/** What was done before calibration, for the reader; what was not done is not there. */
export type IntakeReport = {
  /** Rows with a known chance, and those without. */
  drawn: number
  came: number
  factors: { base: Range; nonresponse: Range; composite: Range }
  frames: { frame: string; draws: Draws; respondents: number }[]
  caps?: Selection['caps']
  untold: BaseWeights['untold']
  capped: BaseWeights['capped']
  nonresponse?: Omit<Nonresponse, 'factors'>
  /** The frames' shares λ by area, in the order of `frames`; '' is respondents without an area. */
  composition?: FrameShares[]
  optIn?: { most: number; joined: Propensities['joined']; shares: Blended['shares'] }
}

/**
 * The weights with which calibration begins, and their factors: chance of selection, nonresponse, and the part of each
 * sample among several. Deterministic, and blind to what is estimated.
 *
 * Where nobody was drawn with a known chance, those who came on their own have nothing to be measured against, and keep 1.
 *
 * @throws AnalysisRefusal as the steps do: `baseWeights`, `nonresponseFactors`, `composeFrames`, `propensityWeights`
 */
export function startingWeights(intake: Intake): StartingWeights {
  const { selection, areas } = intake
  const { probabilities, frames } = selection
  const { weights: base, untold, capped } = baseWeights(selection)
  const optIn = Uint8Array.from(probabilities, (probability) => Number(Number.isNaN(probability)))
  const came = optIn.reduce((n, one) => n + one, 0)

  const answered = intake.nonresponse && nonresponseFactors(intake.nonresponse.classes, intake.nonresponse.rule)
  const nonresponse = base.map((_, row) => answered?.factors[intake.nonresponse?.classOfRow[row] ?? -1] ?? 1)
  const drawnBy = { ...frames, codes: frames.codes.map((frame, row) => (optIn[row] === 1 ? -1 : frame)) }
  const composed =
    intake.composition &&
    composeFrames({ ...intake.composition, weights: product(base, nonresponse), frames: drawnBy, areas })
  let composite = composed?.factors ?? new Float64Array(base.length).fill(1)

  const report: IntakeReport = {
    drawn: base.length - came,
    came,
    factors: { base: rangeOf(base), nonresponse: rangeOf(nonresponse), composite: rangeOf(composite) },
    frames: frames.labels.map((frame, f) => ({
      frame,
      draws: selection.draws[f] ?? 'persons',
      respondents: drawnBy.codes.reduce((n, code) => n + Number(code === f), 0),
    })),
    ...(selection.caps && { caps: selection.caps }),
    untold,
    capped,
    ...(answered && { nonresponse: withoutFactors(answered) }),
    ...(composed && { composition: composed.shares }),
  }
  const beside = intake.optIn
  if (beside && came > 0 && came < base.length) {
    const drawn = product(product(base, nonresponse), composite)
    const pseudo = propensityWeights({ optIn, weights: drawn, covariates: beside.covariates })
    const stacked = drawn.map((weight, row) => (optIn[row] === 1 ? pseudo.weights[row]! : weight))
    const blended = blendOptIn(stacked, optIn, areas, beside.rule)
    for (let row = 0; row < base.length; row++) if (optIn[row] === 1) base[row] = pseudo.weights[row]!
    composite = composite.map((factor, row) => (factor * blended.weights[row]!) / stacked[row]!)
    report.optIn = { most: beside.rule.most, joined: pseudo.joined, shares: blended.shares }
    report.factors = { base: rangeOf(base), nonresponse: rangeOf(nonresponse), composite: rangeOf(composite) }
  }
  return {
    weights: product(product(base, nonresponse), composite),
    factors: { base, nonresponse, composite },
    optIn,
    report,
  }
}

function product(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, row) => value * right[row]!)
}

function withoutFactors({ used, joined, eligibility }: Nonresponse): Omit<Nonresponse, 'factors'> {
  return { used, joined, eligibility }
}

function rangeOf(factors: Float64Array): Range {
  let [least, most] = [Infinity, 0]
  for (const factor of factors) [least, most] = [Math.min(least, factor), Math.max(most, factor)]
  return { least, most }
}
