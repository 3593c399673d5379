import { rowsByCode } from '../rows-by-code.ts'
import { type AnswerTable, answerTable, type CodedItem } from './answer-table.ts'

export type DuplicateRule = {
  /** Pairs with fewer answers in common are not compared. */
  leastCompared: number
  /** The smallest share of identical answers that is ever worth a look. */
  leastShare: number
  /** Of the pairs listed, the share that chance may have brought. */
  falseShare: number
  /** An item on which more agree tells nobody apart, and is left out. */
  mostAlike: number
  /** How many pairs of different groups are looked at to learn what chance brings. */
  referencePairs: number
}

/**
 * 85 % is the mark of Kuriakose and Robbins. How often honest pairs reach it depends on the questions, their number and
 * the sample's size (Simmons and others), so it is only the floor: what counts is that far fewer pairs of *different*
 * groups agree as far. Fifteen answers are the fewest of which 85 % leaves room for two differences.
 */
export const usualDuplicateRule: DuplicateRule = {
  leastCompared: 12,
  leastShare: 0.85,
  falseShare: 0.2,
  mostAlike: 0.95,
  referencePairs: 40_000_000,
}

/** Why an interview is worth a look: another of its group has nearly the same answers. */
export type NearDuplicate = {
  kind: 'near-duplicate'
  /** The row of the closest other interview. */
  of: number
  /** Identical answers, of those that both gave. */
  same: number
  compared: number
  /** How many pairs of all groups together agree at least as far, and how many chance would be expected to bring. */
  pairs: number
  expected: number
}

export type NearDuplicates = {
  /** Items that tell people apart, and pairs that were compared. */
  items: number
  pairs: number
  flagged: { row: number; reason: NearDuplicate }[]
}

/**
 * Finds interviews of one group (an interviewer, or an area) that agree in nearly all answers, and holds their number
 * against how often interviews of different groups agree as far. A reason for a look, never a verdict: neighbours may
 * think alike.
 *
 * Takes time in proportion to the pairs, but gives a pair up at its first few differences.
 *
 * @param items   codes of closed questions, one per row; −1 is missing and compared with nobody
 * @param groups  of each row; rows below zero are compared with nobody
 * @returns       flagged rows, each with its closest other one; all figures are counts
 * @throws        AnalysisRefusal for columns of different lengths
 * @see           Kuriakose & Robbins (2016), Statistical Journal of the IAOS 32(3), 283–291; Simmons, Mercer, Schwarzer &
 *                Kennedy (2016), in the same issue, 327–338, on what honest samples show
 */
export function nearDuplicates(
  items: readonly CodedItem[],
  groups: Int32Array,
  rule: DuplicateRule = usualDuplicateRule,
): NearDuplicates {
  const table = answerTable(items, groups.length, rule.mostAlike)
  if (table.items < rule.leastCompared) return { items: table.items, pairs: 0, flagged: [] }
  const compare = comparer(table, rule)
  const within = withinGroups(groups, compare)
  const found = within.perPercent.some((count) => count > 0)
  const across = found ? acrossGroups(groups, compare, rule) : undefined
  const listed = across ? listedFrom(within, across, rule) : undefined
  const flagged: NearDuplicates['flagged'] = []
  if (listed)
    for (const [row, { of, same, compared }] of within.closest) {
      const percent = percentOf(same, compared)
      if (percent < listed.from) continue
      const { pairs, expected } = listed.at(percent)
      flagged.push({ row, reason: { kind: 'near-duplicate', of, same, compared, pairs, expected } })
    }
  return { items: table.items, pairs: within.pairs, flagged: flagged.sort((a, b) => a.row - b.row) }
}

type Match = { of: number; same: number; compared: number }

/** Whole percents, rounded down, so that 100 means that nothing differs. */
function percentOf(same: number, compared: number): number {
  return Math.floor((100 * same) / compared + 1e-9)
}

/** Answers that differ, or −1; with it, in `compared`, how many were compared. */
type Compare = { differing: (a: number, b: number) => number; compared: number }

