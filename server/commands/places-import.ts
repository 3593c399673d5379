import { importPlacesFile } from '#server/operations/import-place-shares.ts'
import { type Command, text, UsageError } from './command.ts'

export const placesImport: Command = {
  words: 'places import',
  usage: '<file.csv> --layer <layer>',
  summary: 'Takes in how the people of each ZIP code (or other place) spread over the areas.',
  takes: { least: 1, most: 1 },
  options: { layer: { type: 'string' } },
  async run(call) {
    const layer = text(call, 'layer')
    if (!layer) throw new UsageError('--layer <layer> must say whose areas the file names.')
    const imported = await importPlacesFile(call.deps, { layer, file: call.path(call.args[0] ?? '') })
    const { version, layerVersion, places, decisive, areasWithoutPlace } = imported
    call.print(`Places of layer ${layer} (version ${layerVersion}), version ${version}: ${places} places.`)
    call.print(`  ${decisive} of them settle the area by themselves; for the others the borough or the area is asked.`)
    if (areasWithoutPlace.length > 0) call.print(`  No place leads to these areas: ${areasWithoutPlace.join(', ')}`)
    return imported
  },
}
