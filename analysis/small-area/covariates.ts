import { AnalysisRefusal, checkLength } from '../refusal.ts'
import type { Categories } from '../weighting/margin.ts'

/** Something known of every area, from another source than the survey: its crime rate, its median income. */
export type Covariate = { name: string; values: Float64Array }

export type Columns = { names: string[]; values: Float64Array[] }

/** With fewer areas that have answers the variance between areas cannot be told. */
export const fewestModelledAreas = 8

/** With fewer areas that answered, a parent gets no level of its own. */
const fewestPerParent = 5

/**
 * What a model explains areas by: the covariates, standardised over the areas that are modelled; without any, the
 * parents' levels. Which parents have one is decided by how many of their areas answered and never by the answers:
 * columns sum to 0 over these parents, so that the areas of all others are expected at the parents' mean.
 *
 * @param included  areas that are modelled, whether anybody answered there or not
 * @param answered  those of them with answers
 * @returns         one number per area; the intercept comes first
 * @throws          AnalysisRefusal for covariates of another length, missing in an area, or the same everywhere
 */
export function areaColumns(
  areas: number,
  included: readonly number[],
  answered: readonly number[],
  { covariates = [], parents }: { covariates?: readonly Covariate[]; parents?: Categories },
): Columns {
  const columns: Columns = { names: ['intercept'], values: [new Float64Array(areas).fill(1)] }
  for (const covariate of covariates) {
    columns.names.push(covariate.name)
    columns.values.push(standardised(covariate, areas, included))
  }
  if (covariates.length > 0 || !parents) return columns
  checkLength(parents.variable, parents.codes.length, areas)
  const own = parents.labels
    .map((label, code) => ({ label, code }))
    .filter(({ code }) => answered.filter((area) => parents.codes[area] === code).length >= fewestPerParent)
  const last = own.pop()
  for (const { label, code } of own) {
    columns.names.push(label)
    columns.values.push(Float64Array.from(parents.codes, (of) => Number(of === code) - Number(of === last?.code)))
  }
  return columns
}

function standardised({ name, values }: Covariate, areas: number, included: readonly number[]): Float64Array {
  checkLength(name, values.length, areas)
  const missing = included.find((area) => !Number.isFinite(values[area]!))
  if (missing !== undefined)
    throw new AnalysisRefusal('missing-value', `"${name}" is ${values[missing]} in area ${missing}.`, {
      variable: name,
      row: missing,
    })
  const mean = included.reduce((sum, area) => sum + values[area]!, 0) / included.length
  const variance = included.reduce((sum, area) => sum + (values[area]! - mean) ** 2, 0) / (included.length - 1)
  if (!(Math.sqrt(variance) > 1e-10 * Math.abs(mean)))
    throw new AnalysisRefusal('singular', `"${name}" is the same in every area.`, { variable: name })
  const result = new Float64Array(areas)
  for (const area of included) result[area] = (values[area]! - mean) / Math.sqrt(variance)
  return result
}
