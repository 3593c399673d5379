import { groupGap } from '#analysis/discord/gap.ts'
import { answerShares, type Item, score } from '#analysis/discord/item.ts'
import { ordinalDispersion } from '#analysis/discord/ordinal-dispersion.ts'
import { polarization } from '#analysis/discord/polarization.ts'
import { frequencyScores } from '#analysis/discord/frequency-scores.ts'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { allRows, degreesOfFreedom, rowsOf } from '#analysis/variance/domains.ts'
import { effectiveSize } from '#analysis/weighting/design-effect.ts'
import type { Prepared } from './prepare.ts'
import { categories, numbers } from './table.ts'
import type { Wanted } from './wanted.ts'

function domainsOf({ table, frame }: Prepared, { domain, expect }: Wanted) {
  if (!Array.isArray(expect)) throw new Error('A list of domains is expected.')
  const domains = categories(table, [domain].flat())
  const byLabel = new Map(rowsOf(frame, domains).map((rows, i) => [domains.labels[i], rows]))
  return expect.map(({ domain: label }) => ({ label, rows: byLabel.get(label) ?? allRows(frame) }))
}

export function discord(prepared: Prepared, wanted: Wanted) {
  const { table, frame } = prepared
  const item: Item = {
    name: wanted.var,
    options: wanted.K,
    answers: Int8Array.from(table.column(wanted.var), (text) => Number(text || -1)),
  }
  return domainsOf(prepared, wanted).map(({ label, rows }) => {
    const answered = rows.filter((row) => item.answers[row]! > 0)
    const found = answerShares(rows, frame.weights, item)!
    const kinds = (['mean', 'support', 'oppose', 'net', 'spread'] as const).map((kind) =>
      score(rows, item, found, kind),
    )
    const [mean, support, oppose, net, spread] = kinds
    const covariance = covarianceOf(
      frame,
      rows,
      kinds.map(({ influence }) => influence),
    )
    const p = polarization(frame, rows, [item], [found])
    const od = ordinalDispersion(frame, rows, item, found)
    const raw = frequencyScores(found.shares.slice(1))
    return {
      domain: label,
      n: found.n,
      n_eff_kish: effectiveSize(Float64Array.from(answered, (row) => frame.weights[row]!)),
      freq: [...found.shares.subarray(1)],
      mean01: mean!.value,
      mean01_se: Math.sqrt(covariance[0]!),
      support: support!.value,
      support_se: Math.sqrt(covariance[6]!),
      oppose: oppose!.value,
      net: net!.value,
      net_se: Math.sqrt(covariance[18]!),
      polarization_raw: spread!.value,
      polarization: p.value,
      polarization_se: Math.sqrt(p.variance),
      ordinal_dispersion_raw: raw.ordinalDispersion,
      ordinal_dispersion: od.value,
      ordinal_dispersion_se: Math.sqrt(od.variance),
      leik_raw: raw.leik,
      vdE_agreement_raw: raw.vanDerEijk,
      esteban_ray_1_raw: raw.estebanRay(1),
    }
  })
}

export function gap(prepared: Prepared, wanted: Wanted) {
  const { table, frame } = prepared
  const values = numbers(table, wanted.var).map((value) => (value >= wanted.support_from ? 1 : 0))
  const df = degreesOfFreedom(frame, allRows(frame))
  return domainsOf(prepared, wanted).map(({ label, rows }) => {
    const found = groupGap(frame, rows, values, categories(table, [wanted.group]), { minAnswers: 1, df })!
    return {
      domain: label,
      groups: found.groups.map((group) => group.label),
      n: found.groups.map(({ n }) => n),
      share: found.groups.map(({ share }) => share),
      group_mean: found.groups.map(({ mean }) => mean),
      group_se: found.groups.map(({ se }) => se),
      overall: found.overall,
      tau2_raw: found.tauSquaredRaw,
      tau2_correction: found.correction,
      tau2: found.tauSquared,
      tau2_var_lin: found.linearVariance,
      tau2_var: found.variance,
      gap_se: found.tauSquared > 0 ? Math.sqrt(found.variance / found.tauSquared) : null,
      wald: found.wald,
      wald_q: found.waldDf,
      wald_df: df,
      wald_F: found.waldF,
      wald_p: found.probability,
    }
  })
}
