import { ElementJson, elementsOf, InstrumentJson } from './instrument.ts'
import { lintChoices } from './lint/choices.ts'
import { lintCondition } from './lint/conditions.ts'
import { lintElement } from './lint/elements.ts'
import { aboutQuestion, type Finding, fromZod, instrumentFile, studyFile } from './lint/finding.ts'
import { lintStudyTexts, lintTexts } from './lint/languages.ts'
import { lintStudyNames } from './lint/study.ts'
import { type Question, questionOf } from './question.ts'
import { Study } from './study.ts'

export type { Finding } from './lint/finding.ts'

/** Every problem of an instrument and its study.json at once, so that an author sees them in one go. */
export function lintStudy(instrument: unknown, study: unknown): Finding[] {
  const readStudy = Study.safeParse(study)
  const readInstrument = InstrumentJson.safeParse(instrument)
  const languages = readStudy.data?.languages ?? ['en']
  const linted = readInstrument.success ? lintInstrument(readInstrument.data, languages) : undefined
  return [
    ...(linted?.findings ?? fromZod(instrumentFile, readInstrument.error?.issues ?? [])),
    ...(readStudy.success ? lintStudyTexts(readStudy.data) : fromZod(studyFile, readStudy.error.issues)),
    ...(readStudy.success && linted ? lintStudyNames(readStudy.data, linted) : []),
  ]
}

function lintInstrument(instrument: InstrumentJson, languages: readonly string[]) {
  const findings: Finding[] = lintRoot(instrument)
  const questions = new Map<string, Question>()
  const placed = elementsOf(instrument)
  const names = new Set(placed.flatMap(({ element }) => nameOf(element) ?? []))
  const earlier = new Set<string>()
  const conditionsSeen = new Set<string>()
  for (const { element, conditions } of placed) {
    const { data, error } = ElementJson.safeParse(element)
    if (!data) {
      findings.push(...fromZod(instrumentFile, error.issues, nameOf(element)))
      continue
    }
    const { name } = data
    if (earlier.has(name)) findings.push(aboutQuestion(name, 'Another question has the same name: rename one.'))
    const own = data.visibleIf ? [data.visibleIf] : []
    for (const expression of [...conditions, ...own].filter((expression) => !conditionsSeen.has(expression))) {
      conditionsSeen.add(expression)
      const reasons = lintCondition(expression, earlier, names)
      findings.push(...reasons.map((reason) => aboutQuestion(name, reason, { path: 'visibleIf' })))
    }
    const problems = lintElement(data)
    findings.push(...problems, ...lintTexts(data, languages, instrument.locale ?? 'en'))
    const question = problems.length === 0 ? questionOf(data, []) : undefined
    if (question) {
      findings.push(...lintChoices(data, question, languages))
      questions.set(name, question)
    }
    earlier.add(name)
  }
  return { findings, questions, names }
}

/** Settings of the whole instrument that would make its own rules beside ours. */
const unsupported = ['triggers', 'calculatedValues', 'completedHtml', 'completedHtmlOnCondition', 'navigateToUrl']

function lintRoot(instrument: InstrumentJson): Finding[] {
  const file = instrumentFile
  const severity = 'error'
  const found: Finding[] = unsupported
    .filter((setting) => instrument[setting] !== undefined)
    .map((path) => {
      const reason = `${path} is not used: put conditions into visibleIf, endings and last words into study.json.`
      return { file, path, severity, reason }
    })
  if (elementsOf(instrument).length === 0)
    found.push({ file, severity, reason: 'The instrument asks nothing: add questions.' })
  return found
}

function nameOf(element: unknown): string | undefined {
  const named = typeof element === 'object' && element !== null && 'name' in element
  return named && typeof element.name === 'string' ? element.name : undefined
}
