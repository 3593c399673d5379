import type { MarginCount } from '#server/store/margins.ts'

export type MarginReport = {
  universes: UniverseReport[]
  /** Areas of the layer that have no row at all. */
  areasWithoutCounts: string[]
  /** What a careful reader would ask about; none of it keeps the margins from being used. */
  warnings: string[]
}

export type UniverseReport = {
  universe: string
  /** Everybody counted; undefined when the dimension `total` is not in the file. */
  total: number | undefined
  dimensions: { dimension: string; categories: number; sum: number }[]
  /** Areas where the universe counts nobody. */
  unpopulated: string[]
}

/** Differences between a dimension and its total that rounding does not explain: in the city, and in one area. */
const noteworthy = { city: 0.001, area: 0.02 }

/** Says what margins count and where their parts do not add up. */
export function reportOnMargins(counts: readonly MarginCount[], layerAreas: readonly string[]): MarginReport {
  const warnings: string[] = []
  const byUniverse = Map.groupBy(counts, ({ universe }) => universe)
  const universes = [...byUniverse].map(([universe, own]): UniverseReport => {
    const byDimension = Map.groupBy(own, ({ dimension }) => dimension)
    const totals = byDimension.get('total') ?? []
    const total = totals.length > 0 ? cityCount(totals) : undefined
    const dimensions = [...byDimension].map(([dimension, rows]) => ({
      dimension,
      categories: new Set(rows.map(({ category }) => category)).size,
      sum: cityCount(rows),
    }))
    for (const [dimension, rows] of byDimension)
      warnings.push(...oddities(rows, totals).map((oddity) => `${universe}, ${dimension}: ${oddity}`))
    return { universe, total, dimensions, unpopulated: unpopulated(totals) }
  })
  const counted = new Set(counts.map(({ area }) => area))
  return { universes, areasWithoutCounts: layerAreas.filter((area) => !counted.has(area)), warnings }
}

/** The count of the whole city: its own rows where there are any, else the areas together. */
export function cityCount(rows: readonly MarginCount[]): number {
  const own = rows.filter(({ area }) => area === null)
  return sumOf(own.length > 0 ? own : rows)
}

function oddities(rows: readonly MarginCount[], totals: readonly MarginCount[]): string[] {
  const found: string[] = []
  const areas = rows.filter(({ area }) => area !== null)
  if (areas.length > 0 && areas.length < rows.length) {
    const difference = sumOf(areas) / cityCount(rows) - 1
    if (Math.abs(difference) > noteworthy.city)
      found.push(`the areas together differ ${percent(difference)} from the city.`)
  }
  if (totals.length === 0 || totals === rows) return found
  const city = cityCount(rows) / cityCount(totals) - 1
  if (Math.abs(city) > noteworthy.city)
    found.push(
      `the categories sum to ${whole(cityCount(rows))}, the total is ${whole(cityCount(totals))} (${percent(city)}).`,
    )
  const totalOf = new Map([...Map.groupBy(totals, ({ area }) => area)].map(([area, own]) => [area, sumOf(own)]))
  const off = [...Map.groupBy(areas, ({ area }) => area)]
    .map(([area, own]) => ({ area, difference: sumOf(own) / (totalOf.get(area) ?? 0) - 1 }))
    .filter(({ difference }) => Number.isFinite(difference) && Math.abs(difference) > noteworthy.area)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  const [worst] = off
  if (worst)
    found.push(
      `in ${off.length === 1 ? 'one area' : `${off.length} areas`} the categories do not sum to the total, most in ${worst.area} (${percent(worst.difference)}).`,
    )
  return found
}

function unpopulated(totals: readonly MarginCount[]): string[] {
  const byArea = Map.groupBy(totals, ({ area }) => area)
  return [...byArea].flatMap(([area, rows]) => (area !== null && sumOf(rows) === 0 ? [area] : []))
}

function sumOf(rows: readonly MarginCount[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(100 * share).toFixed(Math.abs(share) < 0.01 ? 2 : 1)} %`
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}
