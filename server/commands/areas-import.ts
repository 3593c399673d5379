import { importAreas } from '#server/operations/import-areas.ts'
import { readAreasFile } from '#server/operations/read-areas-file.ts'
import { type Command, text, UsageError } from './command.ts'

export const areasImport: Command = {
  words: 'areas import',
  usage: '<layer> <file.geojson> --id <property> [--name <property>] [--parent <property>]',
  summary: 'Takes in a layer of areas from GeoJSON (WGS84); a second import makes a new version.',
  takes: { least: 2, most: 2 },
  options: { id: { type: 'string' }, name: { type: 'string' }, parent: { type: 'string' } },
  async run(call) {
    const { deps, args, print } = call
    const [layer = '', file = ''] = args
    const id = text(call, 'id')
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(layer))
      throw new UsageError(`A layer's name is lower-case letters, digits and _, such as precinct; not "${layer}".`)
    if (!id) throw new UsageError('--id <property> must say which property of a feature is the area’s id.')
    const areas = await readAreasFile(call.path(file), { id, name: text(call, 'name'), parent: text(call, 'parent') })
    const imported = await importAreas(deps, { layer, areas })
    const within = imported.parents > 0 ? ` in ${imported.parents} ${text(call, 'parent')}s` : ''
    print(`Layer ${layer}, version ${imported.version}: ${imported.areas} areas${within}.`)
    print(`Next: npx canvass margins import <file.csv> --layer ${layer}`)
    return imported
  },
}
