import { z } from 'zod'
import type { NewArea } from '#server/store/layers.ts'
import { readRings } from './polygon-rings.ts'

/** Which properties of a feature hold the area's id, its name (default: the id) and what it belongs to. */
export type AreaProperties = { id: string; name?: string | undefined; parent?: string | undefined }

export const mostAreas = 2_000

const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
  crs: z.looseObject({ properties: z.looseObject({ name: z.string() }) }).nullish(),
})
const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.looseObject({ type: z.string(), coordinates: z.unknown().optional() }).nullable(),
})

/** Reads areas from parsed GeoJSON. With any finding, each a sentence that names the feature, nothing may be imported. */
export function areasFromGeoJson(json: unknown, wanted: AreaProperties): { areas: NewArea[]; findings: string[] } {
  const { data: collection } = Collection.safeParse(json)
  const refused = collection ? refusalOf(collection) : 'It is not a GeoJSON FeatureCollection.'
  if (!collection || refused) return { areas: [], findings: [refused ?? ''] }

  const areas: NewArea[] = []
  const findings: string[] = []
  const featureOf = new Map<string, number>()
  const outside: string[] = []
  collection.features.forEach((feature, f) => {
    const read = readFeature(feature, wanted)
    const where = `Feature ${f + 1}${read.id ? ` (${wanted.id} ${read.id})` : ''}`
    findings.push(...read.findings.map((finding) => `${where} ${finding}`))
    if (read.notDegrees) outside.push(`${where.toLowerCase()} is at ${read.notDegrees.join(', ')}`)
    if (read.area) areas.push(read.area)
    if (!read.id) return
    const before = featureOf.get(read.id)
    if (before) findings.push(`${where} has the same ${wanted.id} as feature ${before}; each area needs its own.`)
    else featureOf.set(read.id, f + 1)
  })
  if (outside.length > 0)
    findings.unshift(notWgs84(`coordinates that are not degrees in ${outside.length} features: ${outside[0]}`))
  return { areas, findings }
}

function refusalOf({ features, crs }: z.infer<typeof Collection>): string | undefined {
  if (features.length === 0) return 'It has no features, so there is no area to import.'
  if (features.length > mostAreas) return `It has ${features.length} features; a layer has at most ${mostAreas} areas.`
  const system = crs?.properties.name
  if (system && !/CRS:?84$|EPSG:+4326$/i.test(system)) return notWgs84(`coordinates in ${system}`)
  return undefined
}

function notWgs84(what: string): string {
  return `It has ${what}. It looks projected: export it again as longitude and latitude (WGS84, EPSG:4326).`
}

type FeatureRead = { id?: string; area?: NewArea; findings: string[]; notDegrees?: readonly [number, number] }

function readFeature(feature: unknown, wanted: AreaProperties): FeatureRead {
  const { data } = Feature.safeParse(feature)
  if (!data) return { findings: ['is not a GeoJSON Feature with properties and a geometry.'] }
  const findings = new Set<string>() // with the id as the name, the same finding would come twice
  const read = (property: string) => {
    const { text = '', finding } = textOf(data.properties ?? {}, property)
    if (finding) findings.add(finding)
    return text
  }
  const id = read(wanted.id)
  const name = read(wanted.name ?? wanted.id)
  const parent = wanted.parent === undefined ? null : read(wanted.parent)
  const rings = data.geometry ? readRings(data.geometry) : { wrong: 'has no geometry' }
  if ('wrong' in rings) findings.add(`${rings.wrong}.`)
  return {
    ...(id && { id }),
    ...('geometry' in rings && findings.size === 0 && { area: { id, name, parent, geometry: rings.geometry } }),
    ...('notDegrees' in rings && { notDegrees: rings.notDegrees }),
    findings: [...findings],
  }
}

const longestText = 100

function textOf(properties: Record<string, unknown>, property: string): { text?: string; finding?: string } {
  const value = properties[property]
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (text.length > longestText || /\p{Cc}/u.test(text))
    return { finding: `has a "${property}" with a line break or more than ${longestText} characters.` }
  if (text) return { text }
  const others = Object.keys(properties).slice(0, 12).join(', ') || 'none'
  return { finding: `has no text or number in "${property}". Its properties are: ${others}.` }
}
