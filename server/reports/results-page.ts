import type { MapLayout } from '#web/map/layout.ts'
import { intervalOf, type Unit } from './formats.ts'
import { type Frame, layoutView, type Spoken, spoken } from './frame.ts'
import { mapViews } from './map-view.ts'
import { methodsView } from './methods-view.ts'
import { areaTitle, layerWord, reasonIn } from './place-names.ts'
import type { AreaResults, Figure, Results } from './results.ts'
import { templates } from './templates.ts'
import { filled, reportLanguages } from './words/index.ts'

/** The page of a wave: city figures, two maps, a table of all areas, and how it was done. */
export function resultsPage(results: Results, layout: MapLayout, frame: Frame): string {
  const page = spoken(frame)
  const { words, formats, say, links } = page
  const { study, wave, methods } = results
  const title = filled(words.results.title, { layer: layerWord(study.layer, words).toLocaleLowerCase(page.language) })
  return templates.results({
    ...layoutView(page, {
      title: `${title} · ${say(study.title)}`,
      study,
      invented: wave.invented,
      languages: reportLanguages,
    }),
    heading: title,
    lead: filled(words.results.lead, {
      n: formats.count(methods.interviews),
      dates: formats.dates(methods.firstAnswer, methods.lastAnswer),
    }),
    wave: wave.title,
    waves:
      links.wave && results.waves.length > 1
        ? results.waves.map(({ number, title: name }) => ({
            name,
            href: links.wave?.(number),
            current: number === wave.number,
          }))
        : undefined,
    city: cityFigures(results, page),
    maps: mapViews(results, layout, page),
    layerWord: layerWord(study.layer, words),
    hasParents: results.areas.some(({ parent }) => parent !== null),
    hasDiscord: results.city.scores[0]?.polarization !== undefined,
    rows: results.areas.map((area) => rowOf(area, results, page)),
    methods: methodsView(results, page),
  })
}

/** Each score of the city with its interval, and discord beside the main one. */
function cityFigures({ city }: Results, { words, formats, say }: Spoken) {
  const told = (name: string, meaning: string, figure: Figure | undefined, unit: Unit) =>
    figure?.status === 'shown'
      ? [{ name, meaning, value: formats[unit](figure.estimate), interval: intervalOf(figure, unit, formats, words) }]
      : []
  return city.scores.flatMap(({ title, net, polarization }, s) => [
    ...told(filled(words.results.net, { measure: say(title) }), words.support.meaning, net, 'points'),
    ...(s === 0 ? told(words.discord.name, words.discord.meaning, polarization, 'score') : []),
  ])
}

function rowOf(area: AreaResults, { study }: Results, { words, formats, links }: Spoken) {
  const title = areaTitle(area.name, study.layer, words)
  const about = { title, parent: area.parent ?? '', href: links.area(area.id) }
  if (area.status !== 'published') {
    const reason = reasonIn(words, area.status === 'withheld' ? area.reason : 'unpopulated')
    return { ...about, withheld: filled(words.results.withheldCell, { reason }) }
  }
  const [main] = area.place.scores
  const cell = (figure: Figure | undefined, unit: Unit) =>
    figure?.status === 'shown'
      ? {
          value: formats[unit](figure.estimate),
          sort: Math.round(figure.estimate),
          interval: intervalOf(figure, unit, formats, words),
          modelled: figure.modelled && words.modelled,
        }
      : { value: '–', sort: '', interval: '' }
  const n = main?.net.status === 'shown' ? main.net.n : undefined
  return {
    ...about,
    n: n === undefined ? '–' : formats.count(n),
    nSort: n ?? '',
    net: cell(main?.net, 'points'),
    discord: cell(main?.polarization, 'score'),
  }
}
