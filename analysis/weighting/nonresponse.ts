import { AnalysisRefusal } from '../refusal.ts'

/** Of the cases of a class, Σ 1/π by what became of them. */
export type Outcomes = {
  complete: number
  /** Known to belong to those we ask, without a complete interview. */
  eligible: number
  ineligible: number
  /** Never heard of again. */
  unknown: number
}

/** Cases that had about the same chance of answering. */
export type ResponseClass = {
  label: string
  frame: string
  /** The borough, or '' where it is not known. */
  parent: string
  /** How many answered to the end. */
  completes: number
  weights: Outcomes
}

export type NonresponseRule = {
  /** A class with fewer complete interviews joins another. */
  fewest: number
  /** So does one whose factor is more than this many times the median. */
  most: number
}
export const usualNonresponse: NonresponseRule = { fewest: 30, most: 3 }

/** A class as it was used, perhaps several joined. */
export type UsedClass = { label: string; completes: number; responseRate: number; factor: number }
export type JoinedClass = { category: string; into: string; completes: number }

export type Nonresponse = {
  /** Of each class that was given; 1 where nobody answered in all of the frame. */
  factors: Float64Array
  used: UsedClass[]
  joined: JoinedClass[]
  /** By frame: the share of the cases of unknown eligibility that count as eligible. */
  eligibility: { frame: string; share: number }[]
}

/**
 * The share of the cases whose eligibility is known that are eligible: AAPOR's e, by which response rate 3 counts the
 * unknown ones.
 *
 * @returns 0..1; 1 where nothing is known, which makes the response rate the lowest possible
 */
export function eligibleShare(classes: readonly Pick<ResponseClass, 'weights'>[]): number {
  let [eligible, known] = [0, 0]
  for (const { weights } of classes) {
    eligible += weights.complete + weights.eligible
    known += weights.complete + weights.eligible + weights.ineligible
  }
  return known > 0 ? eligible / known : 1
}

type Group = { members: number[]; frame: string; parent: string; label: string; completes: number } & Sums
type Sums = { answered: number; asked: number }

/**
 * Nonresponse factors by weighting classes: one over the class's weighted response rate (AAPOR RR3). A class with too few
 * complete interviews, or with a factor far above the median, joins the one with the fewest interviews in the same frame
 * and borough, or where there is none, in the same frame. Only numbers of cases decide, never answers.
 *
 * @throws AnalysisRefusal for sums that are negative or not numbers
 * @see    statistics.md, section 2; AAPOR (2023), Standard Definitions; Little & Rubin (2019), chapter 3
 */
export function nonresponseFactors(
  classes: readonly ResponseClass[],
  rule: NonresponseRule = usualNonresponse,
): Nonresponse {
  for (const { label, weights } of classes)
    for (const sum of Object.values(weights))
      if (!(sum >= 0 && sum < Infinity))
        throw new AnalysisRefusal('bad-weight', `The cases of class "${label}" weigh ${sum}.`, { category: label })
  const eligibility = new Map(
    [...Map.groupBy(classes, ({ frame }) => frame)].map(([frame, own]) => [frame, eligibleShare(own)]),
  )
  const groups = classes.map(({ label, frame, parent, completes, weights }, c): Group => {
    const { complete, eligible, unknown } = weights
    const asked = complete + eligible + unknown * (eligibility.get(frame) ?? 1)
    return { members: [c], frame, parent, label, completes, answered: complete, asked }
  })
  const joined: JoinedClass[] = []
  const stuck = new Set<Group>()
  for (;;) {
    const thin = thinnest(
      groups.filter((group) => !stuck.has(group)),
      groups,
      rule,
    )
    if (!thin) break
    const partner = partnerOf(thin, groups)
    if (!partner) {
      stuck.add(thin)
      continue
    }
    joined.push({ category: thin.label, into: partner.label, completes: thin.completes })
    groups.splice(groups.indexOf(thin), 1)
    partner.members.push(...thin.members)
    partner.label = `${partner.label} + ${thin.label}`
    for (const sum of ['completes', 'answered', 'asked'] as const) partner[sum] += thin[sum]
    if (thin.parent !== partner.parent) partner.parent = ''
  }
  const factors = new Float64Array(classes.length).fill(1)
  for (const group of groups) for (const member of group.members) factors[member] = factorOf(group)
  return {
    factors,
    used: groups.map((group) => ({
      label: group.label,
      completes: group.completes,
      responseRate: group.asked > 0 ? group.answered / group.asked : 0,
      factor: factorOf(group),
    })),
    joined,
    eligibility: [...eligibility].map(([frame, share]) => ({ frame, share })),
  }
}

/** Where nobody answered there is nobody to carry the factor. */
function factorOf({ answered, asked }: Sums): number {
  return answered > 0 ? asked / answered : 1
}

/** The class that has to join another: one with too few interviews first, the fewest before all; else the worst factor. */
function thinnest(candidates: readonly Group[], all: readonly Group[], rule: NonresponseRule): Group | undefined {
  const few = candidates.filter(({ completes }) => completes < rule.fewest).sort((a, b) => a.completes - b.completes)[0]
  if (few) return few
  const sorted = all.map(factorOf).sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
  return candidates.filter((group) => factorOf(group) > rule.most * median).sort((a, b) => factorOf(b) - factorOf(a))[0]
}

function partnerOf(thin: Group, groups: readonly Group[]): Group | undefined {
  const ofFrame = groups
    .filter((group) => group !== thin && group.frame === thin.frame)
    .sort((a, b) => a.completes - b.completes)
  return ofFrame.find(({ parent }) => parent === thin.parent) ?? ofFrame[0]
}
