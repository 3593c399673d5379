import type { Compiled } from '../compile.ts'
import type { Interview } from '../interview.ts'
import { line } from '../languages/index.ts'
import type { Question } from '../question.ts'
import { previousQuestion } from '../route.ts'

/** A shorter interview needs no milestones. */
const fewestQuestions = 10

const milestones = [
  { share: 0.85, name: 'almostDone' },
  { share: 0.5, name: 'halfway' },
] as const

/**
 * A milestone, at the first question behind it. By the place in the instrument rather than by a count: which questions
 * are still to come is not known before they are answered, and "3 of 24" would soon be untrue.
 */
export function milestoneAt(compiled: Compiled, interview: Interview, question: Question, language: string): string {
  const { questions } = compiled
  if (questions.length < fewestQuestions) return ''
  const shareBefore = (one: Question | undefined) => (one ? questions.indexOf(one) / questions.length : 0)
  const earlier = previousQuestion(compiled, interview, question.name)
  const passed = milestones.find(({ share }) => shareBefore(earlier) < share && share <= shareBefore(question))
  return passed ? line(language, passed.name) : ''
}
