import type { ChoiceJson, ElementJson, ValidatorJson } from './instrument.ts'
import { no, yes } from './languages/yes-no.ts'
import type { Choice, Domain } from './question.ts'
import { translated } from './translated.ts'

/** What an element may be answered with; nothing for one that only shows something. Throws on a type we cannot ask. */
export function domainOf(element: ElementJson): Domain | undefined {
  switch (element.type) {
    case 'html':
    case 'image':
      return undefined
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
      return single(element)
    case 'slider':
      return number({ min: 0, max: 100, step: 1, ...element })
    case 'boolean':
      return {
        kind: 'boolean',
        choices: [
          { code: true, label: element.labelTrue ? translated(element.labelTrue) : yes },
          { code: false, label: element.labelFalse ? translated(element.labelFalse) : no },
        ],
      }
    case 'checkbox':
    case 'tagbox':
      return multiple(element)
    case 'ranking':
      return ranking(element)
    case 'rating':
      return rating(element)
    case 'comment':
      return { kind: 'comment', ...lengths(element, longestComment) }
    case 'text':
      if (element.inputType === 'date') return date(element)
      return element.inputType === 'number' ? number(element) : { kind: 'text', ...lengths(element, longestText) }
    default:
      throw new RangeError(`${element.name} is a ${element.type}, which is not asked as one question`)
  }
}

function single({ choices = [], choicesFrom, textGroups }: ElementJson): Domain {
  const groups = textGroups?.map(({ title, choices }) => ({ title: translated(title), codes: choices }))
  return {
    kind: 'single',
    choices: choices.map(choice),
    ...(choicesFrom && { choicesFrom }),
    ...(groups && { textGroups: groups }),
  }
}

const longestText = 200
const longestComment = 4000

function lengths(element: ElementJson, longest: number) {
  const { minLength, maxLength } = validator(element, 'text')
  const { regex, text } = validator(element, 'regex')
  return {
    shortest: Math.max(1, element.minLength ?? 0, minLength ?? 0),
    longest: least(longest, element.maxLength, maxLength),
    ...(regex !== undefined && { pattern: new RegExp(regex) }),
    ...(text !== undefined && { patternText: translated(text) }),
  }
}

/** The smallest limit that is set; survey-core writes "no limit" as 0 or -1. */
function least(...limits: readonly (number | undefined)[]): number {
  return Math.min(...limits.filter((limit) => limit !== undefined).filter((limit) => limit > 0))
}

function number(element: ElementJson): Domain {
  const { minValue, maxValue } = validator(element, 'numeric')
  const { step } = element
  return {
    kind: 'number',
    min: Math.max(limit(element.min) ?? -Infinity, minValue ?? -Infinity),
    max: Math.min(limit(element.max) ?? Infinity, maxValue ?? Infinity),
    whole: step !== undefined && Number.isInteger(step),
    ...(step !== undefined && step !== 1 && { step }),
  }
}

function limit(value: number | string | undefined): number | undefined {
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
}

/** A limit such as "=today()" moves with the clock, which we do not read. */
function date({ min, max }: ElementJson): Domain {
  const day = /^\d{4}-\d{2}-\d{2}$/
  return {
    kind: 'date',
    ...(typeof min === 'string' && day.test(min) && { min }),
    ...(typeof max === 'string' && day.test(max) && { max }),
  }
}

/** Unless the author lets residents rank only some, all are ranked. */
function ranking(element: ElementJson): Domain {
  const choices = (element.choices ?? []).map(choice)
  const { minSelectedChoices = 0, maxSelectedChoices = 0, selectToRankEnabled = false } = element
  if (!selectToRankEnabled) return { kind: 'ranking', choices, atLeast: choices.length, atMost: choices.length }
  return {
    kind: 'ranking',
    choices,
    atLeast: Math.max(1, minSelectedChoices, validator(element, 'answercount').minCount ?? 0),
    atMost: least(choices.length, maxSelectedChoices),
  }
}

function multiple(element: ElementJson): Domain {
  const listed = (element.choices ?? []).map(choice)
  const choices = element.showNoneItem || element.hasNone ? [...listed, none(element)] : listed
  const { minCount, maxCount } = validator(element, 'answercount')
  return {
    kind: 'multiple',
    choices,
    atLeast: Math.max(1, element.minSelectedChoices ?? 0, minCount ?? 0),
    atMost: least(choices.length, element.maxSelectedChoices, maxCount),
  }
}

function rating(element: ElementJson): Domain {
  const { minRateDescription: lowest, maxRateDescription: highest, rateStep = 1, rateMin = 1 } = element
  const count = element.rateCount ?? Math.floor(((element.rateMax ?? 5) - rateMin) / rateStep) + 1
  const values = element.rateValues ?? Array.from({ length: count }, (_, i) => rateMin + i * rateStep)
  return {
    kind: 'rating',
    choices: values.map(choice),
    ...(lowest && { lowest: translated(lowest) }),
    ...(highest && { highest: translated(highest) }),
  }
}

function choice(json: ChoiceJson): Choice {
  if (typeof json !== 'object') return { code: json, label: { default: String(json) } }
  const { value, text, isExclusive } = json
  return { code: value, label: translated(text ?? String(value)), ...(isExclusive && { exclusive: true }) }
}

/** SurveyJS's own last choice, which excludes all others. */
function none({ noneText = 'None' }: ElementJson): Choice {
  return { code: 'none', label: translated(noneText), exclusive: true }
}

function validator(element: ElementJson, type: string): ValidatorJson {
  return element.validators?.find((validator) => validator.type === type) ?? { type }
}
