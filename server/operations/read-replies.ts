import { z } from 'zod'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { languageCode } from '#instruments/engine/languages/codes.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import type { Value } from '#instruments/engine/events.ts'
import { opened } from '#instruments/engine/parts.ts'
import { type Question, questionOf } from '#instruments/engine/question.ts'
import { bodyText } from '#instruments/engine/replies/body.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'

/** What a line of replies comes to; `reason` is one of the list in instruments/engine/replies/README.md. */
export type ReplyRead =
  | { readonly understood: true; readonly value: Value }
  | { readonly understood: false; readonly reason: string; readonly language?: string }
  | { readonly error: string }

const Line = z.object({
  question: z.record(z.string(), z.unknown()),
  /** Which row of a grid, or which field of a multiple text, is asked. */
  row: z.union([z.string(), z.number()]).optional(),
  language: z.string(),
  text: z.string(),
})
type Line = z.infer<typeof Line>

/**
 * Reads lines of JSON, each a question, a language and the text that answers it; one row of a grid with `row`. A
 * question is compiled once. A line that cannot be read says why, with its number.
 */
export function replyReader(): (line: string, number: number) => ReplyRead {
  const compiled = new Map<string, Question>()
  const questionIn = ({ question: json, row }: Line) => {
    const key = JSON.stringify([json, row])
    const known = compiled.get(key)
    if (known) return known
    const question = questionOf(elementIn(json, row), [])
    if (!question) throw new RangeError(`A question of type "${String(json['type'])}" asks nothing`)
    compiled.set(key, question)
    return question
  }
  return (text, number) => {
    try {
      const line = Line.parse(JSON.parse(text))
      return readIn(questionIn(line), line.language, line.text)
    } catch (error) {
      if (error instanceof z.ZodError) return { error: `Line ${number}: ${z.prettifyError(error)}` }
      if (error instanceof SyntaxError || error instanceof RangeError)
        return { error: `Line ${number}: ${error.message}` }
      throw error
    }
  }
}

/** The element that is asked: a row of a grid or a field of a multiple text where there are several. */
function elementIn(json: Line['question'], row: Line['row']): ElementJson {
  const element = ElementJson.parse({ name: 'question', ...json })
  const asked = opened(element)
  const [whole] = asked
  if (whole && whole.part === undefined) return whole.element
  const names = asked.map(({ element: { name } }) => name.slice(element.name.length + 1))
  const found = asked[names.indexOf(String(row))]
  if (found) return found.element
  throw new RangeError(
    `A question of type "${element.type}" is asked row by row: add "row", one of ${names.map((name) => JSON.stringify(name)).join(', ') || 'none, since it has no rows'}`,
  )
}

function readIn(question: Question, language: string, text: string): ReplyRead {
  const home = languageCode(language)
  if (!(home in languages))
    throw new RangeError(`"${language}" is none of the languages we read: ${Object.keys(languages).join(', ')}`)
  const among = [home, ...Object.keys(languages).filter((code) => code !== home)]
  const reading = readAnswer(question, 'choices' in question ? question.choices : [], bodyText(text), among)
  if (reading.understood) return { understood: true, value: reading.value }
  if (reading.command === undefined) return { understood: false, reason: reading.reason }
  const { command: reason, language: asked } = reading
  return { understood: false, reason, ...(asked !== undefined && { language: asked }) }
}
