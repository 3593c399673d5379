import { frequencyScores } from '#analysis/discord/frequency-scores.ts'
import { total } from '#analysis/estimates/total.ts'
import { kornGraubardInterval, logitInterval, symmetricInterval, wilsonInterval } from '#analysis/estimates/interval.ts'
import { combine, type Linearized } from '#analysis/estimates/linearized.ts'
import { mean } from '#analysis/estimates/mean.ts'
import { ratio } from '#analysis/estimates/ratio.ts'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { allRows, degreesOfFreedom, rowsOf } from '#analysis/variance/domains.ts'
import { designEffect, effectiveSize } from '#analysis/weighting/design-effect.ts'
import { discord, gap } from './discord.ts'
import type { Prepared } from './prepare.ts'
import type { Wanted } from './wanted.ts'
import { categories, isNumeric, numbers, type Table } from './table.ts'

type Operation = (prepared: Prepared, wanted: Wanted) => unknown

/** What a case may ask for, by R's name of it. */
export const operations: Record<string, Operation> = {
  mean: (prepared, wanted) => table(prepared, mean, wanted.vars, wanted.deff),
  total: (prepared, wanted) => table(prepared, total, wanted.vars, false),
  ratio: ({ table, frame }, wanted) => {
    const rows = allRows(frame)
    const found = ratio(rows, frame.weights, numbers(table, wanted.numerator), numbers(table, wanted.denominator))!
    return { estimate: found.value, se: standardErrors(frame, rows, [found])[0] }
  },
  by: byDomain,
  kish: ({ frame: { weights } }) => ({
    n: weights.length,
    sum: weights.reduce((sum, weight) => sum + weight, 0),
    deff: designEffect(weights),
    n_eff: effectiveSize(weights),
  }),
  ciprop: shareIntervals,
  wave_difference: waveDifference,
  discord,
  gap,
}

/** Scores of plain frequencies: no data. */
export function frequencies({ freq }: Wanted) {
  const { mean: mean01, net, support, oppose, polarization, leik, ...others } = frequencyScores(Float64Array.from(freq))
  return {
    mean01,
    net,
    support,
    oppose,
    polarization,
    leik,
    ordinal_dispersion: others.ordinalDispersion,
    vdE_agreement: others.vanDerEijk,
    esteban_ray_1: others.estebanRay(1),
    'esteban_ray_1.6': others.estebanRay(1.6),
  }
}

type Statistic = (rows: Int32Array, weights: Float64Array, values: Float64Array) => Linearized | undefined

/** The variables of an operation as columns: a numeric one as it is, a factor as one 0/1 column per category. */
function columnsOf(table: Table, vars: readonly string[]): { name: string; values: Float64Array }[] {
  return vars.flatMap((name) => {
    if (isNumeric(table, name)) return [{ name, values: numbers(table, name) }]
    const { labels, codes } = categories(table, [name])
    return labels.map((label, category) => ({ name: `${name}=${label}`, values: indicator(codes, category) }))
  })
}

const indicator = (codes: Int32Array, category: number): Float64Array =>
  Float64Array.from(codes, (code) => (code < 0 ? NaN : code === category ? 1 : 0))

function table({ table, frame }: Prepared, statistic: Statistic, vars: string[], deff: boolean | 'replace') {
  const rows = allRows(frame)
  const columns = columnsOf(table, vars)
  const found = columns.map(({ values }) => statistic(rows, frame.weights, values)!)
  const k = found.length
  const covariance = covarianceOf(
    frame,
    rows,
    found.map(({ influence }) => influence),
  )
  return {
    names: columns.map(({ name }) => name),
    estimate: found.map(({ value }) => value),
    se: found.map((_, i) => Math.sqrt(covariance[i * (k + 1)]!)),
    df: degreesOfFreedom(frame, rows),
    ...(k > 1 && { vcov: found.map((_, i) => Array.from(covariance.subarray(i * k, (i + 1) * k))) }),
    ...(deff && {
      deff: found.map((each, i) => effectOfDesign(frame.weights, rows, each, covariance[i * (k + 1)]!, deff)),
    }),
  }
}

