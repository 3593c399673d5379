import type { Measure } from './estimates/measure.ts'
import { rowsByCode } from './rows-by-code.ts'
import { hasPersonsAsUnits, type SurveyDesign } from './variance/design.ts'
import type { WeighedSample } from './weigh-sample.ts'
import type { Categories } from './weighting/margin.ts'

/** A sample with its rows in another order, and what puts a measure into that order too. */
export type Arranged = {
  weighed: Pick<WeighedSample, 'weights' | 'calibration'>
  areas: Categories
  design: SurveyDesign
  arrange: (measure: Measure) => Measure
}

/**
 * The same sample with the rows of each area side by side. An area's estimates then read their own stretch of memory
 * instead of a number here and there in all of it, which takes 40 % off the time of a million rows.
 */
export function arrangeByArea(
  { weights, calibration }: Pick<WeighedSample, 'weights' | 'calibration'>,
  areas: Categories,
  design: SurveyDesign,
): Arranged {
  const fromOne = areas.codes.map((code) => Math.max(code, -1) + 1) // 0: in no area
  const { rows } = rowsByCode(fromOne, areas.labels.length + 1, undefined, design.order)
  const arranged = <Column extends Int8Array | Int32Array | Float64Array>(column: Column): Column => {
    const result = column.slice() as Column // slice keeps the kind of the array
    for (let place = 0; place < rows.length; place++) result[place] = column[rows[place]!]!
    return result
  }
  const inOrder = <Variable extends { codes: Int32Array }>(variable: Variable): Variable => ({
    ...variable,
    codes: arranged(variable.codes),
  })
  return {
    weighed: {
      weights: arranged(weights),
      calibration: {
        constraints: calibration.constraints.map(inOrder),
        baseWeights: arranged(calibration.baseWeights),
      },
    },
    areas: inOrder(areas),
    design: arrangeDesign(design, rows, arranged),
    arrange: (measure) => {
      if ('items' in measure)
        return { ...measure, items: measure.items.map((item) => ({ ...item, answers: arranged(item.answers) })) }
      const values = arranged(measure.values)
      return measure.kind === 'gap' ? { ...measure, values, groups: inOrder(measure.groups) } : { ...measure, values }
    },
  }
}

function arrangeDesign(
  design: SurveyDesign,
  rows: Int32Array,
  arranged: <Column extends Int32Array | Float64Array>(column: Column) => Column,
): SurveyDesign {
  const stages = design.stages.map((stage) => ({
    ...stage,
    unitOfRow: arranged(stage.unitOfRow),
    fraction: stage.fraction && arranged(stage.fraction),
  }))
  if (hasPersonsAsUnits(design)) {
    // Persons follow one another in any order inside their stratum, so the city too can be read area by area.
    const first = stages[0]!
    const strata = first.unitOfRow.map((unit) => first.stratumOfUnit[unit]!)
    const order = rowsByCode(strata, first.drawn.length).rows
    return { ...design, order, stages: [{ ...first, unitOfRow: inverseOf(order) }] }
  }
  const placeOf = inverseOf(rows)
  return { ...design, order: design.order.map((row) => placeOf[row]!), stages }
}

/** Where each row stands in an order of all rows. */
function inverseOf(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length)
  for (let place = 0; place < order.length; place++) places[order[place]!] = place
  return places
}
