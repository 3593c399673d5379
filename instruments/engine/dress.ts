import { closingOf } from './closing.ts'
import { type Geography, parentsOf } from './geography.ts'
import type { ElementJson, InstrumentJson } from './instrument.ts'
import type { Study } from './study.ts'

/**
 * The instrument as a wave asks it: the questions marked `choicesFrom` get the wave's areas or their parents as
 * choices, are asked only where the ZIP leaves it open, and disappear where there is nothing to choose from; the
 * study's closing words become SurveyJS's. All of it plain SurveyJS, so that its own model behaves as ours does.
 */
export function dress(instrument: InstrumentJson, study: Study, geography: Geography): InstrumentJson {
  const dressed = dressElements(instrument, study, geography) as InstrumentJson // the same shape, other choices
  return {
    ...dressed,
    clearInvisibleValues: 'onHidden',
    completedHtml: closingOf(study, 'complete'),
    completedHtmlOnCondition: study.outcomes.map(({ when, outcome }) => ({
      expression: when,
      html: closingOf(study, outcome),
    })),
  }
}

function dressElements(node: unknown, study: Study, geography: Geography): unknown {
  if (Array.isArray(node)) return node.flatMap((child) => dressElements(child, study, geography) ?? [])
  if (typeof node !== 'object' || node === null) return node
  if ('choicesFrom' in node && 'name' in node) return dressQuestion(node as ElementJson, study, geography)
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'pages' || key === 'elements' || key === 'questions' ? dressElements(value, study, geography) : value,
    ]),
  )
}

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
    choicesVisibleIf: `offersArea({item}, ${zip}, ${parent})`,
    visibleIf: only(`asksArea(${zip}, ${parent})`),
  }
}

/** A question's answer in a condition; a study that does not ask it gives an empty text. */
function braces(name: string | undefined): string {
  return name === undefined ? "''" : `{${name}}`
}
