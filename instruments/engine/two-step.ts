import type { Compiled } from './compile.ts'
import type { Interview } from './interview.ts'
import { choicesIn, listedGroup } from './prompts/text-groups.ts'
import type { Choice, Question } from './question.ts'
import { type Reading, readAnswer, readReply } from './replies/index.ts'

/** A reading, or the group of choices that was picked by its number or its words. */
export type Step = Reading | { readonly group: number }

/**
 * What a text says about a question whose choices are texted in groups. A number means what was listed: a group, then
 * a choice in it. A choice's own words are understood at either step. Any other question is read as always.
 */
export function readStep(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  text: string,
  language: string,
): Step {
  if (question.kind !== 'single' || !question.textGroups)
    return readReply(compiled, interview, question, text, language)
  const languages = [language, ...compiled.study.languages.filter((code) => code !== language)]
  const among = (choices: readonly Choice[]) => readAnswer({ ...question, choices }, choices, text, languages)
  const group = listedGroup(question, interview)
  if (group) {
    const reading = among(choicesIn(group, question.choices))
    return isLost(reading) ? understoodElse(among(question.choices), reading) : reading
  }
  const picked = among(question.textGroups.map(({ title }, code) => ({ code, label: title })))
  if (picked.understood) return { group: Number(picked.value) }
  return isLost(picked) ? understoodElse(among(question.choices), picked) : picked
}

function isLost(reading: Reading): boolean {
  return !reading.understood && reading.command === undefined
}

function understoodElse(reading: Reading, otherwise: Reading): Reading {
  return reading.understood ? reading : otherwise
}
