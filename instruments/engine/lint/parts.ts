import type { ElementJson } from '../instrument.ts'
import { opened } from '../parts.ts'
import { aboutQuestion, type Finding } from './finding.ts'
import { unsupported, unsupportedInGrids } from './unsupported.ts'

/** What is wrong with the rows of a grid or the fields of a multiple text. */
export function lintParts(element: ElementJson, lintField: (field: ElementJson) => Finding[]): Finding[] {
  const { name, type, rows = [], columns = [], items = [] } = element
  const found: Finding[] = []
  const says = (reason: string, path?: string) => found.push(aboutQuestion(name, reason, path ? { path } : {}))
  for (const [setting, way] of Object.entries(unsupportedInGrids)) if (element[setting]) says(way, setting)
  if (element['cellType'] === 'checkbox')
    says('Several answers in a row cannot be texted one row a text: write one checkbox per row.', 'cellType')
  if (element['rowOrder'] === 'random' || element['rowsOrder'] === 'random')
    says('Rows in another order cannot be compared with a text: keep the order of the list.', 'rowOrder')

  const parts =
    type === 'matrix'
      ? rows.map((row) => String(typeof row === 'object' ? row.value : row))
      : items.map(({ name }) => name)
  const what = type === 'matrix' ? 'row' : 'field'
  if (parts.length === 0) says(`It has no ${what}s: add them.`)
  const twice = parts.find((part, i) => parts.indexOf(part) !== i)
  if (twice !== undefined) says(`Two ${what}s are called ${twice}: rename one.`)
  for (const part of parts)
    if (!/^[a-z0-9_]{1,40}$/.test(part))
      says(`The ${what} "${part}" needs a name of lower-case letters, digits and _ : it is a column of the export.`)
  // survey-core takes such a code in a grid for no answer.
  if (columns.some((column) => [0, false, ''].includes(typeof column === 'object' ? column.value : column)))
    says('A column cannot have the code 0 or false: begin the scale with 1.', 'columns')
  for (const item of items)
    for (const [setting, way] of Object.entries(unsupported))
      if (item[setting] && item[setting] !== 'none') says(way, `items.${setting}`)
  return [...found, ...opened(element).flatMap((asked) => lintField(asked.element))]
}
