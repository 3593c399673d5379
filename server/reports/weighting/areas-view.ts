import { filled } from '../words/index.ts'
import type { WeightingAccount } from './account.ts'
import { drawWorthBar } from './drawings.ts'
import type { Telling } from './telling.ts'

/** As many as fit on one printed page, in two columns. */
const mostAreas = 90
/** A longer list has a printed page of its own. */
const ownPage = 30
/** A list this short stays in one column. */
const oneColumn = 8

/** The areas with interviews, the weakest first, in one column or two. */
export function areasView({ areas }: WeightingAccount, { page, told, figures }: Telling) {
  const answered = areas.filter(({ respondents }) => respondents > 0)
  const sorted = answered.toSorted((a, b) => a.nEffective - b.nEffective)
  const most = Math.max(1, ...answered.map(({ respondents }) => respondents))
  const rows = sorted.slice(0, mostAreas).map((area) => ({
    name: area.name,
    bar: drawWorthBar(area, most),
    interviews: page.formats.count(area.respondents),
    worth: page.formats.count(area.nEffective),
    effect: figures.effect(area.designEffect),
  }))
  const half = rows.length <= oneColumn ? rows.length : Math.ceil(rows.length / 2)
  const left = sorted.length - rows.length
  return (
    rows.length > 0 && {
      isLong: rows.length > ownPage,
      columns: [rows.slice(0, half), rows.slice(half)].filter((column) => column.length > 0),
      more: left > 0 && filled(told.areas.more, { n: page.formats.count(left) }),
    }
  )
}
