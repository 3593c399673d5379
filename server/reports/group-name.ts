import type { Spoken } from './frame.ts'
import type { Representation } from './results.ts'

/** "Age: 55 to 64": many categories mean nothing without what they are a category of. */
export function groupName({ title, label }: Representation, say: Spoken['say']): string {
  return `${say(title)}: ${say(label)}`
}
