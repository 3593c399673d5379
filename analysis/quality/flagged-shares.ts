import { incompleteBeta } from '../distributions/incomplete-beta.ts'
import { checkLength } from '../refusal.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

/** How many of an interviewer's interviews have a reason for a look, beside those of others in the same mode. */
export type FlaggedShare = {
  interviewer: string
  interviews: number
  flagged: number
  /** How many would be, at the others' rate. */
  expected: number
  /** The chance of as many or more at the others' rate, after Benjamini and Hochberg over all interviewers. */
  adjusted: number
}

/**
 * Which interviewers have more flagged interviews than others in their mode.
 *
 * @param flagged       1 for a row with a reason, else 0
 * @param interviewers  of each row; rows without one are left out
 * @param modes         of each row
 * @returns             one per interviewer, the least likely first. The others' rate counts half a flagged interview
 *                      more than there is, so that a single one among many without any does not look impossible
 * @throws              AnalysisRefusal for columns of different lengths
 * @see                 Clopper & Pearson (1934), Biometrika 26, 404–413, on binomial tails as incomplete beta functions
 */
export function flaggedShares(flagged: Uint8Array, interviewers: Categories, modes: Int32Array): FlaggedShare[] {
  const { labels, codes } = interviewers
  checkCategories(interviewers, flagged.length)
  checkLength('mode', modes.length, flagged.length)
  const inMode = new Map<number, Count>()
  const own = labels.map(() => new Map<number, Count>())
  for (let row = 0; row < flagged.length; row++) {
    if (codes[row]! < 0) continue
    for (const counts of [inMode, own[codes[row]!]!]) {
      const count = counts.get(modes[row]!) ?? { n: 0, flagged: 0 }
      counts.set(modes[row]!, count)
      count.n++
      count.flagged += flagged[row]!
    }
  }
  const shares = labels.map((interviewer, code) => {
    let [interviews, mine, expected] = [0, 0, 0]
    for (const [mode, count] of own[code]!) {
      const all = inMode.get(mode)!
      interviews += count.n
      mine += count.flagged
      expected += (count.n * (all.flagged - count.flagged + 0.5)) / (all.n - count.n + 1)
    }
    return { interviewer, interviews, flagged: mine, expected }
  })
  const adjusted = benjaminiHochberg(
    shares.map(({ interviews, flagged: mine, expected }) =>
      mine === 0 ? 1 : incompleteBeta(expected / interviews, mine, interviews - mine + 1),
    ),
  )
  return shares
    .map((share, i): FlaggedShare => ({ ...share, adjusted: adjusted[i]! }))
    .sort((a, b) => a.adjusted - b.adjusted || b.flagged - a.flagged)
}

type Count = { n: number; flagged: number }
