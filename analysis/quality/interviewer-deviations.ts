import { normalTail } from '../distributions/tails.ts'
import { checkLength } from '../refusal.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

/** Something that may differ between interviewers: an answer, how many items stay open, how fast it goes. */
export type Trait = { name: string; values: Float64Array /* one per row; NaN where there is none */ }

export type DeviationRule = {
  /** An interviewer with fewer interviews that can be compared is not judged. */
  leastInterviews: number
  /** A smaller deviation, in standard deviations of the answers, is not worth a talk. */
  leastDeviation: number
  /** Of the deviations listed, the expected share that is mere chance. */
  falseShare: number
}

/**
 * Interviewers usually account for 1 to 2 % of an item's variance, which spreads their means by 0.10 to 0.14 standard
 * deviations: 0.3 is twice that and more. Twenty interviews are what statistics.md asks for in section 8.
 */
export const usualDeviationRule: DeviationRule = { leastInterviews: 20, leastDeviation: 0.3, falseShare: 0.05 }

/** One interviewer's mean of one trait beside that of other interviewers in the same places. */
export type Deviation = {
  interviewer: string
  trait: string
  /** Interviews that could be compared. */
  interviews: number
  mean: number
  /** The mean of the others, in the places where the interviewer worked and in their proportion. */
  others: number
  /** (mean − others) in standard deviations within places. */
  deviation: number
  /** Two-sided, of this deviation alone, and after Benjamini and Hochberg over all that were tested. */
  p: number
  adjusted: number
}

/**
 * Which interviewers' interviews differ from those of others beyond chance. Each is compared only in places where others
 * worked too, so that a place is not taken for a person. Chance is that of drawing interviews, so with many interviews
 * ordinary differences show as well: the rule's least deviation leaves those out.
 *
 * @param interviewers  of each row; rows without one are left out
 * @param places        of each row, such as its area; rows without one are left out
 * @returns             every deviation beyond chance and the rule, the largest first; and how many were tested
 * @throws              AnalysisRefusal for columns of different lengths
 * @see                 West & Blom (2017), Journal of Survey Statistics and Methodology 5(2), 175–211, on interviewer
 *                      effects; Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289–300
 */
export function interviewerDeviations(
  traits: readonly Trait[],
  interviewers: Categories,
  places: Int32Array,
  rule: DeviationRule = usualDeviationRule,
): { tested: number; listed: Deviation[] } {
  const rows = interviewers.codes.length
  checkCategories(interviewers, rows)
  checkLength('place', places.length, rows)
  const tested = traits.flatMap((trait) => {
    checkLength(trait.name, trait.values.length, rows)
    return comparisons(trait, interviewers, places, rule)
  })
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  const listed = tested
    .map((one, i): Deviation => ({ ...one, adjusted: adjusted[i]! }))
    .filter((one) => one.adjusted <= rule.falseShare && Math.abs(one.deviation) >= rule.leastDeviation)
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))
  return { tested: tested.length, listed }
}

type Sums = { n: number; total: number }

function comparisons(
  { name, values }: Trait,
  { labels, codes }: Categories,
  places: Int32Array,
  { leastInterviews }: DeviationRule,
): Omit<Deviation, 'adjusted'>[] {
  const byPlace = new Map<number, Sums>()
  const own = labels.map(() => new Map<number, Sums>())
  const counts = (row: number) => codes[row]! >= 0 && places[row]! >= 0 && !Number.isNaN(values[row]!)
  for (let row = 0; row < codes.length; row++) {
    if (!counts(row)) continue
    add(byPlace, places[row]!, values[row]!)
    add(own[codes[row]!]!, places[row]!, values[row]!)
  }
  let [squares, n] = [0, 0]
  for (let row = 0; row < codes.length; row++) {
    if (!counts(row)) continue
    const place = byPlace.get(places[row]!)!
    squares += (values[row]! - place.total / place.n) ** 2
    n++
  }
  const freedom = n - byPlace.size
  const deviation = freedom > 0 ? Math.sqrt(squares / freedom) : 0
  if (deviation === 0) return [] // everybody is alike, and so is every interviewer
  return labels.flatMap((interviewer, code) => {
    const compared = [...own[code]!].flatMap(([place, mine]) => {
      const all = byPlace.get(place)!
      return all.n > mine.n ? [{ mine, others: { n: all.n - mine.n, total: all.total - mine.total } }] : []
    })
    const interviews = compared.reduce((sum, { mine }) => sum + mine.n, 0)
    if (interviews < leastInterviews) return []
    let [mean, others, variance] = [0, 0, 0]
    for (const { mine, others: rest } of compared) {
      mean += mine.total / interviews
      others += (mine.n / interviews) * (rest.total / rest.n)
      variance += (mine.n / interviews) ** 2 * (1 / mine.n + 1 / rest.n)
    }
    const standardized = (mean - others) / deviation
    const p = Math.min(1, 2 * normalTail(Math.abs(standardized) / Math.sqrt(variance)))
    return [{ interviewer, trait: name, interviews, mean, others, deviation: standardized, p }]
  })
}

function add(sums: Map<number, Sums>, key: number, value: number): void {
  const known = sums.get(key)
  if (!known) sums.set(key, { n: 1, total: value })
  else {
    known.n++
    known.total += value
  }
}
