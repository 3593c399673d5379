import { badFile } from '#server/problems.ts'
import type { PlaceShare } from '#server/store/place-shares.ts'
import { readCsvFile } from './csv-file.ts'

/** Shares of a place may miss 1 by this much, as rounding leaves them; they are then scaled to it. */
const mostOff = 1e-3

/**
 * The shares of a place file (contracts.md: `place,area,share`), or a Problem that lists everything that is wrong.
 *
 * @param known  the areas of the layer
 */
export async function readPlaceSharesFile(file: string, known: ReadonlySet<string>): Promise<PlaceShare[]> {
  const { rows, findings } = await readCsvFile(file, {
    place: { heading: 'place' },
    area: { heading: 'area' },
    share: { heading: 'share' },
  })
  const lineOf = new Map<string, number>()
  const shares: PlaceShare[] = []
  for (const { line, cells } of rows) {
    const { place, area } = cells
    const share = /^\d*\.?\d+(e-?\d+)?$/i.test(cells.share) ? Number(cells.share) : NaN
    if (!place) findings.push(`Line ${line} names no place.`)
    if (!known.has(area))
      findings.push(`Line ${line} names the area "${area.slice(0, 60)}", which the layer does not have.`)
    if (!(share >= 0 && share <= 1))
      findings.push(`Line ${line} has the share "${cells.share.slice(0, 40)}": a number from 0 to 1 is needed.`)
    const pair = JSON.stringify([place, area])
    const before = lineOf.get(pair)
    if (before) findings.push(`Line ${line} gives ${place} and area ${area} a share that line ${before} gave already.`)
    lineOf.set(pair, line)
    if (share > 0) shares.push({ place, area, share })
  }
  const sums = new Map<string, number>()
  for (const { place, share } of shares) sums.set(place, (sums.get(place) ?? 0) + share)
  for (const [place, sum] of sums)
    if (Math.abs(sum - 1) > mostOff) findings.push(`The shares of place ${place} sum to ${sum.toFixed(4)}, not to 1.`)
  if (findings.length > 0) throw badFile({ file, findings })
  return shares.map(({ place, area, share }) => ({ place, area, share: Math.min(1, share / (sums.get(place) ?? 1)) }))
}
