import { line } from '../languages/index.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { mostListed } from './listing.ts'

/** How to answer, in one sentence; nothing where the question says it. */
export function hintOf(question: Question, choices: readonly Choice[], language: string): string {
  if (question.textHint) return inLanguage(question.textHint, language)
  const count = choices.length
  switch (question.kind) {
    case 'boolean':
      return line(language, 'pickOneOfTwo')
    case 'single':
      return count > mostListed ? line(language, 'sayArea') : pickOne(count, language)
    case 'multiple':
      return pickSeveral(question, choices, language)
    case 'rating':
      return line(language, 'pickOnScale', { least: String(choices[0]?.code), most: String(choices.at(-1)?.code) })
    case 'ranking': {
      const [name, most] =
        question.atMost < count ? (['rankBest', question.atMost] as const) : (['rankAll', count] as const)
      // From the end of the list, so that it is no answer anybody would take over.
      const example = Array.from({ length: most }, (_, i) => count - i).join(' ')
      return line(language, name, { most, example })
    }
    case 'date':
      return line(language, 'sayDate')
    case 'number': {
      const { min: least, max: most, step } = question
      if (!Number.isFinite(least) || !Number.isFinite(most)) return line(language, 'sayNumber')
      if (step === undefined) return line(language, 'sayNumberBetween', { least, most })
      return line(language, 'sayNumberInSteps', { least, most, step })
    }
    case 'text':
    case 'comment':
      return question.required ? '' : line(language, 'sayFreely')
  }
}

export function pickOne(count: number, language: string): string {
  return count === 2 ? line(language, 'pickOneOfTwo') : line(language, 'pickOne', { most: count })
}

function pickSeveral(
  { atLeast, atMost }: Question & { kind: 'multiple' },
  choices: readonly Choice[],
  language: string,
): string {
  const several = choices.filter(({ exclusive }) => !exclusive).length
  const most = Math.min(atMost, several)
  if (most === 1) return pickOne(choices.length, language)
  const example = exampleOf(Math.max(atLeast, 2), several)
  if (atLeast === most) return line(language, 'pickExactly', { most, example })
  if (atLeast > 1) return line(language, 'pickBetween', { least: atLeast, most, example })
  return most < several ? line(language, 'pickUpTo', { most, example }) : line(language, 'pickSeveral', { example })
}

/** Some numbers of a list, with a gap where there is room for one: "1 3". */
function exampleOf(length: number, count: number): string {
  return Array.from({ length }, (_, i) => (i === 0 || length >= count ? i + 1 : i + 2)).join(' ')
}
