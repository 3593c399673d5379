import type { Value } from './events.ts'
import type { ElementJson } from './instrument.ts'
import { joined, type Translated, translated } from './translated.ts'

/** What one of several questions under a common title knows of it: a row of a grid, a field of a multiple text. */
export type Part = {
  /** The grid or multiple text, as SurveyJS names it. */
  readonly of: string
  readonly title: Translated
  readonly textTitle?: Translated
  /** What the row or field itself says. */
  readonly label: Translated
  /** Which one it is, counted from 0 and whether it is asked or not. */
  readonly index: number
}

/** An element as it is asked in one go, and of what it is a part. */
export type Asked = { readonly element: ElementJson; readonly part?: Part }

/**
 * A grid as one list of choices per row and a multiple text as one text per field, each named `<question>.<part>`, so
 * that everything that asks, checks, counts or writes answers knows single questions only. Anything else as it is.
 */
export function opened(element: ElementJson): Asked[] {
  switch (element.type) {
    case 'matrix':
      return (element.rows ?? []).map((row, index) => {
        const { value, text = String(value), visibleIf } = typeof row === 'object' ? row : { value: row }
        const isRequired = element.eachRowRequired ?? element.isAllRowRequired ?? false
        const asked = { type: 'radiogroup', choices: element.columns, isRequired, visibleIf }
        return partOf(element, String(value), text, index, asked)
      })
    case 'multipletext':
      return (element.items ?? []).map((field, index) =>
        partOf(element, field.name, field.title ?? field.name, index, { ...field, type: 'text', visibleIf: undefined }),
      )
    default:
      return [{ element }]
  }
}

function partOf(
  { name: of, title = of, textTitle, textHint, interviewerNote, readAloud, sensitive, core }: ElementJson,
  part: string,
  label: string | Record<string, string>,
  index: number,
  asked: Omit<ElementJson, 'name' | 'title'>,
): Asked {
  const common = { textHint, interviewerNote, readAloud, sensitive, core }
  return {
    element: {
      ...common,
      ...asked,
      name: `${of}.${part}`,
      title: joined(translated(title), translated(label)),
    } as ElementJson, // the spread of a loose object forgets the type's name
    part: {
      of,
      title: translated(title),
      ...(textTitle && { textTitle: translated(textTitle) }),
      label: translated(label),
      index,
    },
  }
}

/** Answers as SurveyJS and its conditions hold them: those to the parts of a question together under its name. */
export type Values = Readonly<Record<string, Value | Readonly<Record<string, Value>>>>

/** Answers by question, as our log has them, in SurveyJS's form. */
export function together(answers: Readonly<Record<string, Value>>): Values {
  const values = {}
  for (const [name, value] of Object.entries(answers)) put(values, name, value)
  return values
}

/** Adds one answer to values in SurveyJS's form. */
export function put(values: Record<string, Values[string]>, name: string, value: Value): void {
  const [of = name, part] = name.split('.')
  const whole = values[of]
  if (part === undefined) values[name] = value
  else values[of] = { ...(isWhole(whole) && whole), [part]: value }
}

/** A value in SurveyJS's form by question, as our log has it. */
export function apart(name: string, value: Values[string]): [name: string, value: Value][] {
  if (!isWhole(value)) return [[name, value]]
  return Object.entries(value).map(([part, answer]) => [`${name}.${part}`, answer])
}

function isWhole(value: Values[string] | undefined): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && !Array.isArray(value)
}

/** The element of the instrument to which a question belongs: its grid, or itself. */
export function elementOf(question: string): string {
  return question.split('.')[0] ?? question
}
