/**
 * How thin categories are merged (statistics.md, section 4): with the neighbour of an ordered variable, with a named
 * category, or with another category of the same group. Only respondents and targets decide, never answers.
 */
export type CollapseRule = (
  | { by: 'order' }
  | { by: 'other'; other: string }
  | { by: 'group'; groups: readonly string[] } // one group name per category
) & {
  /** A category with fewer respondents is thin (default 20). */
  minRespondents?: number
  /** A category with a smaller share of the population is thin (default 0.005). */
  minShare?: number
}

/** One merge, for the log: `category` with `respondents` and `share` of the population went into `into`. */
export type Merge = { variable: string; category: string; into: string; respondents: number; share: number }

export type Collapsed = {
  /** Merged category of each original one. */
  groupOf: Int32Array
  labels: string[]
  merges: Merge[]
}

type Group = { members: number[]; respondents: number; share: number }

/**
 * Merges thin categories until none is left or the rule allows no more.
 *
 * @param respondents  rows with a positive weight, per category
 * @param shares       shares of the population, per category; a category with share 0 is left alone
 */
export function collapse(
  variable: string,
  labels: readonly string[],
  respondents: Float64Array,
  shares: Float64Array,
  rule: CollapseRule | undefined,
): Collapsed {
  const groups = labels.map((_, c): Group => ({ members: [c], respondents: respondents[c]!, share: shares[c]! }))
  const nameOf = ({ members }: Group) => members.map((c) => labels[c]).join(' + ')
  const merges: Merge[] = []
  const stuck = new Set<Group>()

  const { minRespondents = 20, minShare = 0.005 } = rule ?? {}
  for (;;) {
    const thin = groups
      .filter(
        (group) =>
          !stuck.has(group) && group.share > 0 && (group.respondents < minRespondents || group.share < minShare),
      )
      .sort((a, b) => a.respondents - b.respondents)[0]
    if (!thin || !rule) break
    const partner = partnerOf(thin, groups, rule, labels)
    if (!partner) {
      stuck.add(thin)
      continue
    }
    merges.push({
      variable,
      category: nameOf(thin),
      into: nameOf(partner),
      respondents: thin.respondents,
      share: thin.share,
    })
    partner.members = [...partner.members, ...thin.members].sort((a, b) => a - b)
    partner.respondents += thin.respondents
    partner.share += thin.share
    groups.splice(groups.indexOf(thin), 1)
    stuck.clear()
  }

  const groupOf = new Int32Array(labels.length)
  groups.forEach(({ members }, g) => members.forEach((c) => (groupOf[c] = g)))
  return { groupOf, labels: groups.map(nameOf), merges }
}

function partnerOf(thin: Group, groups: Group[], rule: CollapseRule, labels: readonly string[]): Group | undefined {
  const populated = groups.filter(({ share }) => share > 0)
  const fewest = (candidates: Group[]) =>
    candidates.filter((group) => group !== thin).sort((a, b) => a.respondents - b.respondents)[0]
  switch (rule.by) {
    case 'order': {
      const place = populated.indexOf(thin)
      return fewest(populated.filter((_, i) => Math.abs(i - place) === 1))
    }
    case 'other': {
      const other = populated.find(({ members }) => members.some((c) => labels[c] === rule.other))
      return other && other !== thin ? other : fewest(populated)
    }
    case 'group': {
      const home = rule.groups[thin.members[0] ?? 0]
      return fewest(populated.filter(({ members }) => rule.groups[members[0] ?? 0] === home))
    }
  }
}
