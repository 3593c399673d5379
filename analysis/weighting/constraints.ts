import { AnalysisRefusal } from '../refusal.ts'
import { collapse, type Merge } from './collapse.ts'
import { checkMargin, type Margin, MISSING, sumOf } from './margin.ts'
import type { Constraint } from './rake.ts'

export type Constrained = { constraints: Constraint[]; merges: Merge[]; respondents: Float64Array[] }

/**
 * Turns margins into what the raking has to meet: checked, thin categories merged, shares of 1.
 *
 * If no margin covers every row, one that holds the population's total is added, or the level would be undefined.
 *
 * @param baseWeights  a row with weight 0 is not a respondent
 * @param missing      'refuse' stops at the first missing value instead of leaving such rows where the others put them
 * @throws AnalysisRefusal naming the variable and category that cannot be met
 */
export function constrain(
  margins: readonly Margin[],
  baseWeights: Float64Array,
  missing: 'neutral' | 'refuse',
): Constrained {
  const constrained = margins.map((margin) => {
    checkMargin(margin, baseWeights.length)
    if (missing === 'refuse') refuseMissing(margin)
    return constrainOne(margin, baseWeights)
  })
  const constraints = constrained.map(({ constraint }) => constraint)
  const respondents = constrained.map((each) => each.respondents)
  if (!constraints.some(({ complete }) => complete)) {
    const everyone = { variable: 'population', labels: ['all'], shares: Float64Array.of(1), complete: true }
    constraints.push({ ...everyone, codes: new Int32Array(baseWeights.length) })
    respondents.push(Float64Array.of(baseWeights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0)))
  }
  return { constraints, respondents, merges: constrained.flatMap(({ merges }) => merges) }
}

function constrainOne(margin: Margin, baseWeights: Float64Array) {
  const { variable, labels, codes, targets, area } = margin
  const within = area !== undefined && { area }
  const respondents = new Float64Array(labels.length)
  let complete = true
  for (let row = 0; row < codes.length; row++) {
    if (baseWeights[row] === 0) continue
    const code = codes[row]! // in range by the loop
    if (code < 0) complete = false
    else respondents[code]! += 1
  }
  const total = sumOf(targets)
  const shares = targets.map((target) => target / total)
  const { groupOf, labels: merged, merges } = collapse(variable, labels, respondents, shares, margin.collapse)
  const sumInto = (values: Float64Array) => {
    const sums = new Float64Array(merged.length)
    groupOf.forEach((group, c) => (sums[group]! += values[c]!))
    return sums
  }
  const mergedShares = sumInto(shares)
  const mergedRespondents = sumInto(respondents)
  mergedShares.forEach((share, c) =>
    refuseImpossible({ variable, category: merged[c] ?? '', ...within }, share, mergedRespondents[c]!),
  )
  const constraint: Constraint = {
    variable,
    labels: merged,
    codes: merges.length === 0 ? codes : codes.map((code) => (code < 0 ? code : groupOf[code]!)),
    shares: mergedShares,
    complete,
    ...within,
  }
  return { constraint, merges, respondents: mergedRespondents }
}

type Place = { variable: string; category: string; area?: string }

function refuseImpossible(place: Place, share: number, respondents: number): void {
  const { variable, category, area } = place
  const where = area === undefined ? '' : ` of area "${area}"`
  if (share > 0 && respondents === 0)
    throw new AnalysisRefusal(
      'empty-category',
      `"${variable}" = "${category}" is ${(100 * share).toPrecision(3)} % of the population${where} but nobody in the sample, and no rule says what to merge it with.`,
      place,
    )
  if (share === 0 && respondents > 0)
    throw new AnalysisRefusal(
      'unpopulated-category',
      `"${variable}" = "${category}" has ${respondents} respondents${where} but nobody in the population.`,
      place,
    )
}

function refuseMissing({ variable, codes }: Margin): void {
  const row = codes.indexOf(MISSING)
  if (row >= 0) throw new AnalysisRefusal('missing-value', `"${variable}" is missing in row ${row}.`, { variable, row })
}
