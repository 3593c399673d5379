import { badFile } from '#server/problems.ts'
import type { MarginCount } from '#server/store/margins.ts'
import { type CsvRow, readCsvFile } from './csv-file.ts'

type Column = 'area' | 'universe' | 'dimension' | 'category' | 'count' | 'source'

/**
 * The population counts of a margins file (contracts.md), or a Problem that lists everything that is wrong with it.
 *
 * @param areaColumn  the heading of the column that names the area; rows that leave it empty count the whole city
 */
export async function readMarginsFile(file: string, areaColumn = 'area'): Promise<MarginCount[]> {
  const { rows, findings } = await readCsvFile<Column>(file, {
    area: { heading: areaColumn },
    universe: { heading: 'universe' },
    dimension: { heading: 'dimension' },
    category: { heading: 'category' },
    count: { heading: 'count' },
    source: { heading: 'source', optional: true },
  })
  const lineOf = new Map<string, number>()
  const counts = rows.map((row) => {
    findings.push(...findingsIn(row, lineOf))
    const { area, universe, dimension, category, count, source } = row.cells
    return { area: area || null, universe, dimension, category, count: Number(count), source: source || null }
  })
  if (findings.length > 0) throw badFile({ file, findings })
  return counts
}

function findingsIn({ line, cells }: CsvRow<Column>, lineOf: Map<string, number>): string[] {
  const { area, universe, dimension, category, count } = cells
  const findings: string[] = []
  if (!universe || !dimension || !category)
    findings.push(`Line ${line} must say its universe, its dimension and its category.`)
  if (!/^\d+(\.\d+)?(e\+?\d+)?$/i.test(count) || Number(count) >= 1e12)
    findings.push(
      `Line ${line} has the count "${count.slice(0, 40)}": a number of 0 or more is needed, written like 1234.`,
    )
  const cell = JSON.stringify([area, universe, dimension, category])
  const before = lineOf.get(cell)
  if (before) findings.push(`Line ${line} counts the same as line ${before}: ${nameOf(cells)}.`)
  else lineOf.set(cell, line)
  return findings
}

function nameOf({ area, universe, dimension, category }: CsvRow<Column>['cells']): string {
  return `${universe}, ${dimension}, ${category} in ${area || 'the whole city'}`
}
