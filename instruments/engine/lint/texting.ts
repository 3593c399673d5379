import type { ElementJson } from '../instrument.ts'
import { mostListed } from '../prompts/index.ts'
import type { Choice, Code, Question } from '../question.ts'
import { isCarrierWord } from '../replies/commands.ts'
import { aboutQuestion, type Finding } from './finding.ts'

/** The longest list that a resident can be asked to put into order by text. */
const mostRanked = 4

/** Why a question cannot be asked by text as it stands, with the ways out; nothing when it can. */
export function lintTexting(element: ElementJson, question: Question): Finding[] {
  const { name, textGroups } = element
  const says = (reason: string, path?: string) =>
    aboutQuestion(name, `${reason} ${handOver(name)}`, { mode: 'sms', ...(path && { path }) })
  if (textGroups && question.kind !== 'single')
    return [says('Only a question with one answer can ask for a group first: remove textGroups.', 'textGroups')]
  if (!('choices' in question) || question.kind === 'rating' || element.choicesFrom) return []
  const { choices } = question
  if (question.kind === 'ranking' && question.atMost > mostRanked)
    return [
      says(
        `Nobody puts ${question.atMost} things into order by text: let residents choose the best few with ` +
          `"selectToRankEnabled": true and "maxSelectedChoices": 3, or leave out all but ${mostRanked}.`,
      ),
    ]
  if (question.kind === 'single' && textGroups) return lintGroups(name, textGroups, choices)
  if (choices.length <= mostListed) return []
  const inGroups = question.kind === 'single' ? 'sort them into "textGroups", ' : ''
  return [says(`A text can number ${mostListed} choices, not ${choices.length}: ${inGroups}merge some.`)]
}

function handOver(name: string): string {
  return `Or hand it over to the web: name "${name}" in study.json, texts.handOver.`
}

/** Every choice stands in one group, and all can be numbered. */
function lintGroups(
  name: string,
  groups: NonNullable<ElementJson['textGroups']>,
  choices: readonly Choice[],
): Finding[] {
  const says = (reason: string) => aboutQuestion(name, reason, { mode: 'sms', path: 'textGroups' })
  const grouped = groups.flatMap((group) => group.choices)
  const list = (codes: readonly Code[]) => codes.map((code) => JSON.stringify(code)).join(', ')
  const left = choices.map(({ code }) => code).filter((code) => !grouped.includes(code))
  const unknown = grouped.filter((code) => !choices.some((choice) => choice.code === code))
  const twice = grouped.filter((code, i) => grouped.indexOf(code) !== i)
  const sizes = [groups.length, ...groups.map((group) => group.choices.length)]
  return [
    ...(left.length > 0 ? [says(`${list(left)} is in none of the groups: add it to one.`)] : []),
    ...(unknown.length > 0 ? [says(`${list(unknown)} is no choice: check the code.`)] : []),
    ...(twice.length > 0 ? [says(`${list(twice)} is in two groups: leave it in one.`)] : []),
    ...(Math.max(...sizes) > mostListed
      ? [says(`A text can number ${mostListed} groups, and ${mostListed} choices in each: make smaller groups.`)]
      : []),
  ]
}

/**
 * Words in capitals by which an author asks residents to reply, and which a carrier acts on instead: END blocks us, YES
 * undoes a block. Only a text of that one word counts, so that the same word within a choice does no harm.
 */
export function lintAskedWords(element: ElementJson): Finding[] {
  const texts = { title: element.title, textTitle: element.textTitle, textHint: element.textHint }
  return Object.entries(texts).flatMap(([path, text]) => {
    const wordings = typeof text === 'object' ? Object.values(text) : [text ?? '']
    const words = new Set(wordings.flatMap((wording) => wording.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []))
    return [...words]
      .filter((word) => word === 'YES' || (isCarrierWord(word) && !['STOP', 'HELP'].includes(word)))
      .map((word) =>
        aboutQuestion(
          element.name,
          `It asks for the word ${word}, on which the carrier acts by itself: ask for a number.`,
          { mode: 'sms', path },
        ),
      )
  })
}
