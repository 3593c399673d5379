import type { Measure } from '#analysis/estimates/measure.ts'
import type { Parts } from '#analysis/quality/singled-out.ts'
import { MISSING } from '#analysis/weighting/margin.ts'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Code } from '#instruments/engine/question.ts'
import { type PlannedGap, planGaps } from './plan-gaps.ts'
import { type Answers, column, type Columns } from './read-columns.ts'

/** What is kept of a measure, as `estimates` names it. */
export type Statistic = (typeof scoreStatistics)[number] | 'share' | 'gap'
const scoreStatistics = ['net', 'support', 'polarization', 'mean'] as const

/** One figure per place: which, and how it comes out of the columns that `EstimatePlan.columns` read. */
export type PlannedEstimate = {
  readonly measure: string
  readonly statistic: Statistic
  readonly category: string | null
  readonly of: (columns: Columns) => Measure
}

export type EstimatePlan = {
  /** What to read of a respondent's answers; NaN where it is missing. */
  readonly columns: readonly ((answers: Answers) => number)[]
  readonly estimates: readonly PlannedEstimate[]
  /** Which of them can be worked out from one another. */
  readonly sums: readonly Parts[]
  /** Gaps of the scores between the groups of demographics. */
  readonly gaps: readonly PlannedGap[]
  /** The scores' own figures, by their place in `estimates`: those that areas are ranked by. */
  readonly ranked: readonly number[]
  /** Where a place is classed by the net support and the polarization of a score, and the options of its questions. */
  readonly classed: readonly { readonly net: number; readonly polarization: number; readonly options: number }[]
}

/** From how many categories on an item can tell that people are divided (statistics.md, section 9). */
const fewestForPolarization = 4

/**
 * What a study estimates in each place. A score gives net support, support, polarization and the mean place on its
 * scale (0 to 1), for each of its items alone as `<id>.<question>`, and averaged over them under its own id; a share
 * gives the share of each choice, among those who answered.
 */
export function planEstimates({ study, question }: Pick<Compiled, 'study' | 'question'>): EstimatePlan {
  const columns: ((answers: Answers) => number)[] = []
  const read = (column: (answers: Answers) => number) => columns.push(column) - 1
  const estimates = study.measures.flatMap((measure): PlannedEstimate[] => {
    if (measure.kind === 'share')
      return choicesOf(question(measure.question)).map((code) => {
        const place = read(choosing(measure.question, code))
        const category = String(code)
        return {
          measure: measure.id,
          statistic: 'share',
          category,
          of: (read) => ({ kind: 'share', name: `${measure.id} ${category}`, values: column(read, place) }),
        }
      })
    const items = measure.items.map(({ question: name, scale }): PlannedItem => {
      const rank = new Map<unknown, number>(scale.map((code, index) => [code, index + 1]))
      return { name, options: scale.length, place: read((answers) => rank.get(answers[name]) ?? NaN) }
    })
    return [...scores(measure.id, items), ...items.flatMap((item) => scores(`${measure.id}.${item.name}`, [item]))]
  })
  const gaps = planGaps(study, read)
  const sums = sumsOf({ study, question }, estimates)
  return { columns, estimates, sums, gaps, ranked: rankedOf(study, estimates), classed: classedOf(study, estimates) }
}

type PlannedItem = { readonly name: string; readonly options: number; readonly place: number }

function scores(measure: string, items: readonly PlannedItem[]): PlannedEstimate[] {
  const graded = items.filter(({ options }) => options >= fewestForPolarization)
  const planned = (statistic: Statistic, of: PlannedEstimate['of']) => ({ measure, statistic, category: null, of })
  const over = (statistic: (typeof scoreStatistics)[number], some: readonly PlannedItem[]) =>
    planned(statistic, (columns) => ({
      kind: statistic === 'mean' ? 'place' : statistic,
      name: measure,
      items: some.map(({ name, options, place }) => ({ name, options, answers: ranks(column(columns, place)) })),
    }))
  return [
    over('net', items),
    over('support', items),
    ...(graded.length > 0 ? [over('polarization', graded)] : []),
    over('mean', items),
  ]
}

/** A score is the average of its items, figure by figure; the choices of a question that takes one make up 100 %. */
function sumsOf(
  { study, question }: Pick<Compiled, 'study' | 'question'>,
  estimates: readonly PlannedEstimate[],
): Parts[] {
  const placesOf = (measures: readonly string[], statistic: Statistic) =>
    [...estimates.keys()].filter(
      (place) => estimates[place]?.statistic === statistic && measures.includes(estimates[place].measure),
    )
  return study.measures.flatMap((measure): Parts[] => {
    if (measure.kind === 'share')
      return question(measure.question)?.kind === 'multiple' ? [] : [{ parts: placesOf([measure.id], 'share') }]
    const items = measure.items.map(({ question: name }) => `${measure.id}.${name}`)
    return scoreStatistics.flatMap((statistic) =>
      placesOf([measure.id], statistic).map((whole) => ({ whole, parts: placesOf(items, statistic) })),
    )
  })
}

function rankedOf({ measures }: Study, estimates: readonly PlannedEstimate[]): number[] {
  const scores = new Set(measures.flatMap(({ kind, id }) => (kind === 'score' ? [id] : [])))
  return [...estimates.keys()].filter((place) => scores.has(estimates[place]?.measure ?? ''))
}

function classedOf({ measures }: Study, estimates: readonly PlannedEstimate[]): EstimatePlan['classed'] {
  return measures.flatMap((score) => {
    if (score.kind !== 'score') return []
    const placeOf = (statistic: Statistic) =>
      estimates.findIndex((one) => one.measure === score.id && one.statistic === statistic)
    const [net, polarization] = [placeOf('net'), placeOf('polarization')]
    const graded = score.items.map(({ scale }) => scale.length).filter((options) => options >= fewestForPolarization)
    return polarization < 0 ? [] : [{ net, polarization, options: Math.min(...graded) }]
  })
}

function ranks(column: Float64Array): Int8Array {
  return Int8Array.from(column, (rank) => (Number.isNaN(rank) ? MISSING : rank))
}

function choicesOf(question: ReturnType<Compiled['question']>): Code[] {
  return question && 'choices' in question ? question.choices.map(({ code }) => code) : []
}

function choosing(question: string, code: Code): (answers: Answers) => number {
  return (answers) => {
    const answer = answers[question]
    if (answer === undefined) return NaN
    return Number(typeof answer === 'object' ? answer.some((one) => one === code) : answer === code)
  }
}
