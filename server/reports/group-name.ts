import type { Spoken } from './frame.ts'
import type { Representation } from './results.ts'

/** "55 to 64 (age)": many categories mean nothing without what they are a category of. */
export function groupName({ title, label }: Representation, { say, language }: Spoken): string {
  return `${say(label)} (${say(title).toLocaleLowerCase(language)})`
}
