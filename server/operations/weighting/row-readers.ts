import { countedIn, numberIn } from '#instruments/engine/counted.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { CaseTrait, Counted, SampleFrame, Trait } from '#instruments/engine/weighting.ts'
import type { Area } from '#server/store/areas.ts'
import type { Respondent } from '#server/store/respondents.ts'

/** What is known of a case whether or not anybody answered. */
export type CaseTraits = {
  readonly frame: string | null
  readonly caseArea: string | null
  readonly stratum: string | null
  readonly column: (heading: string) => string | undefined
}

/** What a study's weighting reads of a respondent beside answers and area. */
export type RowReaders = {
  readonly stratum: (row: Respondent) => string
  /** The unit that was drawn first; null: the person. */
  readonly unit?: (row: Respondent) => string | null
  readonly responseClass?: (traits: CaseTraits) => string
  /** NaN where it was not told. */
  readonly adults?: (row: Respondent) => number
  readonly lines?: (row: Respondent) => number
  /** Whether each described frame reaches the respondent; who did not tell counts as reached. */
  readonly reached: readonly ((row: Respondent) => boolean)[]
  /** Columns of the sample file that are read. */
  readonly headings: readonly string[]
  /** Everything of these that goes into the snapshot; none where the study describes no sample. */
  readonly seen?: (row: Respondent) => readonly unknown[]
}

/** How to read the rows of a study's sample. */
export function rowReaders({ weighting }: Study, areas: readonly Area[]): RowReaders {
  const { frames = {}, base, nonresponse, design } = weighting
  const parentOf = new Map(areas.map(({ id, parent }) => [id, parent]))
  const wordOf = traitReader(parentOf)
  const headings = headingsOf(weighting)
  const { strata, units } = design ?? {}
  const describes = headings.length > 0 || base || nonresponse || design || weighting.frames || weighting.optIn
  return {
    stratum: (row) => JSON.stringify(strata ? strata.map((trait) => wordOf(trait, row)) : [row.stratum]),
    ...(units && { unit: (row) => unitOf(units, row) }),
    ...(nonresponse && {
      responseClass: (traits) =>
        [traits.frame, ...nonresponse.by.map((trait) => caseTrait(trait, traits, parentOf))]
          .map((word) => word ?? '–')
          .join(', '),
    }),
    ...(base?.adults && { adults: numberReader(base.adults) }),
    ...(base?.lines && { lines: numberReader(base.lines) }),
    reached: Object.values(frames).map(reachReader),
    headings,
    ...(describes && {
      seen: ({ frame, caseArea, phoneKind, mode, frameData }) => [
        frame,
        caseArea,
        phoneKind,
        mode,
        ...headings.map((heading) => frameData?.[heading] ?? null),
      ],
    }),
  }
}

/** The traits of a respondent's case. */
export function traitsOf({ frame, caseArea, stratum, frameData }: Respondent): CaseTraits {
  return { frame, caseArea, stratum, column: (heading) => frameData?.[heading] }
}

type ParentOf = ReadonlyMap<string | null, string | null>

function caseTrait(trait: CaseTrait, { caseArea, stratum, column }: CaseTraits, parentOf: ParentOf): string | null {
  if (typeof trait === 'object') return column(trait.column) ?? null
  if (trait === 'stratum') return stratum
  return trait === 'area' ? caseArea : (parentOf.get(caseArea) ?? null)
}

/** Strata are of respondents: where they live, not where their case was thought to. */
function traitReader(parentOf: ParentOf) {
  return (trait: Trait, row: Respondent): string | null => {
    if (trait === 'frame') return row.frame
    if (trait === 'mode') return row.mode
    return caseTrait(trait, { ...traitsOf(row), caseArea: row.area }, parentOf)
  }
}

function unitOf(units: readonly string[], { frame, frameData }: Respondent): string | null {
  const heading = units.find((name) => frameData?.[name])
  return heading === undefined ? null : JSON.stringify([frame, heading, frameData?.[heading]])
}

function numberReader(counted: Counted): (row: Respondent) => number {
  if ('question' in counted) return ({ answers }) => countedIn(counted, answers) ?? NaN
  return ({ frameData }) => numberIn(frameData?.[counted.column] ?? '') ?? NaN
}

function reachReader({ reaches }: SampleFrame): (row: Respondent) => boolean {
  if (!reaches) return () => true
  if ('column' in reaches)
    return ({ frameData }) => !frameData?.[reaches.column] || reaches.values.includes(frameData[reaches.column] ?? '')
  return ({ answers }) => {
    const answer = answers[reaches.question]
    const chosen = typeof answer === 'object' ? answer : [answer]
    return answer === undefined || reaches.values.some((value) => chosen.some((one) => one === value))
  }
}

function headingsOf({ frames = {}, base, nonresponse, design }: Study['weighting']): string[] {
  const sources = [base?.adults, base?.lines, ...Object.values(frames).map(({ reaches }) => reaches)]
  const traits = [...(nonresponse?.by ?? []), ...(design?.strata ?? [])]
  const columns = [
    ...sources.flatMap((source) => (source && 'column' in source ? [source.column] : [])),
    ...traits.flatMap((trait) => (typeof trait === 'object' ? [trait.column] : [])),
    ...(design?.units ?? []),
  ]
  return [...new Set(columns)].sort()
}
