import type { ElementJson } from '../instrument.ts'
import type { Study } from '../study.ts'
import { translated } from '../translated.ts'
import { aboutQuestion, aboutStudy, type Finding } from './finding.ts'

type Text = string | Readonly<Record<string, string>> | undefined

/** Texts that a question lacks in one of the study's languages, and braces that would be shown as they are. */
export function lintTexts(element: ElementJson, languages: readonly string[], first: string): Finding[] {
  const { name } = element
  return textsOf(element).flatMap(([path, text]) => {
    const found = missing(text, languages, first).map((language) =>
      aboutQuestion(name, `${path} is missing in "${language}": add it.`, { language, path }),
    )
    if (wordings(text).some((wording) => /\{[^}]*\}/.test(wording)))
      found.push(
        aboutQuestion(name, `${path} quotes an answer in braces, which a text cannot do: reword it.`, { path }),
      )
    return found
  })
}

function textsOf(element: ElementJson): (readonly [string, Text])[] {
  const { title, description, textTitle, textHint, interviewerNote, labelTrue, labelFalse } = element
  const { minRateDescription, maxRateDescription } = element
  const isQuestion = element.type !== 'html' && element.type !== 'image'
  const listed = (['choices', 'rateValues', 'rows', 'columns'] as const).flatMap((list) =>
    (element[list] ?? []).map((item, i) => {
      const text = typeof item === 'object' ? (item.text ?? String(item.value)) : String(item)
      return [`${list}.${i}.text`, text] as const
    }),
  )
  const fields = element.items?.map(({ name, title }, i) => [`items.${i}.title`, title ?? name] as const)
  const groups = element.textGroups?.map(({ title }, i) => [`textGroups.${i}.title`, title] as const)
  const optional = { description, textTitle, textHint, interviewerNote, labelTrue, labelFalse }
  const ends = { minRateDescription, maxRateDescription }
  return [
    ...(isQuestion ? [['title', title ?? ''] as const] : []),
    ...Object.entries({ ...optional, ...ends }).filter(([, text]) => text !== undefined),
    ...listed.filter(([, text]) => typeof text !== 'string' || !/^[\d\s.,–-]*$/.test(text)), // figures need no translation
    ...(fields ?? []),
    ...(groups ?? []),
    ...(element.validators ?? []).flatMap(({ text }, i) => (text ? [[`validators.${i}.text`, text] as const] : [])),
  ]
}

/** A single wording serves only a study of one language. */
function missing(text: Text, languages: readonly string[], first: string): string[] {
  if (typeof text === 'object') {
    const wording = translated(text)
    return languages.filter((code) => !wording[code] && !(code === first && wording['default']))
  }
  return languages.filter((code) => !text || code !== first)
}

function wordings(text: Text): string[] {
  return typeof text === 'object' ? Object.values(text) : text ? [text] : []
}

/** Texts of study.json that lack one of its languages. */
export function lintStudyTexts(study: Study): Finding[] {
  const { sponsor, purpose, title, contact } = study
  const texts: (readonly [string, Readonly<Record<string, string>>])[] = [
    ...Object.entries({ title, sponsor, purpose, contact }),
    ...Object.entries(study.closings).map(([outcome, text]) => [`closings.${outcome}`, text] as const),
    ...study.measures.map(({ id, title }) => [`measures.${id}.title`, title] as const),
    ...study.demographics.flatMap(({ id, title, labels = {} }) => [
      [`demographics.${id}.title`, title] as const,
      ...Object.entries(labels).map(([category, text]) => [`demographics.${id}.labels.${category}`, text] as const),
    ]),
  ]
  return texts.flatMap(([path, text]) =>
    study.languages
      .filter((language) => !text[language])
      .map((language) => aboutStudy(path, `It is missing in "${language}": add it.`, { language })),
  )
}
