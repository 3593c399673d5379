import type { Translated } from '#instruments/engine/question.ts'
import type { Spoken } from '../frame.ts'
import { areaTitle } from '../place-names.ts'
import type { Group } from './account.ts'

/** "65 to 74 + 75 or older (age)": a category with what it is one of, or areas with their layer's word. */
export function groupIn({ title, labels }: Group, layer: string, page: Spoken): string {
  const { say, language, words } = page
  if (title) return `${joined(labels, page)} (${say(title).toLocaleLowerCase(language)})`
  return labels.map((label) => areaTitle(say(label), layer, words)).join(' + ')
}

/** What was joined stays visible. */
export function joined(labels: readonly Translated[], { say }: Spoken): string {
  return labels.map(say).join(' + ')
}
