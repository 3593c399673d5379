import { numberIn } from '../counted.ts'
import type { Code, Question } from '../question.ts'
import type { Study } from '../study.ts'
import type { Counted } from '../weighting.ts'
import { aboutStudy, type Finding } from './finding.ts'

type Questions = ReadonlyMap<string, Question>
type LintCodes = (codes: readonly Code[], question: string, path: string) => Finding[]

/** Whether everything that the weighting names is there, and fits. */
export function lintWeighting(study: Study, lintCodes: LintCodes, questions: Questions): Finding[] {
  const { margins, crossings = [], within = [], base, frames = {}, optIn } = study.weighting
  const demographics = new Set(study.demographics.map(({ id }) => id))
  const all = new Set([...demographics, ...crossings.map(({ id }) => id)])
  const missing = (names: readonly string[], known: ReadonlySet<string>, path: string) =>
    names
      .filter((id) => !known.has(id))
      .map((id) => aboutStudy(path, `${id} is not among the demographics: add it there, or remove it here.`))
  return [
    ...missing(margins, all, 'weighting.margins'),
    ...crossings.flatMap(({ id, demographics: crossed }, i) => [
      ...missing(crossed, demographics, `weighting.crossings.${i}`),
      ...(demographics.has(id) || crossings.findIndex((one) => one.id === id) < i
        ? [aboutStudy(`weighting.crossings.${i}`, `${id} is the name of another margin: choose one of its own.`)]
        : []),
    ]),
    ...missing(
      within.map(({ margin }) => margin),
      all,
      'weighting.within',
    ),
    ...missing(optIn?.covariates ?? [], demographics, 'weighting.optIn'),
    ...lintCounted(base?.adults, 'weighting.base.adults', questions),
    ...lintCounted(base?.lines, 'weighting.base.lines', questions),
    ...Object.entries(frames).flatMap(([frame, { reaches }]) =>
      reaches && 'question' in reaches
        ? lintCodes(reaches.values, reaches.question, `weighting.frames.${frame}.reaches`)
        : [],
    ),
    ...lintHousehold(study),
  ]
}

function lintCounted(counted: Counted | undefined, path: string, questions: Questions): Finding[] {
  if (!counted || !('question' in counted)) return []
  const { question: name, values = {} } = counted
  const question = questions.get(name)
  if (!question) return [aboutStudy(path, `${name} is no question of the instrument: check the name.`)]
  if (question.kind === 'number') return []
  if (!('choices' in question) || question.kind === 'multiple' || question.kind === 'ranking')
    return [aboutStudy(path, `${name} tells no number: take a question for a number, or one with one choice.`)]
  return question.choices
    .filter(({ code }) => values[String(code)] === undefined && numberIn(String(code)) === undefined)
    .map(({ code }) =>
      aboutStudy(
        path,
        `Nothing says how many ${JSON.stringify(code)} of ${name} means, so that it counts as missing.`,
        {
          severity: 'warning',
        },
      ),
    )
}

/** A frame of households or numbers needs the household's size to turn its chances into those of persons. */
function lintHousehold({ weighting: { frames = {}, base } }: Study): Finding[] {
  if (base && !Object.values(frames).some(({ draws }) => draws === 'one-adult' || draws === 'numbers')) {
    const reason = 'No frame of weighting.frames draws one adult of a household, or numbers: this changes no weight.'
    return [aboutStudy('weighting.base', reason, { severity: 'warning' })]
  }
  return Object.entries(frames).flatMap(([frame, { draws }]) => {
    const needs = draws === 'one-adult' ? 'adults' : draws === 'numbers' ? 'lines' : undefined
    if (needs === undefined || base?.[needs]) return []
    const reason = `It draws ${draws}, but nothing in weighting.base tells the number of ${needs}: all count as 1.`
    return [aboutStudy(`weighting.frames.${frame}`, reason, { severity: 'warning' })]
  })
}
