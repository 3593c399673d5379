import { checkLength } from '../refusal.ts'
import { MISSING } from '../weighting/margin.ts'
import { checkAnswers } from './answers.ts'
import { chanceOfRun } from './chance-of-run.ts'

/** Items that are answered on one scale, in the order in which they are asked. */
export type ItemBlock = {
  name: string
  /** The scale's number of options. */
  options: number
  /** One answer per row, 1 … `options`, or `MISSING`. */
  items: readonly { name: string; answers: Int8Array }[]
}

export type StraightLineRule = {
  /** With fewer answers nothing is said: people of one mind answer three or four items alike. */
  leastItems: number
  /** What more than this share of the sample does is how people answer these items, and nobody's fault. */
  rarerThan: number
}

/**
 * Five items alike on a scale of five are one in some hundred by chance. But attitudes hang together: of simulated honest
 * residents 6 % answer six items on one subject alike. So a line by itself is a reason for a look only where fewer than
 * one interview in a hundred has one as long.
 */
export const usualStraightLineRule: StraightLineRule = { leastItems: 5, rarerThan: 0.01 }

/** Why an interview is worth a look: it gave one answer to all of a block's items that it answered. */
export type StraightLine = {
  kind: 'straight-lining'
  block: string
  /** How many items were answered, all alike. */
  answered: number
  /** The chance of so long a run if items had nothing to do with each other. */
  chance: number
  /** Share of the judged interviews with a run as long. */
  share: number
}

export type StraightLining = {
  block: string
  /** Rows with enough answers. */
  judged: Int32Array
  /** Of each of them: the longest run of the same answer, and 1 where it covers all that was answered. */
  longestRun: Int32Array
  isLine: Uint8Array
  /** Share of the judged rows that are lines, and what independent items would give. */
  share: number
  expectedShare: number
  /** All lines, and those that are rare enough to be a reason by themselves. */
  lines: { row: number; reason: StraightLine }[]
  flagged: { row: number; reason: StraightLine }[]
}

/**
 * How long the same answer was given to one item after another, against what chance gives with these items'
 * distributions. Unanswered items are passed over.
 *
 * @returns one result per judged row; shares and chances from 0 to 1. A block with fewer items than the rule asks for
 *          judges nobody
 * @throws  AnalysisRefusal for columns of different lengths and answers that the scale does not have
 * @see     Herzog & Bachman (1981), Public Opinion Quarterly 45(4), 549–559; Kim, Dykema, Stevenson, Black & Moberg
 *          (2019), Social Science Computer Review 37(2), 214–233, on measures of straight-lining
 */
export function straightLining(
  { name, options, items }: ItemBlock,
  rule: StraightLineRule = usualStraightLineRule,
): StraightLining {
  const rows = items[0]?.answers.length ?? 0
  for (const item of items) {
    checkLength(item.name, item.answers.length, rows)
    checkAnswers(item.name, item.answers, options)
  }
  const runs = Array.from({ length: rows }, (_, row) => runOf(items, row))
  const judged = Int32Array.from(runs.keys()).filter((row) => runs[row]!.answered >= rule.leastItems)
  const longestRun = Int32Array.from(judged, (row) => runs[row]!.longest)
  const isLine = Uint8Array.from(judged, (row) => Number(runs[row]!.longest === runs[row]!.answered))

  const shares = items.map(({ answers }) => sharesOf(answers, options))
  const chanceIn = rememberedChances(items, shares)
  const shareOfAtLeast = tailShares(longestRun)
  const found: StraightLining['lines'] = []
  let expected = 0
  judged.forEach((row, place) => {
    const { answered } = runs[row]!
    const chance = chanceIn(row, answered)
    expected += chance
    const share = shareOfAtLeast(longestRun[place]!)
    if (isLine[place] === 1)
      found.push({ row, reason: { kind: 'straight-lining', block: name, answered, chance, share } })
  })
  const all = Math.max(1, judged.length)
  const lines = isLine.reduce((sum, one) => sum + one, 0)
  return {
    block: name,
    judged,
    longestRun,
    isLine,
    share: lines / all,
    expectedShare: expected / all,
    lines: found,
    flagged: found.filter(({ reason }) => reason.share <= rule.rarerThan),
  }
}

function runOf(items: ItemBlock['items'], row: number): { answered: number; longest: number } {
  let [answered, longest, run, last] = [0, 0, 0, MISSING]
  for (const { answers } of items) {
    const answer = answers[row]!
    if (answer === MISSING) continue
    run = answer === last ? run + 1 : 1
    last = answer
    answered++
    longest = Math.max(longest, run)
  }
  return { answered, longest }
}

function sharesOf(answers: Int8Array, options: number): Float64Array {
  const counts = new Float64Array(options)
  let n = 0
  for (const answer of answers) {
    if (answer === MISSING) continue
    counts[answer - 1]! += 1
    n++
  }
  return counts.map((count) => count / Math.max(1, n))
}

/** The chance of a run over the items that a row answered; rows that answered the same ones share it. */
function rememberedChances(items: ItemBlock['items'], shares: readonly Float64Array[]) {
  const known = new Map<string, number>()
  return (row: number, run: number): number => {
    const answered = shares.filter((_, i) => items[i]!.answers[row] !== MISSING)
    const key = items.map(({ answers }) => Number(answers[row] !== MISSING)).join('')
    const chance = known.get(key) ?? chanceOfRun(answered, run)
    known.set(key, chance)
    return chance
  }
}

/** Share of the runs that are at least as long as a given one. */
function tailShares(runs: Int32Array): (run: number) => number {
  const longest = runs.reduce((most, run) => Math.max(most, run), 0)
  const atLeast = new Float64Array(longest + 2)
  for (const run of runs) atLeast[run]! += 1
  for (let run = longest; run >= 0; run--) atLeast[run]! += atLeast[run + 1]!
  return (run) => atLeast[run]! / runs.length
}
