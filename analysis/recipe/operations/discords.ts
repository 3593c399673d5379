import { frequencyScores } from '../../discord/frequency-scores.ts'
import { groupGap } from '../../discord/gap.ts'
import { answerShares, checkItem, type Item, score } from '../../discord/item.ts'
import { ordinalDispersion } from '../../discord/ordinal-dispersion.ts'
import { AnalysisRefusal } from '../../refusal.ts'
import { effectiveSize } from '../../weighting/design-effect.ts'
import type { WantedOf } from '../recipe.ts'
import { covarianceOfInfluences, degreesOfFreedom, rowsOf, type Survey } from '../survey.ts'
import { categoriesOf, crossed, numbersOf } from '../table.ts'
import { standardErrors } from './simple.ts'

/** The whole sample and each domain. */
function domainsOf(survey: Survey, names: readonly string[]) {
  const domains = crossed(names.map((name) => categoriesOf(survey.table, name)))
  const all = rowsOf(survey)
  const each = domains.labels.map((domain, code) => ({
    domain,
    rows: all.filter((row) => domains.codes[row] === code),
  }))
  return [{ domain: 'ALL', rows: all }, ...each].filter(({ rows }) => rows.length > 0)
}

const precisionOf = (survey: Survey) => ({
  weights: survey.weights,
  covariance: (rows: Int32Array, influences: readonly Float64Array[]) =>
    covarianceOfInfluences(survey, rows, influences),
})

/** Support, net support, polarization and ordinal dispersion of one question, everywhere and by domain. */
export function discord(survey: Survey, wanted: WantedOf<'discord'>) {
  const given = numbersOf(survey.table, wanted.var)
  const item: Item = {
    name: wanted.var,
    options: wanted.K,
    answers: Int32Array.from(given, (value) => (Number.isNaN(value) ? -1 : Number.isInteger(value) ? value : -2)),
  }
  checkItem(item, given.length)
  return domainsOf(survey, wanted.domain).flatMap(({ domain, rows: all }) => {
    const rows = all.filter((row) => item.answers[row]! > 0)
    const found = answerShares(rows, survey.weights, item)
    if (!found) return []
    const scores = (['mean', 'support', 'oppose', 'net', 'spread'] as const).map((kind) =>
      score(rows, item, found, kind),
    )
    const [mean, support, oppose, net, spread] = scores.map(({ value }) => value)
    const covariance = covarianceOfInfluences(
      survey,
      rows,
      scores.map(({ influence }) => influence),
    )
    const [meanSe, supportSe, , netSe, spreadSe] = standardErrors(covariance, 5)
    const dispersion = ordinalDispersion(precisionOf(survey), rows, item, found)
    const raw = frequencyScores(found.shares.slice(1))
    return [
      {
        domain,
        n: found.n,
        n_eff_kish: effectiveSize(survey.weights, rows),
        freq: [...found.shares.subarray(1)],
        mean01: mean,
        mean01_se: meanSe,
        support,
        support_se: supportSe,
        oppose,
        net,
        net_se: netSe,
        polarization_raw: spread,
        polarization: spread! + 4 * meanSe! ** 2,
        polarization_se: spreadSe,
        ordinal_dispersion_raw: raw.ordinalDispersion,
        ordinal_dispersion: dispersion.value,
        ordinal_dispersion_se: Math.sqrt(dispersion.variance),
        leik_raw: raw.leik,
        vdE_agreement_raw: raw.vanDerEijk,
        esteban_ray_1_raw: raw.estebanRay(1),
      },
    ]
  })
}

/** Below this, a group is too small to speak of a gap (statistics.md, section 9). */
const smallestGroup = 10

/**
 * How far the groups of a domain stand apart. Groups of at most `min_n_exclusive` are left out; where the recipe does not
 * say it, a domain with a group of fewer than ten has no gap, and is not listed.
 *
 * @throws AnalysisRefusal when nowhere are there two groups
 */
export function gaps(survey: Survey, wanted: WantedOf<'gap'>) {
  const given = numbersOf(survey.table, wanted.var)
  const values = given.map((value) => (Number.isNaN(value) ? NaN : value >= wanted.support_from ? 1 : 0))
  const groups = categoriesOf(survey.table, wanted.group)
  const df = degreesOfFreedom(survey)
  const results = domainsOf(survey, wanted.domain).flatMap(({ domain, rows: all }) => {
    const rows = all.filter((row) => !Number.isNaN(values[row]!) && groups.codes[row]! >= 0)
    const minAnswers = wanted.min_n_exclusive === undefined ? 1 : Math.floor(wanted.min_n_exclusive) + 1
    const found = groupGap(precisionOf(survey), rows, values, groups, { minAnswers, df })
    if (!found) return []
    const small = found.groups.some(({ n }) => n < smallestGroup)
    if (small && wanted.min_n_exclusive === undefined && domain !== 'ALL') return []
    const means = found.groups.map(({ mean }) => mean)
    return [
      {
        domain,
        groups: found.groups.map(({ label }) => label),
        n: found.groups.map(({ n }) => n),
        share: found.groups.map(({ share }) => share),
        group_mean: means,
        group_se: found.groups.map(({ se }) => se),
        overall: found.overall,
        tau2_raw: found.tauSquaredRaw,
        tau2_correction: found.correction,
        tau2: found.tauSquared,
        tau2_var_lin: found.linearVariance,
        tau2_var: found.variance,
        gap_raw: 2 * Math.sqrt(found.tauSquaredRaw),
        gap: 2 * Math.sqrt(Math.max(0, found.tauSquared)),
        gap_se: found.tauSquared > 0 ? Math.sqrt(found.variance / found.tauSquared) : null,
        max_min_raw: Math.max(...means) - Math.min(...means),
        wald: found.wald,
        wald_q: found.waldDf,
        wald_df: df,
        wald_F: found.waldF,
        wald_p: found.probability,
      },
    ]
  })
  if (results.length === 0)
    throw new AnalysisRefusal(
      'too-few-groups',
      `"${wanted.group}" has no two groups with answers to "${wanted.var}".`,
      { variable: wanted.group },
    )
  return results
}

/** Measures of plain frequencies. */
export function scoresOf({ freq }: WantedOf<'freq_scores'>) {
  const found = frequencyScores(Float64Array.from(freq))
  return {
    mean01: found.mean,
    net: found.net,
    support: found.support,
    oppose: found.oppose,
    polarization: found.polarization,
    ordinal_dispersion: found.ordinalDispersion,
    leik: found.leik,
    vdE_agreement: found.vanDerEijk,
    esteban_ray_1: found.estebanRay(1),
    'esteban_ray_1.6': found.estebanRay(1.6),
  }
}
