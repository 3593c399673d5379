import type { DirectGap, GapModel, NoGap } from '../model-gaps.ts'
import { type PublicationLimits, usualLimits, type WithheldReason } from './publication.ts'

/** Why the gap of a place is withheld, as it was found and as the model has it; undefined where it may be shown. */
export type GapReasons = {
  city: WithheldReason | undefined
  areas: { direct: WithheldReason | undefined; modelled: WithheldReason | undefined }[]
}

/**
 * Decides which gaps may be shown. With the support of the same place a gap between two groups gives that of each group,
 * so each has to have `minModelled` answers, and a gap is shown only where support is. Gaps do not add up over areas:
 * none gives another away.
 *
 * @param gap            modelled with groups of fewer than `minModelled` answers left out of the direct gap
 * @param isShown        per area, whether support of the same questions is shown there, by whichever method
 * @param populations    people per area
 */
export function gapReasons(
  gap: GapModel,
  isShown: readonly boolean[],
  populations?: Float64Array,
  limits: Partial<PublicationLimits> = {},
): GapReasons {
  const bounds = { ...usualLimits, ...limits }
  return {
    city: groupsTooThin(gap.city, bounds) ?? tooFew(gap.city, bounds),
    areas: gap.areas.map(({ direct, modelled }, area) => {
      const both =
        tooSmall(populations?.[area], bounds) ??
        groupsTooThin(direct, bounds) ??
        (isShown[area] ? undefined : 'protects-another')
      return {
        direct: both ?? tooFew(direct, bounds),
        modelled: both ?? (modelled.status === 'modelled' ? undefined : 'no-answers'),
      }
    }),
  }
}

function tooSmall(people: number | undefined, { minPopulation }: PublicationLimits): WithheldReason | undefined {
  if (people === 0) return 'unpopulated'
  return people !== undefined && people < minPopulation ? 'few-residents' : undefined
}

/** Fewer than two groups have enough answers. */
function groupsTooThin(found: DirectGap | NoGap, { minModelled }: PublicationLimits): WithheldReason | undefined {
  if (found.n === 0) return 'no-answers'
  const firm = found.status === 'estimated' && found.groups.filter(({ n }) => n >= minModelled).length >= 2
  return firm ? undefined : 'few-respondents'
}

const tooFew = ({ n }: DirectGap | NoGap, { minRespondents }: PublicationLimits): WithheldReason | undefined =>
  n < minRespondents ? 'few-respondents' : undefined
