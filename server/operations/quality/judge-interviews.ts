import { flaggedShares, type FlaggedShare } from '#analysis/quality/flagged-shares.ts'
import {
  type Deviation,
  interviewerDeviations,
  type Trait,
  usualDeviationRule,
} from '#analysis/quality/interviewer-deviations.ts'
import { type InterviewerCorrelation, interviewerCorrelation } from '#analysis/quality/interviewer-correlation.ts'
import { type NearDuplicate, nearDuplicates } from '#analysis/quality/near-duplicates.ts'
import { type Speeding, speeding, type Speeds } from '#analysis/quality/speeding.ts'
import { type StraightLine, type StraightLining, straightLining } from '#analysis/quality/straight-lining.ts'
import { MISSING } from '#analysis/weighting/margin.ts'
import type { InterviewColumns } from './read-interviews.ts'

export type Reason = StraightLine | Speeding | NearDuplicate

/** What the columns of a wave's interviews show: rows with reasons for a look, and what interviewers have to do with it. */
export type Judged = {
  flagged: { row: number; reasons: Reason[] }[]
  blocks: Pick<StraightLining, 'block' | 'share' | 'expectedShare'>[]
  paces: Speeds['modes']
  duplicates: { items: number; pairs: number }
  /** Interviewers with their interviews, those with more flagged ones than others first. */
  interviewers: FlaggedShare[]
  /** By mode: each trait's correlation within interviewers, and who deviates. */
  effects: { mode: string; correlations: Correlation[]; tested: number; deviations: Deviation[] }[]
}

export type Correlation = InterviewerCorrelation & { trait: string }

/**
 * A line of answers that is common by itself is a reason where it went faster than this pace as well: of honest residents
 * 1 in 20 is as quick and 1 in 15 gives a line, which together is 3 in 1,000.
 */
const hurried = 0.6

/** Fewer interviewers with fewer interviews each say nothing of interviewers (statistics.md, section 8). */
const fewestInterviewers = 5
const fewestInterviews = usualDeviationRule.leastInterviews

/** Judges interviews by all that is known of how they were made. Pure, and slow with many: it runs in a thread. */
export function judgeInterviews(columns: InterviewColumns): Judged {
  const { modes, interviewers, areas, blocks, closed, timings, traits } = columns
  const rows = modes.codes.length
  const lines = blocks.map((block) => straightLining(block))
  const speeds = speeding(timings, modes)
  const groups = interviewers.codes.map((interviewer, row) => {
    if (interviewer >= 0) return interviewer
    const area = areas.codes[row] ?? MISSING
    return area < 0 ? MISSING : interviewers.labels.length + area
  })
  const duplicates = nearDuplicates(closed, groups)
  const paceOf = new Map(Array.from(speeds.judged, (row, place) => [row, speeds.pace[place] ?? Infinity]))
  const telling = lines.flatMap(({ lines: own, flagged }) => {
    const rare = new Set(flagged)
    return own.filter((line) => rare.has(line) || (paceOf.get(line.row) ?? Infinity) < hurried)
  })
  const found = [...telling, ...speeds.flagged, ...duplicates.flagged]
  const byRow = Map.groupBy<number, { row: number; reason: Reason }>(found, ({ row }) => row)
  const isFlagged = Uint8Array.from({ length: rows }, (_, row) => Number(byRow.has(row)))
  const all = [...traits, ...lines.map((line) => lineTrait(line, rows)), paceTrait(speeds, rows)]
  return {
    flagged: [...byRow]
      .map(([row, own]) => ({ row, reasons: own.map(({ reason }) => reason) }))
      .sort((a, b) => a.row - b.row),
    blocks: lines.map(({ block, share, expectedShare }) => ({ block, share, expectedShare })),
    paces: speeds.modes,
    duplicates: { items: duplicates.items, pairs: duplicates.pairs },
    interviewers: flaggedShares(isFlagged, interviewers, modes.codes),
    effects: modes.labels.flatMap((mode, m) => effectsIn(mode, m, all, columns)),
  }
}

function lineTrait({ block, judged, isLine }: StraightLining, rows: number): Trait {
  const values = new Float64Array(rows).fill(NaN)
  judged.forEach((row, place) => (values[row] = isLine[place] ?? NaN))
  return { name: `one answer to ${block}`, values }
}

/** As a logarithm: twice as fast and twice as slow lie equally far from the others. */
function paceTrait({ judged, pace }: Speeds, rows: number): Trait {
  const values = new Float64Array(rows).fill(NaN)
  judged.forEach((row, place) => (values[row] = Math.log(Math.max(pace[place] ?? NaN, 1e-3))))
  return { name: 'pace (logarithm)', values }
}

/** What interviewers of one mode have to do with its answers; nothing where too few of them have enough interviews. */
function effectsIn(mode: string, code: number, traits: readonly Trait[], columns: InterviewColumns): Judged['effects'] {
  const { modes, interviewers, areas } = columns
  const codes = interviewers.codes.map((one, row) => (modes.codes[row] === code ? one : MISSING))
  const workload = new Int32Array(interviewers.labels.length)
  for (const one of codes) if (one >= 0) workload[one] = (workload[one] ?? 0) + 1
  if (workload.filter((count) => count >= fewestInterviews).length < fewestInterviewers) return []
  const correlations = traits.flatMap(({ name, values }) => {
    const counted = withEnough(codes, values)
    return counted ? [{ trait: name, ...interviewerCorrelation(values, counted) }] : []
  })
  const { tested, listed } = interviewerDeviations(traits, { ...interviewers, codes }, areas.codes)
  return [{ mode, correlations, tested, deviations: listed }]
}

/** Codes of the interviewers who have enough values, the others' as missing; nothing where too few have, or all agree. */
function withEnough(codes: Int32Array, values: Float64Array): Int32Array | undefined {
  const counts = new Map<number, number>()
  const isValue = (row: number) => (codes[row] ?? MISSING) >= 0 && !Number.isNaN(values[row] ?? NaN)
  codes.forEach((code, row) => {
    if (isValue(row)) counts.set(code, (counts.get(code) ?? 0) + 1)
  })
  const kept = codes.map((code, row) => (isValue(row) && (counts.get(code) ?? 0) >= fewestInterviews ? code : MISSING))
  const varied = new Set(values.filter((_, row) => (kept[row] ?? MISSING) >= 0))
  return varied.size > 1 && new Set(kept).size > fewestInterviewers ? kept : undefined
}
