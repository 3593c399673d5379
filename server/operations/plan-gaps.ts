import type { GapMeasure } from '#analysis/model-gaps.ts'
import { MISSING, NOT_IN_UNIVERSE } from '#analysis/weighting/margin.ts'
import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import type { Demographic, Study } from '#instruments/engine/study.ts'
import { type Answers, column, type Columns } from './read-columns.ts'

/** The gap of a score between the groups of a demographic, and how it comes out of the columns. */
export type PlannedGap = {
  readonly measure: string
  readonly demographic: string
  readonly of: (columns: Columns) => GapMeasure
}

/** Groups with fewer answers are left out of a direct gap, since what is kept of it may be shown. */
const fewestInGroup = 10

/**
 * Which gaps a study tells: of each score, between the groups of the demographics that it names, or else of those it
 * weighs by. A person's support is the share of the score's questions they answered on its favourable side.
 *
 * @param read  keeps what to read of a respondent's answers, and gives the column's place
 */
export function planGaps(study: Study, read: (column: (answers: Answers) => number) => number): PlannedGap[] {
  const demographics = (study.gaps ?? study.weighting.margins).flatMap((wanted) =>
    study.demographics.filter(({ id, categories }) => id === wanted && Object.keys(categories).length > 1),
  )
  const groups = demographics.map((demographic) => ({ demographic, place: read(groupReader(demographic)) }))
  return study.measures.flatMap((measure): PlannedGap[] => {
    if (measure.kind !== 'score') return []
    const scales = measure.items.map(({ question, scale }) => ({
      question,
      sides: new Map<unknown, number>(scale.map((code, index) => [code, Number(index > (scale.length - 1) / 2)])),
    }))
    const support = read((answers) => {
      const sides = scales.flatMap(({ question, sides: of }) => of.get(answers[question]) ?? [])
      return sides.reduce((sum, side) => sum + side, 0) / sides.length // NaN where none was answered
    })
    return groups.map(({ demographic: { id, categories }, place }) => ({
      measure: measure.id,
      demographic: id,
      of: (columns) => ({
        kind: 'gap',
        name: `${measure.id} by ${id}`,
        minAnswers: fewestInGroup,
        values: column(columns, support),
        groups: {
          variable: id,
          labels: Object.keys(categories),
          codes: Int32Array.from(column(columns, place), (code) => (Number.isNaN(code) ? MISSING : code)),
        },
      }),
    }))
  })
}

function groupReader(demographic: Demographic): (answers: Answers) => number {
  const codeOf = new Map<string | undefined, number>(Object.keys(demographic.categories).map((name, c) => [name, c]))
  codeOf.set(notInUniverse, NOT_IN_UNIVERSE)
  return (answers) => codeOf.get(categoryOf(demographic, answers)) ?? NaN
}