/** Against a simple random sample with replacement, or without it from as many as the weights sum to. */
function effectOfDesign(
  weights: Float64Array,
  rows: Int32Array,
  found: Linearized,
  variance: number,
  kind: true | 'replace',
) {
  const { n, weight, influence } = found
  let squares = 0
  rows.forEach((row, place) => (squares += weights[row]! * (influence[place]! * weight) ** 2))
  const simple = squares / weight / (n - 1)
  return variance / (kind === true ? simple * (1 - n / weight) : simple)
}

const standardErrors = (frame: Prepared['frame'], rows: Int32Array, found: readonly Linearized[]): number[] => {
  const covariance = covarianceOf(
    frame,
    rows,
    found.map(({ influence }) => influence),
  )
  return found.map((_, i) => Math.sqrt(covariance[i * (found.length + 1)]!))
}

function byDomain({ table, frame }: Prepared, wanted: Wanted) {
  const statistic = wanted.inner === 'mean' ? mean : total
  const names = [wanted.domain].flat()
  const domains = categories(table, names)
  const everyone = allRows(frame)
  const columns = columnsOf(table, wanted.vars)
  const rows = rowsOf(frame, domains).map((own, domain) => {
    const found = columns.map(({ values }) => statistic(own, frame.weights, values)!)
    const se = standardErrors(frame, own, found)
    return {
      domain: Object.fromEntries(names.map((name, i) => [name, domains.labels[domain]!.split('|')[i]])),
      n: Math.max(...found.map(({ n }) => n)),
      estimate: found.map(({ value }) => value),
      se,
      deff: wanted.deff
        ? found.map((each, i) =>
            effectOfDesign(frame.weights, own, each, se[i]! ** 2, wanted.deff === 'replace' ? 'replace' : true),
          )
        : undefined,
    }
  })
  // R runs through the domains with the first variable fastest.
  rows.sort((a, b) =>
    compareText(Object.values(a.domain).reverse().join('|'), Object.values(b.domain).reverse().join('|')),
  )
  if (!('vcov' in wanted.expect)) return { names: columns.map(({ name }) => name), rows }
  const all = domains.labels.map((_, domain) => {
    const values = columns[0]!.values.map((value, row) => (domains.codes[row] === domain ? value : NaN))
    return statistic(everyone, frame.weights, values)!
  })
  const covariance = covarianceOf(
    frame,
    everyone,
    all.map(({ influence }) => influence),
  )
  const k = all.length
  return { rows, vcov: all.map((_, i) => Array.from(covariance.subarray(i * k, (i + 1) * k))) }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function shareIntervals({ table, frame }: Prepared, wanted: Wanted) {
  const { codes, labels } = categories(table, [wanted.var])
  const rows = allRows(frame)
  const found = mean(rows, frame.weights, indicator(codes, labels.indexOf(String(wanted.value))))!
  const [se] = standardErrors(frame, rows, [found])
  if ('note' in wanted.expect) return { p: found.value, se }
  const df = degreesOfFreedom(frame, rows)
  const spread = { estimate: found.value, se: se!, df, level: wanted.level }
  const nEffective = (found.value * (1 - found.value)) / se! ** 2
  const limits = ({ low, high }: { low: number; high: number }) => [low, high]
  return {
    p: found.value,
    se,
    df,
    n: found.n,
    n_eff: nEffective,
    ci: {
      // R's "logit" stops its iterations at 1e-8; "xlogit" is the same interval in closed form.
      xlogit: limits(logitInterval(spread)),
      wilson: limits(wilsonInterval(spread, nEffective)),
      beta: limits(kornGraubardInterval(spread, found.n)),
      mean: limits(symmetricInterval(spread)),
    },
  }
}

function waveDifference({ table, frame }: Prepared, wanted: Wanted) {
  const rows = allRows(frame)
  const waves = categories(table, [wanted.wave])
  const values = numbers(table, wanted.var)
  const [first, second] = waves.labels.map((_, wave) => {
    return mean(
      rows,
      frame.weights,
      values.map((value, row) => (waves.codes[row] === wave ? value : NaN)),
    )!
  })
  const change = combine([second!, first!], [1, -1])
  const [v11, v12, , v22] = covarianceOf(frame, rows, [first!.influence, second!.influence])
  return {
    mean: [first!.value, second!.value],
    vcov: [
      [v11, v12],
      [v12, v22],
    ],
    diff: change.value,
    se: standardErrors(frame, rows, [change])[0],
    correlation: v12! / Math.sqrt(v11! * v22!),
  }
}
