import { type Drawing, drawMap, drawSwatch, type Mark } from '#web/map/draw-map.ts'
import type { MapLayout } from '#web/map/layout.ts'
import { classOf, discordScale, isUncertain, type Scale, supportScale } from '#web/map/scales.ts'
import { intervalOf, type Unit } from './formats.ts'
import type { Spoken } from './frame.ts'
import { areaTitle, reasonIn } from './place-names.ts'
import type { AreaResults, Figure, Place, Results } from './results.ts'
import { filled, type Words } from './words/index.ts'

/** One of the two maps: which figure it shows and how. */
type MapOf = {
  readonly scale: Scale
  readonly unit: Unit
  readonly figureOf: (place: Place) => Figure | undefined
  readonly wordsOf: (words: Words) => Words['support']
}

const maps: readonly MapOf[] = [
  {
    scale: supportScale,
    unit: 'points',
    figureOf: ({ scores: [main] }) => main?.net,
    wordsOf: ({ support }) => support,
  },
  {
    scale: discordScale,
    unit: 'score',
    figureOf: ({ scores: [main] }) => main?.polarization,
    wordsOf: ({ discord }) => discord,
  },
]

/** The maps of a wave with their legends; a map that would show nothing is left out. */
export function mapViews(results: Results, layout: MapLayout, page: Spoken) {
  return maps
    .filter(({ figureOf }) => figureOf(results.city) !== undefined)
    .map((map) => {
      const { name, map: title, meaning } = map.wordsOf(page.words)
      const marks = new Map(results.areas.map((area) => [area.id, markOf(area, map, results.study.layer, page)]))
      const drawing: Drawing = {
        scale: map.scale,
        title: `${name}. ${title}`,
        markOf: (id) => marks.get(id) ?? { kind: 'unpopulated', text: id },
        hrefOf: page.links.area,
      }
      return { name, title, meaning, svg: drawMap(layout, drawing), legend: legendOf(map, [...marks.values()], page) }
    })
}

function markOf(
  area: AreaResults,
  { figureOf, unit, wordsOf }: MapOf,
  layer: string,
  { words, formats }: Spoken,
): Mark {
  const title = areaTitle(area.name, layer, words)
  if (area.status === 'unpopulated')
    return { kind: 'unpopulated', text: filled(words.mark.unpopulated, { area: title }) }
  const withheld = (reason: string): Mark => ({
    kind: 'withheld',
    text: filled(words.mark.withheld, { area: title, reason: reasonIn(words, reason) }),
  })
  if (area.status === 'withheld') return withheld(area.reason)
  const figure = figureOf(area.place)
  if (figure?.status !== 'shown') return withheld(figure?.reason ?? 'no-answers')
  const value = formats[unit](figure.estimate)
  return {
    kind: 'value',
    colour: classOf(unit === 'points' ? supportScale : discordScale, figure.estimate),
    isUncertain: isUncertain(figure),
    short: value,
    text: filled(figure.modelled ? words.mark.modelled : words.mark.value, {
      area: title,
      measure: wordsOf(words).name,
      value,
      interval: intervalOf(figure, unit, formats, words),
      n: formats.count(figure.n),
    }),
  }
}

/** The scale's classes with their ends in words, then the marks that this map has. */
function legendOf({ scale, unit, wordsOf }: MapOf, marks: readonly Mark[], { words, formats }: Spoken) {
  const { low, high } = wordsOf(words)
  const classes = scale.classes.map(({ from, to }, colour) => ({
    swatch: drawSwatch(scale, { kind: 'value', colour, isUncertain: false }),
    label: filled(words.to, { low: formats[unit](from), high: formats[unit](to) }),
  }))
  const has = (wanted: (mark: Mark) => boolean) => marks.some(wanted)
  const middle = Math.floor(scale.classes.length / 2)
  const others = [
    has((mark) => mark.kind === 'value' && mark.isUncertain) && {
      swatch: drawSwatch(scale, { kind: 'value', colour: middle, isUncertain: true }),
      label: words.legend.uncertain,
    },
    has(({ kind }) => kind === 'withheld') && { swatch: drawSwatch(scale, 'withheld'), label: words.legend.withheld },
    has(({ kind }) => kind === 'unpopulated') && {
      swatch: drawSwatch(scale, 'unpopulated'),
      label: words.legend.unpopulated,
    },
  ].filter((mark) => mark !== false)
  return { low, high, classes, others }
}
