import type { AreaSource, Value } from './events.ts'
import type { Interview } from './interview.ts'

/** The areas of a wave's layer and how the people of each ZIP code spread over them. Plain data, no shapes. */
export type Geography = {
  readonly areas: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[]
  /** ZIP code → its areas with their share of its people, largest first; shares of a ZIP sum to 1. */
  readonly places: Readonly<Record<string, readonly { readonly area: string; readonly share: number }[]>>
}

/** Which questions of a study tell where a resident lives. */
export type LocationQuestions = {
  readonly zip?: string | undefined
  readonly parent?: string | undefined
  readonly area: string
}

export const noGeography: Geography = { areas: [], places: {} }

/** From this share of a ZIP's people on, the ZIP alone settles the area. */
export const decisiveShare = 0.9

/** The area that a ZIP code settles by itself, if any. */
export function decisiveArea(geography: Geography, zip: Value | undefined): string | undefined {
  const largest = candidates(geography, zip)?.[0]
  return largest && largest.share >= decisiveShare ? largest.area : undefined
}

/**
 * Where a resident lives, best evidence first: the sample case, what they chose or their device found, a decisive
 * ZIP, else a draw by the ZIP's shares.
 *
 * @param draw  a number in [0, 1) that belongs to the interview, so that the same interview always draws the same
 */
export function locate(
  geography: Geography,
  questions: LocationQuestions | undefined,
  interview: Interview,
  caseArea: string | null,
  draw: number,
): { area: string; source: AreaSource } | undefined {
  if (caseArea) return { area: caseArea, source: 'case' }
  if (!questions) return undefined
  const area = interview.given[questions.area]
  const zip = questions.zip ? interview.given[questions.zip] : undefined
  const shares = zip?.kind === 'answered' ? candidates(geography, zip.value) : undefined
  const decisive = zip?.kind === 'answered' ? decisiveArea(geography, zip.value) : undefined
  if (decisive) return { area: decisive, source: 'zip' }
  if (area?.kind === 'answered' && geography.areas.some(({ id }) => id === area.value))
    return { area: String(area.value), source: area.found ?? 'list' }
  if (!shares) return undefined
  let passed = 0
  const drawn = shares.find(({ share }) => (passed += share) > draw) ?? shares.at(-1)
  return drawn && { area: drawn.area, source: 'zip_draw' }
}

/** Whether an area was seen on a device or a map rather than chosen from our list: then it may be any area. */
export function isSighting(found: AreaSource | undefined): boolean {
  return found === 'device' || found === 'map'
}

/** The groups of areas (boroughs), in the order of the areas. */
export function parentsOf({ areas }: Geography): string[] {
  return [...new Set(areas.map(({ parent }) => parent).filter((parent) => parent !== null))]
}

/** Whether a resident is asked for their borough: only where the ZIP tells nothing and there is more than one. */
export function asksParent(geography: Geography, zip: unknown): boolean {
  return candidates(geography, zip) === undefined && parentsOf(geography).length > 1
}

/** Whether a resident is asked for their area: not where the ZIP settles it, nor before the list is short enough. */
export function asksArea(geography: Geography, zip: unknown, parent: unknown): boolean {
  const near = candidates(geography, zip)
  if (near) return (near[0]?.share ?? 0) < decisiveShare
  return geography.areas.length > 1 && (isGiven(parent) || parentsOf(geography).length < 2)
}

/** Whether an area is on the list: one of the ZIP's areas, else of the borough's, else any. */
export function offersArea(geography: Geography, area: unknown, zip: unknown, parent: unknown): boolean {
  const near = candidates(geography, zip)
  if (near) return near.some((place) => place.area === area)
  if (!isGiven(parent)) return true
  return geography.areas.some(({ id, parent: of }) => id === area && of === parent)
}

/** The areas over which a known ZIP code spreads. */
function candidates({ places }: Geography, zip: unknown): Geography['places'][string] | undefined {
  return typeof zip === 'string' && Object.hasOwn(places, zip) ? places[zip] : undefined
}

function isGiven(parent: unknown): boolean {
  return typeof parent === 'string' && parent !== ''
}
