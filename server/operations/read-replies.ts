import { z } from 'zod'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { languageCode } from '#instruments/engine/languages/codes.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import type { Value } from '#instruments/engine/events.ts'
import { type Question, questionOf } from '#instruments/engine/question.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'

/** What a line of replies comes to; `reason` is one of the list in instruments/engine/replies/README.md. */
export type ReplyRead =
  | { readonly understood: true; readonly value: Value }
  | { readonly understood: false; readonly reason: string; readonly language?: string }
  | { readonly error: string }

const Line = z.object({ question: z.record(z.string(), z.unknown()), language: z.string(), text: z.string() })

/** Reads lines of JSON, each a question, a language and the text that answers it. A question is compiled once. */
export function replyReader(): (line: string) => ReplyRead {
  const compiled = new Map<string, Question>()
  const questionIn = (json: Readonly<Record<string, unknown>>) => {
    const key = JSON.stringify(json)
    const known = compiled.get(key)
    if (known) return known
    const question = questionOf(ElementJson.parse({ name: 'question', ...json }), [])
    if (!question) throw new RangeError(`A question of type "${String(json['type'])}" asks nothing`)
    compiled.set(key, question)
    return question
  }
  return (line) => {
    try {
      const { question, language, text } = Line.parse(JSON.parse(line))
      return readIn(questionIn(question), language, text)
    } catch (error) {
      if (error instanceof z.ZodError) return { error: z.prettifyError(error) }
      if (error instanceof SyntaxError || error instanceof RangeError) return { error: error.message }
      throw error
    }
  }
}

function readIn(question: Question, language: string, text: string): ReplyRead {
  const home = languageCode(language)
  if (!(home in languages)) throw new RangeError(`We do not read "${language}" yet`)
  const among = [home, ...Object.keys(languages).filter((code) => code !== home)]
  const reading = readAnswer(question, 'choices' in question ? question.choices : [], text, among)
  if (reading.understood) return { understood: true, value: reading.value }
  if (reading.command === undefined) return { understood: false, reason: reading.reason }
  const { command: reason, language: asked } = reading
  return { understood: false, reason, ...(asked !== undefined && { language: asked }) }
}
