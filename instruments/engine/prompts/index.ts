import { offeredChoices } from '../choices.ts'
import type { Compiled } from '../compile.ts'
import type { Value } from '../events.ts'
import type { Interview } from '../interview.ts'
import { line } from '../languages/index.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { leadOf, visibleQuestions } from '../route.ts'
import { segmentsOf } from '../segments.ts'
import { hintOf } from './hint.ts'
import { listing } from './listing.ts'
import { milestoneAt } from './progress.ts'
import { textGroupsOf } from './text-groups.ts'

export { mostListed } from './listing.ts'

/** What a prompt needs to know beside the interview. */
export type Asking = {
  /** The personal link under which a question that no text can ask is answered. */
  readonly link?: string | undefined
  /** Whether it was asked before, or comes after a pause: then nothing is left out that an earlier text said. */
  readonly again?: boolean
}

/** The text of a message that asks a question: its wording, the numbered choices, and how to answer. */
export function prompt(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  language: string,
  asking: Asking = {},
): string {
  const before = leadOf(compiled, interview, question).map(({ text }) => inLanguage(text, language))
  const asked = question.byLink
    ? [linkLine(question, language, asking)]
    : asking.again || !followsOn(compiled, interview, question)
      ? inFull(compiled, interview, question, language)
      : followingOn(compiled, interview, question, language)
  const text = [...before, ...asked].join('\n')
  const milestone = asking.again ? '' : milestoneAt(compiled, interview, question, language)
  const longer = `${milestone}\n${text}`
  // Progress is a kindness; it is not worth another message.
  return milestone !== '' && segmentsOf(longer).segments === segmentsOf(text).segments ? longer : text
}

/** @throws Error without a link: who asks such a question by text has to have one made */
function linkLine({ name, required }: Question, language: string, { link }: Asking): string {
  if (link === undefined) throw new Error(`${name} is asked by a link, and there is none`)
  return line(language, required ? 'openLink' : 'openLinkOrSkip', { link })
}

function inFull(compiled: Compiled, interview: Interview, question: Question, language: string): string[] {
  const choices = offeredChoices(compiled, interview, question)
  const { title, textTitle, part } = question
  const wording = part
    ? [part.textTitle ?? part.title, part.label].map((text) => inLanguage(text, language))
    : [inLanguage(textTitle ?? title, language)]
  return [...wording, ...answering(interview, question, choices, language)]
}

/** The choices and how to answer; to what was answered before, what the answer was and how to keep it. */
function answering(interview: Interview, question: Question, choices: readonly Choice[], language: string): string[] {
  const groups = textGroupsOf(question, interview, language)
  const list = groups?.lines ?? listing(question, choices, language)
  const before = interview.given[question.name]
  const hint =
    before?.kind === 'answered'
      ? line(language, 'keepAnswer', { answer: said(choices, before.value, language) })
      : (groups?.hint ?? hintOf(question, choices, language))
  return hint === '' ? list : [...list, hint]
}

/** How many parts of a grid after each other are asked with title and scale written out once. */
const partsPerTitle = 3

/** Whether the part before it was just texted with what both have in common. */
function followsOn(compiled: Compiled, interview: Interview, { name, part }: Question): boolean {
  if (!part || interview.misses > 0 || interview.given[name]) return false
  const parts = visibleQuestions(compiled, interview).filter((other) => other.part?.of === part.of)
  const place = parts.findIndex((other) => other.name === name)
  const earlier = parts[place - 1]
  return place % partsPerTitle !== 0 && earlier !== undefined && interview.given[earlier.name]?.mode === 'sms'
}

/** A row or field alone: its scale is the one above, its question the one before. */
function followingOn(compiled: Compiled, interview: Interview, question: Question, language: string): string[] {
  const choices = offeredChoices(compiled, interview, question)
  const hint =
    choices.length > 0 && !question.textHint
      ? line(language, 'sameChoices', { most: choices.length })
      : hintOf(question, choices, language)
  return [inLanguage(question.part?.label, language), ...(hint === '' ? [] : [hint])]
}

/** An answer as people read it. */
function said(choices: readonly Choice[], value: Value, language: string): string {
  const codes = typeof value === 'object' ? value : [value]
  const labels = codes.map((code) => {
    const choice = choices.find((choice) => choice.code === code)
    return choice ? inLanguage(choice.label, language) : String(code)
  })
  return labels.join(', ')
}
