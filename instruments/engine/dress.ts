import { closingOf } from './closing.ts'
import { type Geography, parentsOf } from './geography.ts'
import { ElementJson, InstrumentJson } from './instrument.ts'
import { surveyCode } from './languages/codes.ts'
import { inEveryLanguage } from './languages/index.ts'
import type { Study } from './study.ts'

/**
 * The instrument as a wave asks it: the questions marked `choicesFrom` get the wave's areas or their parents as
 * choices, are asked only where the ZIP leaves it open, and disappear where there is nothing to choose from; the
 * study's closing words become SurveyJS's. All of it plain SurveyJS, so that its own model behaves as ours does.
 */
export function dress(instrument: InstrumentJson, study: Study, geography: Geography): InstrumentJson {
  return InstrumentJson.parse({
    ...dressChildren(instrument, study, geography),
    clearInvisibleValues: 'onHiddenContainer',
    completedHtml: closingOf(study, 'complete'),
    completedHtmlOnCondition: study.outcomes.map(({ when, outcome }) => ({
      expression: when,
      html: closingOf(study, outcome),
    })),
  })
}

function dressElement(node: unknown, study: Study, geography: Geography): unknown {
  if (typeof node !== 'object' || node === null) return node
  if ('type' in node && node.type === 'ranking')
    return countIfAnswered({ description: bestFirst(), ...ElementJson.parse(node) })
  if ('minSelectedChoices' in node) return countIfAnswered(ElementJson.parse(node))
  if ('choicesFrom' in node) return dressQuestion(ElementJson.parse(node), study, geography)
  return dressChildren(node, study, geography)
}

/** A page or a panel with everything inside it dressed; what has nothing to ask about is left out. */
function dressChildren(node: object, study: Study, geography: Geography): object {
  const dressed = Object.entries(node).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) && nesting.has(key)
      ? value.map((child) => dressElement(child, study, geography)).filter((child) => child !== undefined)
      : value,
  ])
  return Object.fromEntries(dressed)
}

const nesting = new Set(['pages', 'elements', 'questions'])

function dressQuestion(element: ElementJson, study: Study, geography: Geography): unknown {
  const zip = braces(study.location?.zip)
  const parent = braces(study.location?.parent)
  const only = (rule: string) => (element.visibleIf ? `(${element.visibleIf}) and ${rule}` : rule)
  if (element.choicesFrom === 'parents') {
    const parents = parentsOf(geography)
    if (parents.length < 2) return undefined
    return { ...element, choices: parents, visibleIf: only(`asksParent(${zip})`) }
  }
  if (geography.areas.length < 2) return undefined
  return {
    ...element,
    choices: geography.areas.map(({ id, name }) => ({ value: id, text: name })),
    choicesVisibleIf: `offersArea({#item}, ${zip}, ${parent})`,
    visibleIf: only(`asksArea(${zip}, ${parent})`),
  }
}

/** survey-core's own minimum would make an answer of nothing wrong, even where the question may be passed over. */
function countIfAnswered({ minSelectedChoices: minCount, validators = [], ...element }: ElementJson): unknown {
  if (minCount === undefined) return { ...element, validators }
  return { ...element, validators: [...validators, { type: 'answercount', minCount }] }
}

/** Which end of an order comes first, by survey-core's codes of the languages: texts say it in their hint. */
function bestFirst(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inEveryLanguage('bestFirst')).map(([code, text]) => [surveyCode(code), text]),
  )
}

/** A question's answer in a condition, kept a text (#) since a ZIP is no number; one not asked gives an empty text. */
function braces(name: string | undefined): string {
  return name === undefined ? "''" : `{#${name}}`
}
