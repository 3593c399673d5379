import type { ElementJson } from '../instrument.ts'
import { aboutQuestion, type Finding } from './finding.ts'
import { lintParts } from './parts.ts'
import { neverAsked, unsupported } from './unsupported.ts'

const asked = [
  'radiogroup',
  'dropdown',
  'buttongroup',
  'boolean',
  'checkbox',
  'tagbox',
  'rating',
  'slider',
  'ranking',
  'matrix',
  'text',
  'comment',
  'multipletext',
]
const shown = ['html', 'image']
const validators = ['numeric', 'text', 'answercount', 'regex']

/** Input types of a browser that we read, and what to do about the others. */
const inputTypes = ['text', 'number', 'date']
const insteadOfInput: Readonly<Record<string, string>> = {
  email: 'how to reach somebody is never kept beside their answers; ask for it outside the survey',
  tel: 'how to reach somebody is never kept beside their answers; ask for it outside the survey',
  url: 'use text with a regex validator',
  time: 'use choices such as "in the morning"',
  month: 'use a date, or choices',
  range: 'use a slider',
}

/** Whether an element can be asked in every mode as it stands. */
export function lintElement(element: ElementJson): Finding[] {
  const { name, type } = element
  if (![...asked, ...shown].includes(type)) {
    const way = neverAsked[type] ?? `use one of ${asked.join(', ')}`
    return [aboutQuestion(name, `A question of type "${type}" cannot be asked: ${way}.`)]
  }
  if (shown.includes(type)) return lintShown(element)
  const found = lintName(name)
  for (const [setting, way] of Object.entries(unsupported))
    if (isSet(element[setting])) found.push(aboutQuestion(name, way, { path: setting }))
  if (type === 'matrix' || type === 'multipletext') return [...found, ...lintParts(element, lintField)]
  return [...found, ...lintField(element)]
}

/** What is shown stands in no text by itself. */
function lintShown({ name, type, textTitle }: ElementJson): Finding[] {
  if (textTitle) return []
  const reason = `A text cannot carry ${type === 'html' ? 'this' : 'a picture'}: say it in a few words as "textTitle".`
  return [aboutQuestion(name, reason, { mode: 'sms', path: 'textTitle' })]
}

function lintName(name: string): Finding[] {
  if (/^[a-z][a-z0-9_]{0,62}$/.test(name)) return []
  const reason = 'A name is lower-case letters, digits and _, and starts with a letter: it is a column of the export.'
  return [aboutQuestion(name, reason)]
}

/** What belongs to the one answer: validators, the kind of input and its limits. */
function lintField(element: ElementJson): Finding[] {
  const { name, type, inputType = 'text', min, max } = element
  const found: Finding[] = []
  const says = (reason: string, path?: string) => found.push(aboutQuestion(name, reason, path ? { path } : {}))
  for (const validator of element.validators ?? []) {
    if (!validators.includes(validator.type))
      says(`A validator of type "${validator.type}" is not checked: use ${validators.join(', ')}.`, 'validators')
    if (validator.regex !== undefined && !isPattern(validator.regex))
      says(`The pattern ${validator.regex} cannot be read as a regular expression.`, 'validators')
  }
  if (type === 'text' && !inputTypes.includes(inputType)) {
    const way = insteadOfInput[inputType] ?? `use one of ${inputTypes.join(', ')}`
    says(`A text of input type "${inputType}" cannot be asked: ${way}.`, 'inputType')
  }
  if (type === 'slider' && isSet(element['sliderType']) && element['sliderType'] !== 'single')
    says('A slider with two ends has two answers: ask for each in its own question.', 'sliderType')
  if (type === 'rating' && element.rateValues?.some((step) => typeof step !== 'number' && !isNumbered(step)))
    says('The steps of a rating are numbers: use a radiogroup for words.', 'rateValues')
  if (min !== undefined && max !== undefined && min > max) says('min is greater than max.')
  return found
}

function isNumbered(step: unknown): boolean {
  return typeof step === 'object' && step !== null && 'value' in step && typeof step.value === 'number'
}

function isSet(setting: unknown): boolean {
  return setting !== undefined && setting !== null && setting !== false && setting !== '' && setting !== 'none'
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}
