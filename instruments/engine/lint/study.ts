import { languages } from '../languages/index.ts'
import { elementOf } from '../parts.ts'
import type { Code, Question } from '../question.ts'
import type { Demographic, Measure, Study } from '../study.ts'
import { lintCondition } from './conditions.ts'
import { aboutStudy, type Finding } from './finding.ts'

/** The questions that are sound, and the names of all. */
type Asked = { readonly questions: ReadonlyMap<string, Question>; readonly names: ReadonlySet<string> }

/** Whether everything study.json names is there, and fits. */
export function lintStudyNames(study: Study, asked: Asked): Finding[] {
  const { names } = asked
  const ids = new Set(study.demographics.map(({ id }) => id))
  return [
    ...study.languages
      .filter((code) => !(code in languages))
      .map((code) =>
        aboutStudy('languages', `We do not speak "${code}" yet: choose among ${Object.keys(languages).join(', ')}.`),
      ),
    ...study.measures.flatMap((measure, i) => lintMeasure(measure, asked, `measures.${i}`)),
    ...study.demographics.flatMap((demographic, i) => lintDemographic(demographic, asked, `demographics.${i}`)),
    ...study.weighting.margins
      .filter((id) => !ids.has(id))
      .map((id) =>
        aboutStudy('weighting.margins', `${id} is not among the demographics: add it there, or remove it here.`),
      ),
    ...(study.gaps ?? [])
      .filter((id) => !ids.has(id))
      .map((id) => aboutStudy('gaps', `${id} is not among the demographics: add it there, or remove it here.`)),
    ...study.outcomes.flatMap(({ when }, i) =>
      lintCondition(when, names, names).map((reason) => aboutStudy(`outcomes.${i}`, reason)),
    ),
    ...lintConsent(study),
    ...lintLocation(study, asked),
  ]
}

function lintMeasure(measure: Measure, asked: Asked, path: string): Finding[] {
  if (measure.kind === 'share') return lintCodes([], measure.question, asked, path)
  return measure.items.flatMap(({ question: name, scale }, i) => {
    const at = `${path}.items.${i}`
    const found = lintCodes(scale, name, asked, at)
    if (new Set(scale).size < scale.length) found.push(aboutStudy(at, 'The scale names an answer twice.'))
    const left = codesOf(asked.questions.get(name)).filter((code) => !scale.includes(code))
    if (left.length > 0)
      found.push(
        aboutStudy(at, `${left.join(', ')} of ${name} is not on the scale and counts as missing.`, {
          severity: 'warning',
        }),
      )
    if (scale.length < 4)
      found.push(aboutStudy(at, 'Polarization needs an item of four answers or more.', { severity: 'warning' }))
    return found
  })
}

function lintDemographic(demographic: Demographic, asked: Asked, path: string): Finding[] {
  const { categories, labels = {}, several, notInUniverse } = demographic
  const codes = Object.values(categories).flat()
  const found = lintCodes(codes, demographic.question, asked, path)
  const says = (reason: string) => found.push(aboutStudy(path, reason))
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  if (twice !== undefined) says(`${twice} belongs to two categories: leave it in one.`)
  const unknown = [...Object.keys(labels), ...(several ? [...several.wins, several.mixed] : [])]
  for (const category of unknown) if (!(category in categories)) says(`${category} is none of the categories.`)
  if (asked.questions.get(demographic.question)?.kind === 'multiple' && !several)
    says('Several answers may be chosen: say with "several" which category then counts.')
  if (notInUniverse)
    found.push(...lintCodes(notInUniverse.values, notInUniverse.question, asked, `${path}.notInUniverse`))
  return found
}

function lintCodes(codes: readonly Code[], name: string, { questions, names }: Asked, path: string): Finding[] {
  const question = questions.get(name)
  const part = [...questions.keys()].find((one) => elementOf(one) === name)
  if (!question && part) return [aboutStudy(path, `${name} is asked row by row: name a row, such as ${part}.`)]
  if (!question && names.has(elementOf(name)) && !hasParts(name, questions)) return [] // it has findings of its own
  if (!question) return [aboutStudy(path, `${name} is no question of the instrument: check the name.`)]
  if (!('choices' in question)) return [aboutStudy(path, `${name} has no choices, so that it cannot be counted here.`)]
  if (question.kind === 'single' && question.choicesFrom) return []
  return codes
    .filter((code) => !codesOf(question).includes(code))
    .map((code) => aboutStudy(path, `${JSON.stringify(code)} is no choice of ${name}: check the code.`))
}

/** Whether the grid to which a name points is sound, so that a row it does not have is the name's own mistake. */
function hasParts(name: string, questions: Asked['questions']): boolean {
  return [...questions.keys()].some((one) => one.startsWith(`${elementOf(name)}.`))
}

function codesOf(question: Question | undefined): Code[] {
  return question && 'choices' in question ? question.choices.map(({ code }) => code) : []
}

function lintConsent({ outcomes }: Study): Finding[] {
  if (outcomes.some(({ outcome }) => outcome === 'declined')) return []
  const reason = 'No answer ends the interview as declined: ask for consent first and name that answer here.'
  return [aboutStudy('outcomes', reason, { severity: 'warning' })]
}

function lintLocation({ location }: Study, { questions }: Asked): Finding[] {
  const found: Finding[] = []
  const says = (reason: string) => found.push(aboutStudy('location', reason))
  for (const asked of questions.values()) {
    const placed = asked.name === location?.area || asked.name === location?.parent
    if (asked.kind === 'single' && asked.choicesFrom && !placed)
      says(`${asked.name} takes its choices from the wave's areas: name it here as area or parent.`)
  }
  if (!location) return found
  const needs = { areas: location.area, ...(location.parent && { parents: location.parent }) }
  for (const [from, name] of Object.entries(needs)) {
    const asked = questions.get(name)
    if (asked?.kind !== 'single' || asked.choicesFrom !== from)
      says(`${name} must be a dropdown or radiogroup with "choicesFrom": "${from}".`)
  }
  if (location.zip && questions.get(location.zip)?.kind !== 'text') says(`${location.zip} must be a text question.`)
  return found
}
