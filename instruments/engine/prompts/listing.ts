import { type Choice, inLanguage, type Question } from '../question.ts'

/** The longest list that is printed into a text message; a longer one is answered by name, or in two steps. */
export const mostListed = 9

/** The most steps of a scale that are named one by one; of a longer one only its ends. */
const mostNamed = 5

/** The lines between a question and the hint how to answer it: numbered choices, or what a scale's steps mean. */
export function listing(question: Question, choices: readonly Choice[], language: string): string[] {
  if (question.kind === 'rating') return stepsOf(question, language)
  if (choices.length > mostListed) return []
  return choices.map(({ label }, i) => `${i + 1}) ${inLanguage(label, language)}`)
}

/** Every step that has a name where those are few, else the ends. */
function stepsOf({ choices, lowest, highest }: Question & { kind: 'rating' }, language: string): string[] {
  const steps = choices.map(({ code, label }, i) => {
    const own = inLanguage(label, language)
    const end = i === 0 ? lowest : i === choices.length - 1 ? highest : undefined
    return { code, name: own === String(code) ? inLanguage(end, language) : own }
  })
  const named = steps.filter(({ name }) => name !== '')
  const told = named.length <= mostNamed ? named : [...named.slice(0, 1), ...named.slice(-1)]
  return told.map(({ code, name }) => `${code} = ${name}`)
}
