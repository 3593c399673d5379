import { intervalOf, type Unit } from './formats.ts'
import type { Spoken } from './frame.ts'
import { type Axis, drawIntervalBar, pointsAxis, scoreAxis, shareAxis } from './interval-bar.ts'
import { reasonIn } from './place-names.ts'
import type { Figure, Place } from './results.ts'
import { filled } from './words/index.ts'

type Row = {
  readonly name: string
  readonly meaning?: string
  readonly figure: Figure
  readonly city: Figure | undefined
}

/** Figures as rows of words and drawings on one axis. */
export function barsOf(rows: readonly Row[], unit: Unit, page: Spoken, heading?: string, axis: Axis = axes[unit]) {
  const { words, formats } = page
  const middle = axis.from < 0 ? formats[unit](0) : undefined
  return {
    heading,
    axis: { from: formats[unit](axis.from), middle, to: formats[unit](axis.to) },
    rows: rows.map(({ name, meaning, figure, city }) => {
      if (figure.status === 'withheld')
        return {
          name,
          meaning,
          withheld: filled(words.results.withheldCell, { reason: reasonIn(words, figure.reason) }),
        }
      const inCity = city?.status === 'shown' ? city : undefined
      return {
        name,
        meaning,
        value: formats[unit](figure.estimate),
        interval: intervalOf(figure, unit, formats, words),
        modelled: figure.modelled && words.modelled,
        city: inCity ? formats[unit](inCity.estimate) : '–',
        bar: drawIntervalBar(figure, inCity, axis),
      }
    }),
  }
}

const axes: Readonly<Record<Unit, Axis>> = { points: pointsAxis, score: scoreAxis, percent: scoreAxis }

const mostIssues = 5

/** The issues named most often, largest first, all on one axis. */
export function issueBars(here: Place, city: Place, page: Spoken) {
  const shown = (here.shares[0]?.choices ?? []).flatMap(({ code, label, share }) =>
    share.status === 'shown' ? [{ code, label, share }] : [],
  )
  if (shown.length === 0) return undefined
  const top = shown.toSorted((a, b) => b.share.estimate - a.share.estimate).slice(0, mostIssues)
  const rows = top.map(({ code, label, share }) => ({
    name: page.say(label),
    figure: share,
    city: city.shares[0]?.choices.find((choice) => choice.code === code)?.share,
  }))
  return barsOf(rows, 'percent', page, undefined, shareAxis(top.map(({ share }) => share)))
}
