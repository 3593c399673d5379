import { checkValue } from '../check-value.ts'
import { offeredChoices } from '../choices.ts'
import type { Compiled } from '../compile.ts'
import type { Interview } from '../interview.ts'
import { mostListed } from '../prompts/index.ts'
import type { Choice, Question } from '../question.ts'
import { pickArea } from './area.ts'
import { readBoolean } from './boolean.ts'
import { exactChoice, pickChoice } from './choice.ts'
import { commandIn, isReaction } from './commands.ts'
import { readMultiple } from './multiple.ts'
import { readNumber } from './number.ts'
import { readRating } from './rating.ts'
import { misread, type Reading, understood } from './reading.ts'
import { readText } from './text.ts'

export type { Command, Reading } from './reading.ts'

/**
 * What a text says about a question: a value that the question takes, a request ("skip", "back", "stop"), or why it
 * could not be read. A choice's own words win over a request of the same words; the resident's language is read
 * first, then the study's others.
 */
export function readReply(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  text: string,
  language: string,
): Reading {
  if (isReaction(text)) return misread('reaction')
  const languages = [language, ...compiled.study.languages.filter((code) => code !== language)]
  const choices = offeredChoices(compiled, interview, question)
  const asWords = languages.map((code) => exactChoice(choices, text, code)).find((choice) => choice)
  const command = asWords ? undefined : commandIn(text, languages)
  if (command) return command

  let first: Reading | undefined
  for (const code of languages) {
    const reading = readAs(question, choices, text, code)
    if (reading.understood) return checked(compiled, interview, question, reading)
    first ??= reading
  }
  return first ?? misread('empty')
}

function readAs(question: Question, choices: readonly Choice[], text: string, language: string): Reading {
  switch (question.kind) {
    case 'single': {
      const long = choices.length > mostListed
      const picked = long ? pickArea(question, choices, text, language) : pickChoice(choices, text, language, true)
      return 'choice' in picked ? understood(picked.choice.code) : misread(picked.reason)
    }
    case 'boolean':
      return readBoolean(question, text, language)
    case 'multiple':
      return readMultiple(question, text, language)
    case 'rating':
      return readRating(question, text, language)
    case 'number':
      return readNumber(text, language)
    case 'text':
    case 'comment':
      return readText(question, text)
  }
}

function checked(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  { value }: Reading & { understood: true },
): Reading {
  const verdict = checkValue(compiled, interview, question, value)
  return verdict.ok ? understood(verdict.value) : misread(verdict.reason)
}
