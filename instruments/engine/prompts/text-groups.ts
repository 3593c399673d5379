import type { Interview } from '../interview.ts'
import { line } from '../languages/index.ts'
import { type Choice, inLanguage, type Question, type TextGroup } from '../question.ts'
import { pickOne } from './hint.ts'

/** The group of a question's choices that was listed last, while that question is awaited. */
export function listedGroup(question: Question, interview: Interview): TextGroup | undefined {
  if (question.kind !== 'single' || interview.awaiting !== question.name || interview.group === undefined)
    return undefined
  return question.textGroups?.[interview.group]
}

/** The choices of a group, in its order. */
export function choicesIn({ codes }: TextGroup, choices: readonly Choice[]): readonly Choice[] {
  return codes.flatMap((code) => choices.find((choice) => choice.code === code) ?? [])
}

/** The lines and the hint of a question whose choices are texted in groups: first the groups, then those of one. */
export function textGroupsOf(
  question: Question,
  interview: Interview,
  language: string,
): { lines: string[]; hint: string } | undefined {
  if (question.kind !== 'single' || !question.textGroups) return undefined
  const numbered = (label: Choice['label'], i: number) => `${i + 1}) ${inLanguage(label, language)}`
  const group = listedGroup(question, interview)
  if (!group) {
    const { textGroups } = question
    return { lines: textGroups.map(({ title }, i) => numbered(title, i)), hint: pickOne(textGroups.length, language) }
  }
  const choices = choicesIn(group, question.choices)
  return {
    lines: [inLanguage(group.title, language), ...choices.map(({ label }, i) => numbered(label, i))],
    hint: line(language, 'pickInGroup', { most: choices.length }),
  }
}
