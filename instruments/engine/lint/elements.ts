import type { ElementJson } from '../instrument.ts'
import { aboutQuestion, type Finding } from './finding.ts'

const asked = ['radiogroup', 'dropdown', 'buttongroup', 'boolean', 'checkbox', 'tagbox', 'rating', 'text', 'comment']
const shown = ['html', 'image']

/** Types that SurveyJS knows and no text message or telephone can carry, with what to use instead. */
const instead: Readonly<Record<string, string>> = {
  file: 'ask for it outside the survey',
  signaturepad: 'ask for consent with a boolean question',
  imagepicker: 'describe the pictures as choices of a radiogroup',
  imagemap: 'describe the places as choices of a radiogroup',
  matrix: 'write one radiogroup per row',
  matrixdropdown: 'write one question per cell',
  matrixdynamic: 'ask for a count and a fixed number of questions',
  paneldynamic: 'ask for a count and a fixed number of panels',
  multipletext: 'write one text question per field',
  ranking: 'ask for the first choice with a radiogroup and for the second with another',
  slider: 'use a rating',
  expression: 'compute it in the analysis',
}

/** Settings that make a question depend on something that a text, a tablet without signal or a replay does not have. */
const unsupported: Readonly<Record<string, string>> = {
  choicesByUrl: 'Choices from a web address are not there on a tablet without signal: list them in the instrument.',
  choicesFromQuestion: 'Choices taken over from another question cannot be texted: list them.',
  choicesVisibleIf:
    'Choices with conditions cannot be numbered alike in all modes: write two questions with visibleIf.',
  choicesEnableIf: 'Choices that are greyed out cannot be texted: write two questions with visibleIf.',
  choicesOrder: 'Choices in another order cannot be compared with a text: keep the order of the list.',
  enableIf: 'A question that is shown and cannot be answered has no meaning in a text: use visibleIf.',
  requiredIf: 'Use isRequired, or two questions with visibleIf.',
  setValueIf: 'An answer is only ever given by a resident: remove it.',
  setValueExpression: 'An answer is only ever given by a resident: remove it.',
  defaultValue: 'An answer is only ever given by a resident: remove it.',
  defaultValueExpression: 'An answer is only ever given by a resident: remove it.',
  resetValueIf: 'An answer is only ever changed by a resident: remove it.',
  valueName: 'Give the question the name under which its answer is kept.',
  showOtherItem: 'Add a choice "Something else" and, if its words matter, a text question with visibleIf.',
  hasOther: 'Add a choice "Something else" and, if its words matter, a text question with visibleIf.',
  showNoneItem: 'Add a choice with "isExclusive": true.',
  hasNone: 'Add a choice with "isExclusive": true.',
  showSelectAllItem: 'Remove it; a text may say "all".',
  hasComment: 'Add a comment question after this one.',
  showCommentArea: 'Add a comment question after this one.',
  valueTrue: 'A boolean is true or false: use a radiogroup for other codes.',
  valueFalse: 'A boolean is true or false: use a radiogroup for other codes.',
}

const validators = ['numeric', 'text', 'answercount', 'regex']

/** Whether an element can be asked in every mode as it stands. */
export function lintElement(element: ElementJson): Finding[] {
  const { name, type } = element
  const found: Finding[] = []
  const says = (reason: string, path?: string) => found.push(aboutQuestion(name, reason, path ? { path } : {}))

  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    says('A name is lower-case letters, digits and _, and starts with a letter: it is a column of the export.')
  if (![...asked, ...shown].includes(type)) {
    const way = instead[type]
    says(
      `A question of type "${type}" cannot be asked by text${way ? `: ${way}` : `: use one of ${asked.join(', ')}`}.`,
    )
    return found
  }
  for (const [setting, way] of Object.entries(unsupported)) if (isSet(element[setting])) says(way, setting)
  for (const validator of element.validators ?? []) {
    if (!validators.includes(validator.type))
      says(`A validator of type "${validator.type}" is not checked: use ${validators.join(', ')}.`, 'validators')
    if (validator.regex !== undefined && !isPattern(validator.regex))
      says(`The pattern ${validator.regex} cannot be read as a regular expression.`, 'validators')
  }
  if (type === 'text' && !['text', 'number'].includes(element.inputType ?? 'text'))
    says(`A text of input type "${element.inputType}" cannot be read by text yet: use text with a regex validator.`)
  const { min, max } = element
  if (min !== undefined && max !== undefined && min > max) says('min is greater than max.')
  return found
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
