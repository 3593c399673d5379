import type { Translated } from '#instruments/engine/question.ts'
import { comparedWith, smallestVisibleChange } from './compare.ts'
import { dividedFrom } from './headline.ts'
import type { Item, Place, Representation, Shares, Shown } from './results.ts'

/** One thing that can be done next, with the figures it was picked by. */
export type Step =
  | {
      readonly kind: 'practice'
      readonly question: string
      readonly title: Translated
      readonly here: Shown
      readonly city?: Shown
    }
  | { readonly kind: 'both-sides'; readonly discord: Shown }
  | { readonly kind: 'issue'; readonly first: NamedIssue; readonly second?: NamedIssue }
  | { readonly kind: 'reach'; readonly group: Representation }
  | { readonly kind: 'share' }
  | { readonly kind: 'measure-again'; readonly n: number; readonly points: number }
  | { readonly kind: 'tell-residents' }
export type NamedIssue = { readonly code: string; readonly label: Translated; readonly share: Shown }

const mostSteps = 4

/**
 * Picks two to four things to do from a published area's figures. A rule fires only on a difference that is larger than
 * chance makes it, and none names a cause. The last step is always to tell residents what was heard.
 */
export function nextSteps(here: Place, city: Place): Step[] {
  const rules = [weakestItem, dividedOpinion, topIssue, leastHeardGroup, clearlyAboveCity]
  const picked = rules.flatMap((rule) => rule(here, city) ?? []).slice(0, mostSteps - 1)
  const [main] = here.scores
  if (picked.length === 0 && main?.net.status === 'shown')
    picked.push({ kind: 'measure-again', n: main.net.n, points: smallestVisibleChange(main.net) })
  return [...picked, { kind: 'tell-residents' }]
}

/** The question that is farthest below the city; where none clearly is, one clearly below the area's other questions. */
function weakestItem(here: Place, city: Place): Step | undefined {
  const belowCity = here.scores
    .flatMap((score, s) => score.items.map((item, i) => ({ item, inCity: city.scores[s]?.items[i]?.net })))
    .flatMap(({ item, inCity }) =>
      item.net.status === 'shown' && inCity?.status === 'shown' && comparedWith(inCity, item.net) === 'below'
        ? [{ item, here: item.net, city: inCity }]
        : [],
    )
    .sort((a, b) => a.here.estimate - a.city.estimate - (b.here.estimate - b.city.estimate))
  const [farthest] = belowCity
  if (farthest) return practice(farthest.item, farthest.here, farthest.city)

  const shown = (here.scores[0]?.items ?? []).flatMap((item) =>
    item.net.status === 'shown' ? [{ item, net: item.net }] : [],
  )
  const [lowest, ...others] = shown.toSorted((a, b) => a.net.estimate - b.net.estimate)
  const standsApart = lowest && others.length > 0 && others.every(({ net }) => net.low > lowest.net.high)
  return standsApart ? practice(lowest.item, lowest.net) : undefined
}

function practice({ question, title }: Item, here: Shown, city?: Shown): Step {
  return { kind: 'practice', question, title, here, ...(city && { city }) }
}

/** Opinion is divided for certain, or clearly more than in the city. */
function dividedOpinion(here: Place, city: Place): Step | undefined {
  const discord = here.scores[0]?.polarization
  const inCity = city.scores[0]?.polarization
  if (discord?.status !== 'shown') return undefined
  const aboveCity = inCity?.status === 'shown' && comparedWith(inCity, discord) === 'above'
  return discord.low >= dividedFrom || aboveCity ? { kind: 'both-sides', discord } : undefined
}

/** The issue named most often, or the first two where they cannot be told apart; nothing where three cannot. */
function topIssue({ shares }: Place): Step | undefined {
  const [first, second, third] = rankedIssues(shares[0])
  if (!first) return undefined
  const isBehind = (issue: NamedIssue | undefined) => !issue || issue.share.high < first.share.estimate
  if (isBehind(second)) return { kind: 'issue', first }
  return second && isBehind(third) ? { kind: 'issue', first, second } : undefined
}

/** Issues by share, largest first; "something else" is no issue to plan for. */
function rankedIssues(shares: Shares | undefined): NamedIssue[] {
  return (shares?.choices ?? [])
    .flatMap(({ code, label, share }) => (share.status === 'shown' && code !== 'other' ? [{ code, label, share }] : []))
    .sort((a, b) => b.share.estimate - a.share.estimate)
}

function leastHeardGroup({ leastHeard: [group] }: Place): Step | undefined {
  return group && { kind: 'reach', group }
}

function clearlyAboveCity(here: Place, city: Place): Step | undefined {
  const [net, inCity] = [here.scores[0]?.net, city.scores[0]?.net]
  const isAbove = net?.status === 'shown' && inCity?.status === 'shown' && comparedWith(inCity, net) === 'above'
  return isAbove ? { kind: 'share' } : undefined
}
