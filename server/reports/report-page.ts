import { languageOf } from '#instruments/engine/languages/index.ts'
import { drawLocator } from '#web/map/draw-locator.ts'
import type { MapLayout } from '#web/map/layout.ts'
import { smallestVisibleChange } from './compare.ts'
import { betweenOf, intervalOf, type Unit } from './formats.ts'
import { type Frame, layoutView, type Spoken, spoken } from './frame.ts'
import { discordHeadline, supportHeadline } from './headline.ts'
import { type Axis, drawIntervalBar, pointsAxis, scoreAxis, shareAxis } from './interval-bar.ts'
import { methodsView } from './methods-view.ts'
import { nextSteps } from './next-steps.ts'
import { areaTitle, layerWord, reasonIn } from './place-names.ts'
import type { AreaResults, Figure, Place, Results, Shown } from './results.ts'
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
      wave.invented ? `${wave.title} (${words.inventedShort})` : wave.title,
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
      title: common.title,
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
  const { words, formats, say, language } = page
  const { city } = results
  const [main, inCity] = [here.scores[0], city.scores[0]]
  const net = main?.net.status === 'shown' ? main.net : undefined
  return {
    headlines: [
      net && supportHeadline(net, inCity?.net ?? { status: 'withheld', reason: 'no-answers' }, formats, words),
      main?.polarization && discordHeadline(main.polarization, inCity?.polarization, formats, words),
    ].filter((sentence) => sentence !== undefined),
    measure: main && say(main.title),
    mainBars: [
      main && bar(words.support.name, main.net, inCity?.net, 'points', page, words.support.meaning),
      main?.polarization &&
        bar(words.discord.name, main.polarization, inCity?.polarization, 'score', page, words.discord.meaning),
    ].filter((row) => row !== undefined),
    scores: here.scores.map((score, s) => ({
      title: say(score.title),
      rows: score.items.map((item, i) => bar(say(item.title), item.net, city.scores[s]?.items[i]?.net, 'points', page)),
    })),
    issues: issueBars(here, city, page),
    who: filled(words.report.whoText, {
      n: net ? formats.count(net.n) : '',
      area: title,
      modes: percentages(here.modes, (mode) => words.modes[mode], page),
    }),
    languagesHeard: filled(words.report.languages, {
      languages: percentages(here.languages, (code) => languageOf(code).name, page),
    }),
    heard: heardWords(here, page),
    sure: net && [
      filled(words.report.sureText, { n: formats.count(net.n), areas: formats.count(results.areas.length) }),
      filled(words.report.sureChange, { points: formats.score(Math.ceil(smallestVisibleChange(net))) }),
      words.report.sureCause,
    ],
    steps: nextSteps(here, city).map((step) => worded(step, language, formats, words)),
  }
}

function bar(
  name: string,
  figure: Figure,
  city: Figure | undefined,
  unit: Unit,
  page: Spoken,
  meaning?: string,
  axis?: Axis,
) {
  const { words, formats } = page
  if (figure.status === 'withheld')
    return { name, meaning, withheld: `${words.report.withheldFigure}: ${reasonIn(words, figure.reason)}` }
  const shownCity: Shown | undefined = city?.status === 'shown' ? city : undefined
  return {
    name,
    meaning,
    value: formats[unit](figure.estimate),
    interval: intervalOf(figure, unit, formats, words),
    between: betweenOf(figure, unit, formats, words),
    city: shownCity && formats[unit](shownCity.estimate),
    bar: drawIntervalBar(figure, shownCity, axis ?? (unit === 'points' ? pointsAxis : scoreAxis)),
  }
}

const mostIssues = 5

/** The issues named most often, largest first, all on one axis. */
function issueBars(here: Place, city: Place, page: Spoken) {
  const [shares] = here.shares
  const shown = (shares?.choices ?? []).flatMap(({ code, label, share }) =>
    share.status === 'shown' ? [{ code, label, share }] : [],
  )
  const top = shown.toSorted((a, b) => b.share.estimate - a.share.estimate).slice(0, mostIssues)
  const axis = shareAxis(top.map(({ share }) => share))
  return top.map(({ code, label, share }) => {
    const inCity = city.shares[0]?.choices.find((choice) => choice.code === code)?.share
    return bar(page.say(label), share, inCity, 'percent', page, undefined, axis)
  })
}

const mostGroups = 3

function heardWords({ leastHeard }: Place, { words, formats, say }: Spoken): string[] {
  if (leastHeard.length === 0) return [words.report.allHeard]
  return leastHeard.slice(0, mostGroups).map(({ label, populationPercent, answeredPercent }) =>
    filled(answeredPercent === undefined ? words.report.lessHeardFew : words.report.lessHeard, {
      group: say(label),
      population: formats.percent(populationPercent),
      answered: answeredPercent === undefined ? '' : formats.percent(answeredPercent),
    }),
  )
}
