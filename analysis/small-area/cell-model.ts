import type { AreaModelOptions } from '../model-areas.ts'
import { checkLength } from '../refusal.ts'
import { areaColumns, fewestModelledAreas } from './covariates.ts'
import type { Cell } from './group-cells.ts'
import { type LogitCells, logitCells } from './logit-cells.ts'
import { smoothedVariances } from './smooth.ts'

export type CellModel = LogitCells & {
  /** Groups that anybody answered for, by position; each area's posterior is over these. */
  modelled: number[]
  names: string[]
  smoothingFactor: number
}

/**
 * The model of groups within areas, on the logit scale: each group has its level, areas differ by their covariates and
 * at random, and so do the groups within an area.
 *
 * @param cells   areas × groups
 * @param errors  standard errors of each area's groups, 0 where they were not estimated
 * @returns       undefined for fewer than two groups, or than eight areas, with answers
 */
export function modelCells(
  found: { cells: readonly Cell[]; errors: readonly Float64Array[]; groups: readonly string[]; areas: number },
  options: AreaModelOptions,
): CellModel | undefined {
  const { cells, errors, groups, areas } = found
  const width = groups.length
  const cellOf = (area: number, group: number) => cells[area * width + group]!
  const all = Array.from({ length: areas }, (_, area) => area)
  const modelled = [...groups.keys()].filter((group) => all.some((area) => cellOf(area, group).n > 0))
  const answered = all.filter((area) => modelled.some((group) => cellOf(area, group).n > 0))
  if (modelled.length < 2 || answered.length < fewestModelledAreas) return undefined
  const { populations } = options
  if (populations) checkLength('populations', populations.length, areas)
  const included = all.filter((area) => !populations || populations[area]! > 0)
  const ofAreas = areaColumns(areas, included, answered, options)

  const places = all.flatMap((area) => modelled.map((group) => ({ area, group, cell: cellOf(area, group) })))
  const columns = [
    ...modelled.map((group) => Float64Array.from(places, (place) => Number(place.group === group))),
    ...ofAreas.values.slice(1).map((column) => Float64Array.from(places, ({ area }) => column[area]!)),
  ]
  const known = [...places.keys()].filter((i) => places[i]!.cell.n > 0)
  const { factor } = smoothedVariances(
    'share',
    known.map((i) => {
      const { area, group, cell } = places[i]!
      const se = errors[area]![group]!
      return { estimate: cell.mean, variance: se ** 2, nKish: cell.nKish, df: se > 0 ? cell.n - 1 : 0 }
    }),
    columns.map((column) => Float64Array.from(known, (i) => column[i]!)),
  )
  const { fit, beliefs } = logitCells(
    Float64Array.from(places, ({ cell }) => cell.mean),
    Float64Array.from(places, ({ cell }) => cell.nKish / factor),
    columns,
    Int32Array.from(places, ({ area }) => area),
  )
  const names = [...modelled.map((group) => groups[group]!), ...ofAreas.names.slice(1)]
  return { fit, beliefs, modelled, names, smoothingFactor: factor }
}
