import type { Value } from './events.ts'
import type { Demographic } from './study.ts'

/** The margin category of people outside the margin's universe. */
export const notInUniverse = 'not in universe'

type Answers = Readonly<Record<string, Value>>

/** The margin category a resident's answers put them in; nothing where the answer is missing or belongs to none. */
export function categoryOf(demographic: Demographic, answers: Answers): string | undefined {
  const outside = demographic.notInUniverse
  const decisive = outside && answers[outside.question]
  if (outside && outside.values.some((value) => value === decisive)) return notInUniverse
  const answer = answers[demographic.question]
  if (answer === undefined) return undefined
  const chosen = typeof answer === 'object' ? answer : [answer]
  const categories = Object.keys(demographic.categories).filter((category) =>
    demographic.categories[category]?.some((code) => chosen.some((one) => one === code)),
  )
  if (categories.length < 2) return categories[0]
  const { wins, mixed } = demographic.several ?? { wins: [], mixed: undefined }
  return wins.find((category) => categories.includes(category)) ?? mixed
}
