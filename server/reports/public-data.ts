import { stringify } from 'csv-stringify/sync'
import { inert } from './inert.ts'
import type { MapArea } from '#web/map/topology.ts'
import type { Figure, Place, Results } from './results.ts'

/** A published statistic, or why one is not; `category` names the choice of a share. */
type Row = {
  readonly area: string
  readonly name: string
  readonly parent: string
  readonly measure: string
  readonly statistic: string
  readonly category: string
} & Told

/** Whole points, as everywhere else that the public reads. */
type Told =
  | {
      readonly estimate: number
      readonly low: number
      readonly high: number
      readonly n: number
      readonly withheld: ''
      readonly method: 'direct' | 'modelled'
    }
  | { readonly withheld: string }

function told(figure: Figure): Told {
  if (figure.status === 'withheld') return { withheld: figure.reason }
  const { estimate, low, high, n, modelled } = figure
  const method = modelled ? 'modelled' : 'direct'
  return { estimate: Math.round(estimate), low: Math.round(low), high: Math.round(high), n, withheld: '', method }
}

/** Every published statistic of a place in one list. */
function statisticsOf(place: Place) {
  const ofScore = (measure: string, net: Figure, polarization: Figure | undefined) => [
    { measure, statistic: 'net', category: '', ...told(net) },
    ...(polarization ? [{ measure, statistic: 'polarization', category: '', ...told(polarization) }] : []),
  ]
  return [
    ...place.scores.flatMap(({ id, net, polarization, items }) => [
      ...ofScore(id, net, polarization),
      ...items.flatMap((item) => ofScore(`${id}.${item.question}`, item.net, item.polarization)),
    ]),
    ...place.shares.flatMap(({ id, choices }) =>
      choices.map(({ code, share }) => ({ measure: id, statistic: 'share', category: code, ...told(share) })),
    ),
  ]
}

/** One row per place and statistic; the city has an empty area. */
export function resultsCsv(results: Results): string {
  const about = (area: string, name: string, parent: string | null) => ({
    area: inert(area),
    name: inert(name),
    parent: inert(parent ?? ''),
  })
  const rows: Row[] = [
    ...statisticsOf(results.city).map((row) => ({ ...about('', '', null), ...row })),
    ...results.areas.flatMap((area): Row[] => {
      const place = about(area.id, area.name, area.parent)
      if (area.status === 'published') return statisticsOf(area.place).map((row) => ({ ...place, ...row }))
      return [
        {
          ...place,
          measure: '',
          statistic: '',
          category: '',
          withheld: area.status === 'withheld' ? area.reason : 'unpopulated',
        },
      ]
    }),
  ]
  const { study, wave } = results
  return stringify(
    rows.map((row) => ({ study: study.id, wave: wave.number, invented: wave.invented, ...row })),
    { header: true, columns, cast: { boolean: (value) => (value ? 'true' : 'false') } },
  )
}

const columns =
  'study,wave,invented,area,name,parent,measure,statistic,category,estimate,low,high,n,withheld,method'.split(',')

/** The whole of what is public, as one document. */
export function resultsJson(results: Results): object {
  const { study, wave, methods, city, areas } = results
  return {
    study: study.id,
    title: study.title,
    wave: { number: wave.number, title: wave.title, invented: wave.invented, status: wave.status },
    methods: { ...methods, minimumInterviews: study.publication.minimumInterviews, confidence: 0.95 },
    city: { statistics: statisticsOf(city), modes: city.modes, languages: city.languages },
    areas: areas.map((area) => {
      const { id, name, parent, status } = area
      if (status === 'published') return { id, name, parent, status, statistics: statisticsOf(area.place) }
      return { id, name, parent, status, ...(status === 'withheld' && { reason: area.reason }) }
    }),
  }
}

type Feature = {
  type: 'Feature'
  id: string
  properties: Record<string, unknown>
  geometry: MapArea['geometry'] | undefined
}

/** The areas' shapes with the figures of the two maps. */
export function resultsGeoJson(results: Results): { type: 'FeatureCollection'; features: Feature[] } {
  const { study, wave, areas, shapes } = results
  return {
    type: 'FeatureCollection',
    features: areas.map((area, i): Feature => {
      const { id, name, parent, status } = area
      const about = { id, name, parent, study: study.id, wave: wave.number, invented: wave.invented, status }
      const geometry = shapes[i]?.geometry
      if (status !== 'published')
        return {
          type: 'Feature',
          id,
          properties: { ...about, ...(status === 'withheld' && { reason: area.reason }) },
          geometry,
        }
      const [main] = area.place.scores
      const figures = { ...named('net_support', main?.net), ...named('polarization', main?.polarization) }
      return { type: 'Feature', id, properties: { ...about, ...figures }, geometry }
    }),
  }
}

function named(name: string, figure: Figure | undefined): object {
  if (!figure) return {}
  const values = told(figure)
  if (!('estimate' in values)) return { [`${name}_withheld`]: values.withheld }
  const { estimate, low, high, n, method } = values
  const figures = { [name]: estimate, [`${name}_low`]: low, [`${name}_high`]: high, [`${name}_n`]: n }
  return { ...figures, [`${name}_method`]: method }
}
