import { AnalysisRefusal, checkLength } from '../refusal.ts'
import { fitModel } from '../regression/linear-model.ts'
import { checkBaseWeights } from '../weigh-sample.ts'
import { type Categories, checkCategories } from './margin.ts'

/** People who came on their own beside a probability sample. */
export type Stacked = {
  /** 1 for who came on their own. */
  optIn: Uint8Array
  /** Of the probability sample: people each row stands for. Those of the others are not read. */
  weights: Float64Array
  /** What is known of both; a missing value is a category of its own. */
  covariates: readonly Categories[]
}

export type Propensities = {
  /** People like this one per opt-in respondent like this one, (1 − p) / p; 0 in the rows of the probability sample. */
  weights: Float64Array
  /** Categories with too few rows on either side: taken together with the largest one of their variable. */
  joined: { variable: string; category: string }[]
}

/** A category with fewer rows on either side tells nothing about who comes. */
const fewest = 20

/**
 * Pseudo-weights of people whom no sample drew: a logistic regression tells, from what is known of both, how probable
 * each of them was to come, and they stand for the inverse of the odds.
 *
 * What the covariates do not tell about who comes stays in the answers: such rows are to be marked, and their share
 * bounded (`blendOptIn`).
 *
 * @throws AnalysisRefusal (`not-converged`) naming a combination of covariates that only people have who came on their own
 * @see    statistics.md, section 1; Elliott & Valliant (2017), Statistical Science 32, 249–264
 */
export function propensityWeights({ optIn, weights, covariates }: Stacked): Propensities {
  const rows = optIn.length
  checkLength('weights', weights.length, rows)
  covariates.forEach((covariate) => checkCategories(covariate, rows))
  const stacked = weights.map((weight, row) => (optIn[row] === 1 ? 1 : weight))
  checkBaseWeights(stacked)
  const columns = [new Float64Array(rows).fill(1)]
  const joined: Propensities['joined'] = []
  for (const { variable, labels, codes } of covariates) {
    const counted = countBoth(codes, labels.length, optIn, stacked)
    const largest = counted.reduce((most, { people }, c) => (people > counted[most]!.people ? c : most), 0)
    counted.forEach(({ drawn, came }, c) => {
      if (c === largest || drawn + came === 0) return
      const category = labels[c - 1] ?? '(not told)'
      if (drawn < fewest || came < fewest) joined.push({ variable, category })
      else columns.push(Float64Array.from(codes, (code) => Number(Math.max(code, -1) + 1 === c)))
    })
  }
  const { kept, coefficients } = fitModel(columns, Float64Array.from(optIn), stacked, 'binomial')
  const odds = Float64Array.from(optIn, (came, row) => {
    if (came !== 1) return 0
    const place = kept.reduce((sum, column, i) => sum + columns[column]![row]! * coefficients[i]!, 0)
    if (place > farOut) refuseAlone(covariates, row)
    return Math.exp(-place)
  })
  return { weights: odds, joined }
}

/** Far beyond any odds that people have: the model runs away where a combination has nobody of the sample in it. */
const farOut = 20

function refuseAlone(covariates: readonly Categories[], row: number): never {
  const own = covariates.map(({ variable, labels, codes }) => `${variable} ${labels[codes[row]!] ?? '(not told)'}`)
  throw new AnalysisRefusal(
    'not-converged',
    `Only people who came on their own are ${own.join(', ')}: nothing tells for how many people they stand. Leave out one of these covariates.`,
    { variable: covariates.map(({ variable }) => variable).join(' × '), category: own.join(', ') },
  )
}

/** Rows of either kind and people of the probability sample, by category; first of those without one. */
function countBoth(codes: Int32Array, categories: number, optIn: Uint8Array, weights: Float64Array) {
  const counted = Array.from({ length: categories + 1 }, () => ({ drawn: 0, came: 0, people: 0 }))
  for (let row = 0; row < codes.length; row++) {
    const own = counted[Math.max(codes[row]!, -1) + 1]!
    if (optIn[row] === 1) own.came++
    else if (weights[row]! > 0) {
      own.drawn++
      own.people += weights[row]!
    }
  }
  return counted
}
