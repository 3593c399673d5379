import type { CodedItem } from '#analysis/quality/answer-table.ts'
import type { ItemBlock } from '#analysis/quality/straight-lining.ts'
import type { Trait } from '#analysis/quality/interviewer-deviations.ts'
import type { Timing } from '#analysis/quality/speeding.ts'
import { type Categories, MISSING } from '#analysis/weighting/margin.ts'
import type { Value } from '#instruments/engine/events.ts'
import type { Code } from '#instruments/engine/question.ts'
import { answerTimes } from '#server/fieldwork/answer-times.ts'
import type { Db } from '#server/store/database.ts'
import { interviewsToLookAt, type LogEntry, logsOf, type LookedAt } from '#server/store/interview-logs.ts'
import type { Wave } from '#server/store/waves.ts'
import { piecesOf } from '../pieces.ts'
import type { QualityPlan } from './plan-quality.ts'

/** A wave's complete interviews as columns, in the order of their ids. */
export type InterviewColumns = {
  modes: Categories
  /** MISSING for interviews that residents gave by themselves. */
  interviewers: Categories
  areas: Categories
  blocks: ItemBlock[]
  closed: CodedItem[]
  timings: Timing[]
  /** Answers to the measures' items, and the share of questions left open. */
  traits: Trait[]
}

/** Logs of so many interviews are read at once: some hundred events, under 50 ms. */
const logsAtOnce = 25

const replyTypes: ReadonlySet<string> = new Set(['answered', 'skipped', 'refused', 'dont-know'])

/** Reads the complete interviews of a wave, and their logs, piece by piece into columns. */
export async function readInterviews(
  db: Db,
  wave: Wave,
  plan: QualityPlan,
  progress: (done: number) => void,
): Promise<{ ids: string[]; columns: InterviewColumns }> {
  const ids: string[] = []
  const modes = coder('mode')
  const interviewers = coder('interviewer')
  const areas = coder('area')
  const readers = readersOf(plan)
  const read = readers.map((): number[] => [])
  const times = plan.timed.map((): number[] => [])
  const open: number[] = []
  for await (const page of interviewsToLookAt(db, wave.id))
    for (const piece of piecesOf(page, logsAtOnce)) {
      const logs = Map.groupBy(
        await logsOf(
          db,
          wave.study_id,
          piece.map(({ id }) => id),
        ),
        ({ interview }) => interview,
      )
      for (const interview of piece) {
        const log = logs.get(interview.id) ?? []
        ids.push(interview.id)
        modes.add(interview.mode)
        interviewers.add(interviewerIn(log))
        areas.add(interview.area)
        readers.forEach((reader, r) => read[r]?.push(reader(interview)))
        const took = answerTimes(log)
        plan.timed.forEach((question, q) => times[q]?.push(took.get(question) ?? NaN))
        open.push(shareOpen(log))
      }
      progress(ids.length)
    }
  const next = read.values()
  const column = () => next.next().value ?? []
  return {
    ids,
    columns: {
      modes: modes.done(),
      interviewers: interviewers.done(),
      areas: areas.done(),
      blocks: plan.blocks.map(({ name, codes, questions }) => ({
        name,
        options: codes.length,
        items: questions.map((question) => ({ name: question, answers: Int8Array.from(column()) })),
      })),
      closed: plan.closed.map((name) => ({ name, codes: Int16Array.from(column()) })),
      traits: [
        ...plan.items.map(({ question }) => ({ name: question, values: Float64Array.from(column()) })),
        { name: 'questions left open', values: Float64Array.from(open) },
      ],
      timings: plan.timed.map((question, q) => ({ question, seconds: Float64Array.from(times[q] ?? []) })),
    },
  }
}

/** In the order in which the columns are taken up again. */
function readersOf({ blocks, closed, items }: QualityPlan): ((interview: LookedAt) => number)[] {
  const place = (codes: readonly Code[], question: string) => {
    const places = new Map<unknown, number>(codes.map((code, i) => [code, i + 1]))
    return ({ answers }: LookedAt) => places.get(answers[question])
  }
  return [
    ...blocks.flatMap(({ codes, questions }) =>
      questions.map((question) => {
        const read = place(codes, question)
        return (interview: LookedAt) => read(interview) ?? MISSING
      }),
    ),
    ...closed.map((question) => {
      const known = new Map<string, number>()
      return ({ answers }: LookedAt) => codeIn(known, answers[question])
    }),
    ...items.map(({ question, scale }) => {
      const read = place(scale, question)
      return (interview: LookedAt) => read(interview) ?? NaN
    }),
  ]
}

/** A code for each different answer, by the order in which they come. */
function codeIn(known: Map<string, number>, answer: Value | undefined): number {
  if (answer === undefined) return MISSING
  const key = JSON.stringify(answer)
  const code = known.get(key) ?? known.size
  known.set(key, code)
  return code
}

/** Who wrote down the answers: the last of staff to do so where residents did not themselves. */
function interviewerIn(log: readonly LogEntry[]): string | null {
  const last = log.findLast(
    ({ type, mode, actor }) => replyTypes.has(type) && mode !== 'web' && mode !== 'sms' && actor.startsWith('staff:'),
  )
  return last ? last.actor.slice('staff:'.length) : null
}

function shareOpen(log: readonly LogEntry[]): number {
  const replies = log.filter(({ type }) => replyTypes.has(type))
  return replies.length === 0 ? NaN : replies.filter(({ type }) => type !== 'answered').length / replies.length
}

function coder(variable: string) {
  const known = new Map<string, number>()
  const codes: number[] = []
  return {
    add: (label: string | null) => {
      if (label !== null && !known.has(label)) known.set(label, known.size)
      codes.push(label === null ? MISSING : (known.get(label) ?? MISSING))
    },
    done: (): Categories => ({ variable, labels: [...known.keys()], codes: Int32Array.from(codes) }),
  }
}
