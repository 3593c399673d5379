import type { Spoken } from './frame.ts'
import { percentages } from './spread-words.ts'
import type { Place, Results } from './results.ts'
import { filled } from './words/index.ts'

/** The methods box: who was asked when and how, and how the figures were made, in sentences. */
export function methodsView({ methods, study, wave, city, areas }: Results, page: Spoken) {
  const { words, formats, say, links } = page
  const { methods: told } = words
  const margins = formats.list(methods.margins.map(say).map((title) => title.toLocaleLowerCase(page.language)))
  return {
    title: told.title,
    sentences: [
      filled(told.who, {
        n: formats.count(methods.interviews),
        dates: formats.dates(methods.firstAnswer, methods.lastAnswer),
      }),
      `${told.modes}: ${percentages(city.modes, (mode) => words.modes[mode], page)}.`,
      filled(methods.areaTotals ? told.weightsWithAreas : told.weights, { margins }),
      methods.designEffect !== undefined &&
        methods.nEffective !== undefined &&
        filled(told.uncertainty, {
          deff: formats.decimal(methods.designEffect),
          effective: formats.count(methods.nEffective),
        }),
      methods.areasDrawn > 0 && filled(told.areasDrawn, { n: formats.count(methods.areasDrawn) }),
      filled(told.limits, {
        n: formats.count(study.publication.minimumInterviews),
        effective: formats.count(study.publication.minimumEffective),
      }),
      areas.some((area) => area.status === 'published' && hasModelled(area.place)) && told.modelled,
      filled(told.version, {
        wave: wave.title,
        version: formats.count(methods.layerVersion),
        date: formats.date(methods.weighedAt),
      }),
    ].filter((sentence) => sentence !== false),
    data: told.data,
    files:
      links.file && (['csv', 'geojson', 'json'] as const).map((format) => ({ format, href: links.file?.(format) })),
  }
}

function hasModelled({ scores, shares }: Place): boolean {
  const figures = [
    ...scores.flatMap(({ net, polarization, items }) => [net, polarization, ...items.map((item) => item.net)]),
    ...shares.flatMap(({ choices }) => choices.map(({ share }) => share)),
  ]
  return figures.some((figure) => figure?.status === 'shown' && figure.modelled)
}
