import type { Spoken } from './frame.ts'
import type { Spread } from './results.ts'

/** "web 62%, text message 30%, other or fewer than 10 people 8%". */
export function percentages<Category extends string>(
  { categories, others }: Spread<Category>,
  nameOf: (category: Category) => string,
  { words, formats }: Spoken,
): string {
  const named = categories.map(({ category, percent }) => `${nameOf(category)} ${formats.percent(percent)}`)
  const rest = others > 0 ? [`${words.methods.others} ${formats.percent(others)}`] : []
  return [...named, ...rest].join(', ')
}
