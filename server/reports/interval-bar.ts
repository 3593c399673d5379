import type { Shown } from './results.ts'

/** What a row of bars has in common: its ends in points, and whether zero is marked. */
export type Axis = { readonly from: number; readonly to: number }

export const pointsAxis: Axis = { from: -100, to: 100 }
export const scoreAxis: Axis = { from: 0, to: 100 }

const width = 240
const height = 20
const inset = 5

/** A figure as a dot on its interval, with a diamond for the city. Its numbers stand in words beside it. */
export function drawIntervalBar(here: Shown, city: Shown | undefined, axis: Axis): string {
  const x = (value: number) => {
    const within = Math.max(axis.from, Math.min(axis.to, value))
    return (inset + ((within - axis.from) / (axis.to - axis.from)) * (width - 2 * inset)).toFixed(1)
  }
  const middle = height / 2
  return [
    `<svg class="interval-bar" viewBox="0 0 ${width} ${height}" aria-hidden="true">`,
    `<path class="axis" d="M${inset},${middle}H${width - inset}"/>`,
    axis.from < 0 ? `<path class="zero" d="M${x(0)},2V${height - 2}"/>` : '',
    `<path class="span" d="M${x(here.low)},${middle}H${x(here.high)}"/>`,
    `<circle class="dot" cx="${x(here.estimate)}" cy="${middle}" r="4.5"/>`,
    city ? `<path class="city" d="M${x(city.estimate)},${middle - 6}l4,6 -4,6 -4,-6z"/>` : '',
    '</svg>',
  ].join('')
}

/** An axis for shares that are all far below one half: up to the next ten above the highest. */
export function shareAxis(figures: readonly Shown[]): Axis {
  const highest = Math.max(10, ...figures.map(({ high }) => high))
  return { from: 0, to: Math.min(100, Math.ceil(highest / 10) * 10) }
}
