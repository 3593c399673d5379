import { readFile, stat } from 'node:fs/promises'
import { badFile } from '#server/problems.ts'
import type { NewArea } from '#server/store/layers.ts'
import { type AreaProperties, areasFromGeoJson } from './areas-from-geojson.ts'

const mostBytes = 32 * 1024 * 1024

/** The areas of a GeoJSON file, or a Problem that lists everything that is wrong with it. */
export async function readAreasFile(file: string, wanted: AreaProperties): Promise<NewArea[]> {
  const refuse = (...findings: string[]): never => {
    throw badFile({ file, findings })
  }
  const { size } = await stat(file).catch(() => refuse('There is no such file, or it may not be read.'))
  if (size > mostBytes)
    refuse(
      `It has ${Math.ceil(size / 2 ** 20)} MB; at most ${mostBytes / 2 ** 20} MB are read. Simplify its outlines first.`,
    )
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)))
  } catch (error) {
    refuse(
      error instanceof SyntaxError ? `It is not JSON: ${error.message}` : 'It is not UTF-8 text, or cannot be read.',
    )
  }
  const { areas, findings } = areasFromGeoJson(json, wanted)
  return findings.length > 0 ? refuse(...findings) : areas
}
