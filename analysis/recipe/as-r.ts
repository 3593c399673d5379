import { filesOf, type RecipeCase, type RecipeMargin, type Step } from './recipe.ts'
import { conditionInR, formulaOf, listOf, numberInR, quoted } from './r-words.ts'
import { estimateInR } from './estimates-in-r.ts'

const preamble = (folder: string): string => `# Does with R's survey package (4.1 or later) what the recipe asks for.
# Standard errors after raking are those of calibrate(calfun = "raking"), which takes residuals with the weights before
# the raking; survey::rake() takes them without, and differs.
library(survey)
options(digits = 10)
folder <- ${quoted(folder)}
read <- function(file) read.csv(file.path(folder, file), na.strings = c("", "NA"), stringsAsFactors = TRUE, check.names = FALSE)
`

const totalsFromFile = `# Totals of one variable from a file of variable, category, count.
totals_from <- function(file, wanted, name) {
  rows <- read(file)
  rows <- rows[rows$variable == wanted, ]
  setNames(data.frame(rows$category, rows$count), c(name, "Freq"))
}
`

/**
 * An R script that does the same as a recipe, to be read and run beside it.
 *
 * @param folder  where the files of the recipe are
 */
export function recipeInR(cases: readonly RecipeCase[], folder: string): string {
  const usesFiles = cases.some((each) => JSON.stringify(each).includes('"totals_file"'))
  return [preamble(folder), ...(usesFiles ? [totalsFromFile] : []), ...cases.map(caseInR)].join('\n')
}

function caseInR(each: RecipeCase): string {
  const lines = [`\n# ---- ${each.id}`, `cat("\\n----", ${quoted(each.id)}, "\\n")`]
  if (filesOf(each).includes(each.data)) lines.push(`data <- read(${quoted(each.data)})`)
  const replicates = each.steps.some(({ step }) => step === 'replicate_design')
  for (const step of each.steps) lines.push(...stepInR(step, replicates))
  for (const wanted of each.estimates) lines.push(...estimateInR(wanted))
  return `${lines.join('\n')}\n`
}

function stepInR(step: Step, replicates: boolean): string[] {
  switch (step.step) {
    case 'design':
      return [
        ...(step.lonely_psu === 'collapse'
          ? [
              '# Strata of one unit are joined with their neighbour, which R does not do: they are compared with the mean of all.',
            ]
          : []),
        `options(survey.lonely.psu = ${quoted(step.lonely_psu === 'collapse' ? 'adjust' : step.lonely_psu)})`,
        `design <- ${designCall(step)}`,
      ]
    case 'domain':
      return [`design <- subset(design, ${conditionInR(step.keep)})`]
    case 'poststratify':
      return [`design <- postStratify(design, ${formulaOf(step.vars)}, ${totalsInR(step)})`]
    case 'rake': {
      const formulas = listOf(step.margins.map(({ vars }) => formulaOf(vars)))
      const totals = listOf(step.margins.map(totalsInR))
      return replicates
        ? [`design <- rake(design, ${formulas}, ${totals}, control = list(maxit = 5000, epsilon = 1e-13))`]
        : [`design <- calibrate(design, ${formulas}, ${totals}, calfun = "raking", maxit = 500, epsilon = 1e-12)`]
    }
    case 'calibrate': {
      const rest = `calfun = ${quoted(step.distance)}, bounds = c(${step.bounds.map(numberInR).join(', ')}), maxit = 500, epsilon = 1e-12`
      if (step.formula) {
        const totals = Object.entries(step.totals).map(([name, total]) => `${quoted(name)} = ${numberInR(total)}`)
        return [`design <- calibrate(design, ${step.formula}, c(${totals.join(', ')}), ${rest})`]
      }
      const margins = step.margins ?? []
      return [
        `design <- calibrate(design, ${listOf(margins.map(({ vars }) => formulaOf(vars)))}, ${listOf(margins.map(totalsInR))}, ${rest})`,
      ]
    }
    case 'trim':
      return [
        ...(step.redistribute === 'proportional'
          ? ['# What is cut off multiplies the other weights in the recipe; R can only add it to them.']
          : []),
        `design <- trimWeights(design, upper = ${numberInR(step.upper)}, lower = ${numberInR(step.lower)}, strict = ${step.strict ? 'TRUE' : 'FALSE'})`,
      ]
    case 'replicate_design':
      return replicatesInR(step)
  }
}

function designCall({
  weights,
  strata,
  clusters,
  fpc,
  nest,
}: {
  weights?: string | null | undefined
  strata: string[]
  clusters: string[]
  fpc: string[]
  nest: boolean
}): string {
  const parts = [
    clusters.length > 0 ? formulaOf(clusters) : '~1',
    ...(strata.length > 0 ? [`strata = ${formulaOf(strata)}`] : []),
    ...(weights ? [`weights = ${formulaOf([weights])}`] : []),
    ...(fpc.length > 0 ? [`fpc = ${formulaOf(fpc)}`] : []),
    ...(nest ? ['nest = TRUE'] : []),
  ]
  return `svydesign(${parts.join(', ')}, data = data)`
}

function replicatesInR(step: Extract<Step, { step: 'replicate_design' }>): string[] {
  const mse = step.mse === undefined ? '' : `, mse = ${step.mse ? 'TRUE' : 'FALSE'}`
  if (!step.replicate_file) {
    const kind = step.type ?? (step.strata.length > 0 ? 'JKn' : 'JK1')
    const own = step.weights ? [`design <- ${designCall({ ...step, fpc: [], nest: true })}`] : []
    if (kind !== 'bootstrap')
      return [...own, `design <- as.svrepdesign(design, type = "${kind}", compress = FALSE${mse})`]
    return [
      ...own,
      '# R draws other replicates from the same seed: the errors agree as far as the number of replicates allows.',
      `set.seed(${step.seed})`,
      `design <- as.svrepdesign(design, type = "subbootstrap", replicates = ${step.replicates}, compress = FALSE, mse = TRUE)`,
    ]
  }
  const rscales = Array.isArray(step.rscales)
    ? `c(${step.rscales.map(numberInR).join(', ')})`
    : numberInR(step.rscales ?? 1)
  const combined = step.kind.startsWith('multiplier') ? 'FALSE' : 'TRUE'
  return [
    `replicates <- as.matrix(read(${quoted(step.replicate_file)}))`,
    `design <- svrepdesign(data = data, ${step.weights ? `weights = ${formulaOf([step.weights])}, ` : ''}repweights = replicates, type = "other", scale = ${step.scale === undefined ? '1 / ncol(replicates)' : numberInR(step.scale)}, rscales = ${rscales === '1' ? 'rep(1, ncol(replicates))' : rscales}, combined.weights = ${combined}${mse || ', mse = TRUE'})`,
  ]
}

function totalsInR({ vars, totals, totals_file, totals_variable }: RecipeMargin): string {
  if (!totals)
    return `totals_from(${quoted(totals_file ?? '')}, ${quoted(totals_variable ?? vars[0] ?? '')}, ${quoted(vars[0] ?? '')})`
  const columns = vars.map(
    (name) =>
      `${quoted(name)} = c(${totals.map((each) => (typeof each[name] === 'number' ? numberInR(each[name]) : quoted(String(each[name])))).join(', ')})`,
  )
  const counts = totals.map((each) => numberInR(Number(each['total'] ?? each['count'] ?? each['Freq'])))
  return `data.frame(${columns.join(', ')}, Freq = c(${counts.join(', ')}), check.names = FALSE)`
}
