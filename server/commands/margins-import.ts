import { type ImportedMargins, importMargins } from '#server/operations/import-margins.ts'
import { readMarginsFile } from '#server/operations/read-margins-file.ts'
import { type Command, text, UsageError } from './command.ts'

export const marginsImport: Command = {
  words: 'margins import',
  usage: '<file.csv> --layer <layer> [--area-column <column>]',
  summary: 'Takes in population counts of the areas of a layer, and says what did not join.',
  takes: { least: 1, most: 1 },
  options: { layer: { type: 'string' }, 'area-column': { type: 'string' } },
  async run(call) {
    const { deps, args, print } = call
    const layer = text(call, 'layer')
    if (!layer) throw new UsageError('--layer <layer> must say whose areas the file counts.')
    const counts = await readMarginsFile(call.path(args[0] ?? ''), text(call, 'area-column'))
    const imported = await importMargins(deps, { layer, counts })
    for (const line of linesOf(imported)) print(line)
    return imported
  },
}

function linesOf(imported: ImportedMargins): string[] {
  const { layer, layerVersion, version, cells, universes, notInLayer, areasWithoutCounts, warnings } = imported
  const left = notInLayer.reduce((sum, { rows }) => sum + rows, 0)
  return [
    `Margins of layer ${layer} (version ${layerVersion}), version ${version}: ${count(cells)} counts.`,
    ...universes.flatMap(({ universe, total, dimensions, unpopulated }) => [
      `  ${universe}: ${total === undefined ? 'no total' : `${count(total)} in all`}; ${dimensions
        .filter(({ dimension }) => dimension !== 'total')
        .map(({ dimension, categories }) => `${dimension} (${categories})`)
        .join(', ')}`,
      ...(unpopulated.length > 0 ? [`    nobody in ${listed(unpopulated)}`] : []),
    ]),
    notInLayer.length > 0
      ? `Not in the layer, ${left} rows left out: ${listed(notInLayer.map(({ area }) => area))}`
      : 'Every area of the file is in the layer.',
    areasWithoutCounts.length > 0
      ? `Areas of the layer without counts: ${listed(areasWithoutCounts)}`
      : 'Every area of the layer is counted.',
    ...warnings.map((warning) => `Look at ${warning}`),
  ]
}

function listed(areas: readonly string[]): string {
  const more = areas.length - 20
  return more > 0 ? `${areas.slice(0, 20).join(', ')} and ${more} more` : areas.join(', ')
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
