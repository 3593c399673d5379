import type { AreaSource, Value } from './events.ts'
import type { Interview } from './interview.ts'

/** The areas of a wave's layer and how the people of each ZIP code spread over them. Plain data, no shapes. */
export type Geography = {
  readonly areas: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[]
  /** ZIP code → its areas with their share of its people, largest first; shares of a ZIP sum to 1. */
  readonly places: Readonly<Record<string, readonly { readonly area: string; readonly share: number }[]>>
}

/** Which questions of a study tell where a resident lives. */
export type LocationQuestions = { readonly zip?: string; readonly parent?: string; readonly area: string }

export const noGeography: Geography = { areas: [], places: {} }

/** From this share of a ZIP's people on, the ZIP alone settles the area. */
export const decisiveShare = 0.9

/** The area that a ZIP code settles by itself, if any. */
export function decisiveArea(geography: Geography, zip: Value | undefined): string | undefined {
  const largest = typeof zip === 'string' ? geography.places[zip]?.[0] : undefined
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
  const shares = zip?.kind === 'answered' && typeof zip.value === 'string' ? geography.places[zip.value] : undefined
  const decisive = zip?.kind === 'answered' ? decisiveArea(geography, zip.value) : undefined
  if (decisive) return { area: decisive, source: 'zip' }
  if (area?.kind === 'answered' && geography.areas.some(({ id }) => id === area.value))
    return { area: String(area.value), source: area.found ?? 'list' }
  if (!shares) return undefined
  let passed = 0
  const drawn = shares.find(({ share }) => (passed += share) > draw) ?? shares.at(-1)
  return drawn && { area: drawn.area, source: 'zip_draw' }
}
