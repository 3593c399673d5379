import { z } from 'zod'

/** The format of recipes (contracts.md, "Recipes"): R's words for what is done, in the order in which it is done. */

const names = z.array(z.string()).or(z.string().transform((name) => [name]))
const optionalNames = names.nullish().transform((list) => list ?? [])
const bound = z
  .number()
  .or(
    z.enum(['Infinity', '-Infinity', 'Inf', '-Inf']).transform((word) => (word.startsWith('-') ? -Infinity : Infinity)),
  )
const Total = z.record(z.string(), z.string().or(z.number()).or(z.boolean().transform(String)))
const Margin = z
  .object({
    var: names.optional(),
    vars: names.optional(),
    totals: z.array(Total).optional(),
    totals_file: z.string().optional(),
    totals_variable: z.string().optional(),
  })
  .refine(({ var: one, vars }) => one ?? vars, 'A margin names its variable in "var".')
  .transform(({ var: one, vars, ...rest }) => ({ vars: one ?? vars ?? [], ...rest }))
export type RecipeMargin = z.infer<typeof Margin>

const Step = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('design'),
    weights: z.string().nullish(),
    strata: optionalNames,
    clusters: optionalNames,
    fpc: optionalNames,
    nest: z.boolean().default(false),
    lonely_psu: z.enum(['fail', 'remove', 'certainty', 'adjust', 'average', 'collapse']).default('fail'),
  }),
  z.object({ step: z.literal('domain'), keep: z.string() }),
  z.object({
    step: z.literal('poststratify'),
    vars: names,
    totals: z.array(Total).optional(),
    totals_file: z.string().optional(),
    totals_variable: z.string().optional(),
  }),
  z.object({ step: z.literal('rake'), margins: z.array(Margin).min(1) }),
  z.object({
    step: z.literal('calibrate'),
    formula: z.string().optional(),
    margins: z.array(Margin).optional(),
    distance: z.enum(['linear', 'raking', 'logit']).default('linear'),
    bounds: z.tuple([bound, bound]).default([-Infinity, Infinity]),
    totals: z.record(z.string(), z.number()).default({}),
  }),
  z.object({
    step: z.literal('trim'),
    upper: bound.default(Infinity),
    lower: bound.default(-Infinity),
    strict: z.boolean().default(false),
    redistribute: z.enum(['equal-add', 'proportional']).default('equal-add'),
  }),
  z.object({
    step: z.literal('replicate_design'),
    weights: z.string().nullish(),
    replicate_file: z.string().optional(),
    kind: z.string().default('multipliers of the base weight'),
    type: z.enum(['JK1', 'JKn', 'bootstrap']).optional(),
    strata: optionalNames,
    clusters: optionalNames,
    replicates: z.int().min(2).max(10_000).default(500),
    seed: z.int().default(1),
    scale: z.number().optional(),
    rscales: z.array(z.number()).or(z.number()).optional(),
    mse: z.boolean().optional(),
  }),
])
export type Step = z.infer<typeof Step>
export type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>

const variables = {
  vars: names,
  na_rm: z.boolean().default(false),
  deff: z.boolean().or(z.literal('replace')).default(false),
}
const level = z.number().gt(0).lt(1).default(0.95)
const Estimate = z.discriminatedUnion('op', [
  z.object({ op: z.literal('mean'), ...variables }),
  z.object({ op: z.literal('total'), ...variables }),
  z.object({
    op: z.literal('ratio'),
    numerator: z.string(),
    denominator: z.string(),
    na_rm: z.boolean().default(false),
  }),
  z.object({
    op: z.literal('quantile'),
    var: z.string(),
    probs: z.array(z.number().min(0).max(1)),
    qrule: z
      .enum(['math', 'school', 'shahvaish', 'hf1', 'hf2', 'hf3', 'hf4', 'hf5', 'hf6', 'hf7', 'hf8', 'hf9'])
      .default('math'),
    interval: z.enum(['mean', 'beta', 'xlogit', 'asin', 'score']).default('mean'),
    na_rm: z.boolean().default(false),
    level,
  }),
  z.object({ op: z.literal('by'), ...variables, inner: z.enum(['mean', 'total']).default('mean'), domain: names }),
  z.object({
    op: z.literal('ciprop'),
    var: z.string(),
    value: z.string().or(z.number()).or(z.boolean().transform(String)),
    level,
  }),
  z.object({ op: z.literal('ciprop_by'), var: z.string(), domain: names, level }),
  z.object({ op: z.literal('chisq'), rows: z.string(), cols: z.string() }),
  z.object({
    op: z.literal('glm'),
    formula: z.string(),
    family: z.enum(['gaussian', 'binomial', 'quasibinomial', 'poisson', 'quasipoisson']).default('gaussian'),
    test: z.string().optional(),
  }),
  z.object({ op: z.literal('kish') }),
  z.object({ op: z.literal('discord'), var: z.string(), K: z.int().min(3), domain: names }),
  z.object({
    op: z.literal('gap'),
    var: z.string(),
    support_from: z.number(),
    group: z.string(),
    domain: names,
    min_n_exclusive: z.number().min(0).optional(),
  }),
  z.object({ op: z.literal('freq_scores'), name: z.string().optional(), freq: z.array(z.number()) }),
  z.object({
    op: z.literal('fay_herriot'),
    y: z.string(),
    sd: z.string().optional(),
    v: z.string().optional(),
    covariates: z.string().default('intercept only'),
    method: z.enum(['REML', 'ML', 'FH', 'AREML']).default('REML'),
  }),
  z.object({
    op: z.literal('sub_area'),
    y: z.string(),
    psi: z.string(),
    area: z.string(),
    covariates: z.string().default('intercept only'),
    adjusted: z.boolean().default(true),
    share: z.string().default('share'),
  }),
  z.object({
    op: z.literal('mode_effect'),
    var: z.string(),
    mode: z.string(),
    reference: names.optional(),
    covariates: optionalNames,
    domain: z.string().optional(),
  }),
  z.object({ op: z.literal('wave_difference'), var: z.string(), wave: z.string() }),
])
export type Wanted = z.infer<typeof Estimate>
export type WantedOf<Op extends Wanted['op']> = Extract<Wanted, { op: Op }>

/** One case: a file of data, what is done to its weights, and what is estimated. */
export const RecipeCase = z.object({
  id: z.string(),
  data: z.string(),
  steps: z.array(Step),
  estimates: z.array(Estimate),
})
export type RecipeCase = z.infer<typeof RecipeCase>

/** Files that a case needs beside its data, as it names them. */
export function filesOf({ data, steps }: RecipeCase): string[] {
  const files = steps.flatMap((step): (string | undefined)[] => {
    if (step.step === 'replicate_design') return [step.replicate_file]
    if (step.step === 'poststratify') return [step.totals_file]
    if (step.step === 'rake' || step.step === 'calibrate')
      return (step.margins ?? []).map(({ totals_file }) => totals_file)
    return []
  })
  return [data, ...files].flatMap((file) => (file === undefined || file === 'none' ? [] : [file]))
}
