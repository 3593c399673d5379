import type { Value } from '#instruments/engine/events.ts'

/** What is read of a respondent to estimate from. */
export type Answers = Readonly<Record<string, Value>>

/** Columns as they were read, by the place that they were given. */
export type Columns = readonly Float64Array[]

export function column(columns: Columns, place: number): Float64Array {
  const found = columns[place]
  if (!found) throw new Error(`Column ${place} was not read`)
  return found
}
