import { printed } from './expression.ts'
import type { Wanted } from './recipe.ts'
import { formulaOf, numberInR, quoted } from './r-words.ts'

const name = (text: string): string => printed({ kind: 'name', name: text })
const truth = (value: boolean): string => (value ? 'TRUE' : 'FALSE')
const deffOf = (deff: boolean | 'replace'): string =>
  deff === 'replace' ? ', deff = "replace"' : deff ? ', deff = TRUE' : ''

/** The lines of R for one estimate; where R's survey has nothing of the kind, a comment says so. */
export function estimateInR(wanted: Wanted): string[] {
  switch (wanted.op) {
    case 'mean':
    case 'total':
      return [
        `print(svy${wanted.op}(${formulaOf(wanted.vars)}, design, na.rm = ${truth(wanted.na_rm)}${deffOf(wanted.deff)}))`,
      ]
    case 'ratio':
      return [
        `print(svyratio(${formulaOf([wanted.numerator])}, ${formulaOf([wanted.denominator])}, design, na.rm = ${truth(wanted.na_rm)}))`,
      ]
    case 'quantile':
      return [
        `print(svyquantile(${formulaOf([wanted.var])}, design, c(${wanted.probs.map(numberInR).join(', ')}), qrule = ${quoted(wanted.qrule)}, interval.type = ${quoted(wanted.interval)}, alpha = ${numberInR(Number((1 - wanted.level).toPrecision(12)))}, na.rm = ${truth(wanted.na_rm)}))`,
      ]
    case 'by':
      return [
        `print(svyby(${formulaOf(wanted.vars)}, ${formulaOf(wanted.domain)}, design, svy${wanted.inner}, keep.names = FALSE, na.rm = ${truth(wanted.na_rm)}${deffOf(wanted.deff)}))`,
      ]
    case 'ciprop':
      return [
        `for (method in c("logit", "xlogit", "asin", "beta", "mean", "likelihood"))`,
        `  try(print(c(method, attr(svyciprop(~I(${name(wanted.var)} == ${typeof wanted.value === 'number' ? numberInR(wanted.value) : quoted(wanted.value)}), design, method = method, level = ${numberInR(wanted.level)}), "ci"))))`,
      ]
    case 'ciprop_by':
      return [
        `for (method in c("logit", "beta"))`,
        `  print(svyby(${formulaOf([wanted.var])}, ${formulaOf(wanted.domain)}, design, svyciprop, vartype = "ci", method = method, level = ${numberInR(wanted.level)}))`,
      ]
    case 'chisq':
      return [
        `for (statistic in c("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint"))`,
        `  print(svychisq(~${name(wanted.rows)} + ${name(wanted.cols)}, design, statistic = statistic))`,
      ]
    case 'glm':
      return modelInR(wanted.formula, wanted.family, wanted.test)
    case 'kish':
      return [
        'w <- weights(design, "sampling")',
        'w <- w[w > 0]',
        'print(c(n = length(w), sum = sum(w), deff = length(w) * sum(w^2) / sum(w)^2, n_eff = sum(w)^2 / sum(w^2)))',
      ]
    case 'wave_difference':
      return [
        `waves <- svyby(${formulaOf([wanted.var])}, ${formulaOf([wanted.wave])}, design, svymean, covmat = TRUE, na.rm = TRUE)`,
        'print(waves)',
        'print(svycontrast(waves, c(-1, rep(0, nrow(waves) - 2), 1)))',
      ]
    case 'discord':
      return discordInR(wanted.var, wanted.K, wanted.domain)
    case 'mode_effect': {
      const reference = wanted.reference ?? ['web', 'sms']
      const list = `c(${reference.map(quoted).join(', ')})`
      const mode = name(wanted.mode)
      const covariates = [...wanted.covariates, ...(wanted.domain ? [wanted.domain] : [])].map(
        (each) => ` + factor(${name(each)})`,
      )
      return [
        `design <- update(design, mode_ = relevel(factor(ifelse(${mode} %in% ${list}, "self", as.character(${mode}))), "self"))`,
        ...modelInR(`${name(wanted.var)} ~ mode_${covariates.join('')}`, 'gaussian', '~mode_'),
        '# The estimates with the effect of the mode taken off have no function in R.',
      ]
    }
    case 'gap':
      return [
        `# The gap between groups of ${wanted.group} has no function in R's survey; svyby gives the groups' means that it is made of.`,
        `print(svyby(~I(as.numeric(${name(wanted.var)} >= ${numberInR(wanted.support_from)})), ${formulaOf([wanted.group])}, design, svymean, na.rm = TRUE))`,
      ]
    case 'fay_herriot':
      return [
        `# Fay and Herriot's model is not in R's survey. Package sae: eblupFH and mseFH with method = ${quoted(wanted.method)} (no AREML there).`,
      ]
    case 'sub_area':
      return ["# The model of cells within areas has no function in R's survey."]
    case 'freq_scores':
      return [
        `# Scores of plain frequencies (${wanted.name ?? wanted.freq.join(', ')}) have no function in R's survey.`,
      ]
  }
}

function modelInR(
  formula: string,
  family: Extract<Wanted, { op: 'glm' }>['family'],
  test: string | undefined,
): string[] {
  const kind = family === 'gaussian' ? 'gaussian()' : family.endsWith('poisson') ? 'quasipoisson()' : 'quasibinomial()'
  return [
    `model <- svyglm(${formula}, design, family = ${kind}, control = list(epsilon = 1e-14, maxit = 100))`,
    'print(summary(model))',
    ...(test ? [`print(regTermTest(model, ${test.startsWith('~') ? test : `~${test}`}))`] : []),
  ]
}

/** Support, net support and polarization, by their formulas. */
function discordInR(variable: string, options: number, domain: readonly string[]): string[] {
  const x = name(variable)
  return [
    `design <- update(design, place_ = (${x} - 1) / ${options - 1})`,
    'design <- update(design, support_ = as.numeric(place_ > 0.5), net_ = sign(place_ - 0.5))',
    `groups <- c(list(ALL = design), lapply(split(seq_len(nrow(design)), design$variables[, c(${domain.map(quoted).join(', ')})]), function(rows) design[rows, ]))`,
    'for (group in names(groups)) {',
    '  found <- svymean(~place_ + support_ + net_, groups[[group]], na.rm = TRUE)',
    '  spread <- svymean(~I((place_ - coef(found)[1])^2), groups[[group]], na.rm = TRUE)',
    '  cat(group, "\\n")',
    '  print(found)',
    '  # The variance within a sample is too small by the variance of its mean.',
    '  print(c(polarization = 4 * (as.numeric(coef(spread)) + vcov(found)[1, 1]), se = 4 * as.numeric(SE(spread))))',
    '}',
  ]
}
