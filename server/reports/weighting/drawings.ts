import { escaped } from '#web/map/escape.ts'
import type { AreaAccount, MarginRowAccount, Spread } from './account.ts'

/*
 * Drawings without text, stretched to the width that the page has: their figures stand in words beside them. Strokes
 * keep their width however far a drawing is stretched.
 */

const height = 20

/** The sample before weighting as a bar, the population as a line, the sample after weighting as a dot. */
export function drawMarginBar({ before, after, target }: MarginRowAccount, longest: number): string {
  const x = (share: number) => ((200 * share) / longest).toFixed(1)
  const middle = height / 2
  return [
    `<svg class="margin-bar" viewBox="-5 0 210 ${height}" aria-hidden="true">`,
    `<path class="axis" d="M0,${middle}H200"/>`,
    `<rect class="before" x="0" y="5" width="${x(before)}" height="10"/>`,
    `<path class="population" d="M${x(target)},1V${height - 1}"/>`,
    `<circle class="after" cx="${x(after)}" cy="${middle}" r="4"/>`,
    '</svg>',
  ].join('')
}

/** The interviews of an area as a pale bar, and what they are worth as a dark one in it. */
export function drawWorthBar({ respondents, nEffective }: AreaAccount, most: number): string {
  const width = (count: number) => ((100 * count) / most).toFixed(1)
  return [
    '<svg class="worth-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">',
    `<rect class="made" x="0" y="1" width="${width(respondents)}" height="8"/>`,
    `<rect class="worth" x="0" y="1" width="${width(nEffective)}" height="8"/>`,
    '</svg>',
  ].join('')
}

/** Interviews by weight: one column for each bin, with a line at the average. */
export function drawHistogram({ bins }: Spread, says: string): string {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const columns = bins.map(({ count }, bin) => {
    // What is there at all is seen, however few they are.
    const tall = count === 0 ? 0 : Math.max(0.8, (100 * count) / most)
    return `<rect x="${bin * 10 + 0.6}" y="${(100 - tall).toFixed(1)}" width="8.8" height="${tall.toFixed(1)}"/>`
  })
  const average = bins.findIndex(({ from }) => from >= 1) * 10
  return [
    `<svg class="histogram" viewBox="0 0 ${bins.length * 10} 100" preserveAspectRatio="none" role="img" aria-label="${escaped(says)}">`,
    ...columns,
    `<path class="average" d="M${average},0V100"/>`,
    `<path class="axis" d="M0,100H${bins.length * 10}"/>`,
    '</svg>',
  ].join('')
}