/** Compares two rows, and gives up as soon as they cannot reach the least share any more. Runs for every pair. */
function comparer({ codes, items }: AnswerTable, { leastShare, leastCompared }: DuplicateRule): Compare {
  const mostDifferent = Math.floor((1 - leastShare) * items + 1e-9)
  const compare: Compare = {
    compared: 0,
    differing: (a, b) => {
      const startA = a * items
      const startB = b * items
      let different = 0
      let missing = 0
      for (let item = 0; item < items; item++) {
        const one = codes[startA + item]!
        const other = codes[startB + item]!
        if (one === other) {
          if (one < 0) missing++
        } else if (one < 0 || other < 0) missing++
        else if (++different > mostDifferent) return -1
      }
      compare.compared = items - missing
      const isFar = different > (1 - leastShare) * compare.compared + 1e-9
      return isFar || compare.compared < leastCompared ? -1 : different
    },
  }
  return compare
}

type Counted = { pairs: number; perPercent: Float64Array }

function withinGroups(groups: Int32Array, compare: Compare): Counted & { closest: Map<number, Match> } {
  const { starts, rows } = rowsByCode(groups, 1 + groups.reduce((most, group) => Math.max(most, group), -1))
  const closest = new Map<number, Match>()
  const perPercent = new Float64Array(101)
  let pairs = 0
  const keep = (row: number, match: Match) => {
    const best = closest.get(row)
    const gain = best ? match.same * best.compared - best.same * match.compared : 1
    if (!best || gain > 0 || (gain === 0 && match.compared > best.compared)) closest.set(row, match)
  }
  for (let group = 0; group + 1 < starts.length; group++)
    for (let i = starts[group]!; i < starts[group + 1]!; i++)
      for (let j = i + 1; j < starts[group + 1]!; j++) {
        pairs++
        const a = rows[i]!
        const b = rows[j]!
        const different = compare.differing(a, b)
        if (different < 0) continue
        const { compared } = compare
        const same = compared - different
        perPercent[percentOf(same, compared)]! += 1
        keep(a, { of: b, same, compared })
        keep(b, { of: a, same, compared })
      }
  return { pairs, perPercent, closest }
}

/** Pairs of different groups, taken at even distances in the order of rows: every pair once where there are few. */
function acrossGroups(groups: Int32Array, compare: Compare, { referencePairs }: DuplicateRule): Counted {
  const rows = Int32Array.from(groups.keys()).filter((row) => groups[row]! >= 0)
  const distances = Math.floor((rows.length - 1) / 2)
  const looked = Math.min(distances, Math.max(1, Math.floor(referencePairs / rows.length)))
  const perPercent = new Float64Array(101)
  let pairs = 0
  for (let step = 0; step < looked; step++) {
    const distance = 1 + Math.floor((step * distances) / looked)
    for (let i = 0; i < rows.length; i++) {
      const a = rows[i]!
      const b = rows[i + distance < rows.length ? i + distance : i + distance - rows.length]!
      if (groups[a] === groups[b]) continue
      pairs++
      const different = compare.differing(a, b)
      if (different >= 0) perPercent[percentOf(compare.compared - different, compare.compared)]! += 1
    }
  }
  return { pairs, perPercent }
}

/**
 * The lowest percent from which on the pairs listed would hold no more chance than allowed. One pair is added to those
 * that chance brought: none in a thousand looked at does not mean never.
 */
function listedFrom(within: Counted, across: Counted, { falseShare }: DuplicateRule) {
  const at = (percent: number) => ({
    pairs: sumFrom(within.perPercent, percent),
    expected: (within.pairs * (sumFrom(across.perPercent, percent) + 1)) / (across.pairs + 1),
  })
  for (let from = 0; from <= 100; from++) {
    if (within.perPercent[from] === 0) continue
    const { pairs, expected } = at(from)
    if (expected <= falseShare * pairs) return { from, at }
  }
  return undefined
}

function sumFrom(counts: Float64Array, from: number): number {
  return counts.subarray(from).reduce((sum, count) => sum + count, 0)
}
