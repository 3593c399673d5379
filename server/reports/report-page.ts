import { drawLocator } from '#web/map/draw-locator.ts'
import type { MapLayout } from '#web/map/layout.ts'
import { smallestVisibleChange } from './compare.ts'
import { barsOf, issueBars } from './bars-view.ts'
import { type Frame, layoutView, type Spoken, spoken } from './frame.ts'
import { groupName } from './group-name.ts'
import { discordHeadline, supportHeadline } from './headline.ts'
import { methodsView } from './methods-view.ts'
import { nextSteps } from './next-steps.ts'
import { areaTitle, layerWord, reasonIn } from './place-names.ts'
import type { AreaResults, Place, Results } from './results.ts'
import { percentages } from './spread-words.ts'
import { worded } from './step-words.ts'
import { templates } from './templates.ts'
import { filled, reportLanguages } from './words/index.ts'

/** The report of one area: two printed pages for its command, or one that says why there is nothing to show. */
export function reportPage(results: Results, area: AreaResults, locator: MapLayout, frame: Frame): string {
  const page = spoken(frame)
  const { words, say, formats } = page
  const { study, wave, methods } = results
  const title = areaTitle(area.name, study.layer, words)
  const heading = area.parent ? `${title}, ${area.parent}` : title
  const common = {
    ...layoutView(page, {
      title: `${filled(words.report.title, { area: title })} · ${say(study.title)}`,
      study,
      invented: wave.invented,
      languages: reportLanguages,
    }),
    heading,
    area: title,
    eyebrow: [
      filled(words.report.kind, { layer: layerWord(study.layer, words) }),
      wave.title,
      formats.date(methods.lastAnswer),
    ].join(' · '),
    back: page.links.results,
    locator: drawLocator(locator, area.id, filled(words.report.where, { area: title })),
    methods: methodsView(results, page),
  }
  if (area.status !== 'published') {
    const reason = reasonIn(words, area.status === 'withheld' ? area.reason : 'unpopulated')
    return templates.withheldReport({
      ...common,
      heading: area.status === 'withheld' ? filled(words.report.withheldTitle, { area: title }) : heading,
      why: filled(area.status === 'withheld' ? words.report.withheldText : words.report.unpopulatedText, {
        area: title,
        reason,
      }),
      steps: area.status === 'withheld' ? words.report.withheldNext.map((what) => ({ what })) : undefined,
    })
  }
  return templates.report({ ...common, ...contentOf(area.place, title, results, page) })
}

function contentOf(here: Place, title: string, results: Results, page: Spoken) {
  const { words, formats, say } = page
  const { city } = results
  const [main, inCity] = [here.scores[0], city.scores[0]]
  const net = main?.net.status === 'shown' ? main.net : undefined
  return {
    headlines: [
      net && supportHeadline(net, inCity?.net ?? { status: 'withheld', reason: 'no-answers' }, formats, words),
      main?.polarization && discordHeadline(main.polarization, inCity?.polarization, formats, words),
    ].filter((sentence) => sentence !== undefined),
    mainBars: main && [
      barsOf(
        [{ name: words.support.name, meaning: words.support.meaning, figure: main.net, city: inCity?.net }],
        'points',
        page,
      ),
      ...(main.polarization
        ? [
            barsOf(
              [
                {
                  name: words.discord.name,
                  meaning: words.discord.meaning,
                  figure: main.polarization,
                  city: inCity?.polarization,
                },
              ],
              'score',
              page,
            ),
          ]
        : []),
    ],
    scores: here.scores.map((score, s) => {
      const rows = score.items.map((item, i) => ({
        name: say(item.title),
        figure: item.net,
        city: city.scores[s]?.items[i]?.net,
      }))
      return barsOf(rows, 'points', page, say(score.title))
    }),
    issues: issueBars(here, city, page),
    who: filled(words.report.whoText, {
      n: net ? formats.count(net.n) : '',
      area: title,
      modes: percentages(here.modes, (mode) => words.modes[mode], page),
    }),
    // Where no language may be told apart from the others there is nothing to say.
    languagesHeard:
      here.languages.categories.length > 0 &&
      filled(words.report.languages, { languages: percentages(here.languages, formats.language, page) }),
    heard: heardWords(here, page),
    sure: net && [
      filled(words.report.sureText, { n: formats.count(net.n), areas: formats.count(results.areas.length) }),
      filled(words.report.sureChange, { points: formats.score(Math.ceil(smallestVisibleChange(net))) }),
      ...(net.modelled ? [words.methods.modelled] : []),
      words.report.sureCause,
    ],
    steps: nextSteps(here, city).map((step) => worded(step, page)),
  }
}

const mostGroups = 3

function heardWords({ leastHeard }: Place, page: Spoken): string[] {
  const { words, formats } = page
  if (leastHeard.length === 0) return [words.report.allHeard]
  return leastHeard.slice(0, mostGroups).map((group) => {
    const { populationPercent, answeredPercent } = group
    return filled(answeredPercent === undefined ? words.report.lessHeardFew : words.report.lessHeard, {
      group: groupName(group, page),
      population: formats.percent(populationPercent),
      answered: answeredPercent === undefined ? '' : formats.percent(answeredPercent),
    })
  })
}
