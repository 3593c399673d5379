import { ElementJson, elementsOf, InstrumentJson } from './instrument.ts'
import { lintChoices } from './lint/choices.ts'
import { lintCondition } from './lint/conditions.ts'
import { lintElement } from './lint/elements.ts'
import { aboutQuestion, type Finding, fromZod, instrumentFile, studyFile } from './lint/finding.ts'
import { lintStudyTexts, lintTexts } from './lint/languages.ts'
import { lintStudyNames } from './lint/study.ts'
import { lintStudyTexting } from './lint/study-texting.ts'
import { lintAskedWords, lintTexting } from './lint/texting.ts'
import { opened } from './parts.ts'
import { type Question, questionOf } from './question.ts'
import { Study } from './study.ts'

export type { Finding } from './lint/finding.ts'

/** Every problem of an instrument and its study.json at once, so that an author sees them in one go. */
export function lintStudy(instrument: unknown, study: unknown): Finding[] {
  const readStudy = Study.safeParse(study)
  const readInstrument = InstrumentJson.safeParse(instrument)
  const { languages = ['en'], texts } = readStudy.data ?? {}
  const linted = readInstrument.success
    ? lintInstrument(readInstrument.data, languages, texts?.handOver ?? [])
    : undefined
  return [
    ...(linted?.findings ?? fromZod(instrumentFile, readInstrument.error?.issues ?? [])),
    ...(readStudy.success ? lintStudyTexts(readStudy.data) : fromZod(studyFile, readStudy.error.issues)),
    ...(readStudy.success && linted ? lintStudyNames(readStudy.data, linted) : []),
    ...(readStudy.success && linted ? lintStudyTexting(readStudy.data, linted.names) : []),
  ]
}

function lintInstrument(instrument: InstrumentJson, languages: readonly string[], handOver: readonly string[]) {
  const findings: Finding[] = lintRoot(instrument)
  const questions = new Map<string, Question>()
  const placed = elementsOf(instrument)
  const names = new Set(placed.flatMap(({ element }) => namesOf(element)))
  const earlier = new Set<string>()
  const conditionsSeen = new Set<string>()
  const lintConditions = (name: string, expressions: readonly (string | undefined)[]) => {
    for (const expression of expressions) {
      if (!expression || conditionsSeen.has(expression)) continue
      conditionsSeen.add(expression)
      const reasons = lintCondition(expression, earlier, names)
      findings.push(...reasons.map((reason) => aboutQuestion(name, reason, { path: 'visibleIf' })))
    }
  }
  for (const { element, conditions } of placed) {
    const { data, error } = ElementJson.safeParse(element)
    if (!data) {
      findings.push(...fromZod(instrumentFile, error.issues, nameOf(element)))
      continue
    }
    const { name } = data
    if (earlier.has(name)) findings.push(aboutQuestion(name, 'Another question has the same name: rename one.'))
    lintConditions(name, [...conditions, data.visibleIf])
    const problems = lintElement(data)
    findings.push(...problems, ...lintTexts(data, languages, instrument.locale ?? 'en'), ...lintAskedWords(data))
    const asked = problems.length === 0 ? opened(data) : []
    for (const { element, part } of asked) {
      if (part) lintConditions(name, [element.visibleIf])
      const question = questionOf(element, [])
      if (!question) continue
      questions.set(question.name, question)
      if (part && part.index > 0) continue // the rows of a grid have the same choices
      findings.push(...lintChoices(element, question, languages))
      if (!handOver.includes(name)) findings.push(...lintTexting(element, question))
    }
    for (const known of namesOf(element)) earlier.add(known)
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

/** The name of an element and, of a grid or multiple text, those of its parts. */
function namesOf(element: unknown): string[] {
  const { data } = ElementJson.safeParse(element)
  const name = nameOf(element)
  return [...(name === undefined ? [] : [name]), ...(data ? opened(data).map(({ element }) => element.name) : [])]
}
