import type { AreaSource, Mode, Value } from '#instruments/engine/events.ts'
import type { Given, Status } from '#instruments/engine/interview.ts'

/** One interview as the export writes it: no case, no person. */
export type Response = {
  readonly id: string
  readonly version: number
  readonly modeStart: Mode
  readonly modeEnd: Mode
  readonly language: string
  readonly area: string | null
  readonly areaSource: AreaSource | null
  readonly status: Status
  readonly begunAt: Date
  readonly completedAt: Date | null
  readonly answers: Readonly<Record<string, Value>>
  /** The latest reply to each question, which tells a refusal from a question that never came up. */
  readonly given: Readonly<Record<string, Given>>
  /** Both null for an interview that was not weighed. */
  readonly weight: number | null
  readonly baseWeight: number | null
}
