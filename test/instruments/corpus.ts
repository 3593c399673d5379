import { readdirSync, readFileSync } from 'node:fs'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { type Question, questionOf } from '#instruments/engine/question.ts'
import { type Reading, readAnswer } from '#instruments/engine/replies/index.ts'

type Expected = {
  readonly understood: boolean
  readonly value?: unknown
  readonly reason?: string
  readonly language?: string
}

/** Replies to questions of one language with the reading that a person gave them. All of it is invented. */
export type Corpus = {
  readonly language: string
  readonly questions: Readonly<Record<string, unknown>>
  readonly replies: readonly { readonly question: string; readonly text: string; readonly expect: Expected }[]
}

export type Verdict = 'right' | 'not understood' | 'WRONG' | 'other reason'

export type Judged = { readonly verdict: Verdict; readonly line: string }

/** The corpora of a folder; `undefined` while there are none. */
export function corporaIn(folder: URL): Corpus[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.map((name): Corpus => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}

/** Every reply of a corpus beside its expected reading. */
export function judge({ language, questions, replies }: Corpus): Judged[] {
  const asked = new Map<string, Question | undefined>()
  for (const [id, json] of Object.entries(questions)) asked.set(id, questionOf(ElementJson.parse(json), []))
  const order = [language, ...Object.keys(languages).filter((code) => code !== language)]
  return replies.map(({ question: id, text, expect }) => {
    const question = asked.get(id)
    if (!question) throw new RangeError(`${language} has no question ${id}`)
    const reading = readAnswer(question, 'choices' in question ? question.choices : [], text, order)
    const verdict = verdictOn(reading, expect)
    return {
      verdict,
      line: `${language} ${id} ${JSON.stringify(text)}: ${shown(expect)}, read as ${shown(reasoned(reading))}`,
    }
  })
}

function verdictOn(reading: Reading, expect: Expected): Verdict {
  const { understood, value, reason, language } = reasoned(reading)
  if (understood && expect.understood && JSON.stringify(value) === JSON.stringify(expect.value)) return 'right'
  if (understood) return 'WRONG'
  if (expect.understood) return 'not understood'
  return reason === expect.reason && (expect.language === undefined || language === expect.language)
    ? 'right'
    : 'other reason'
}

function reasoned(reading: Reading): Expected {
  if (reading.understood) return reading
  if (reading.command === undefined) return reading
  const { command, language } = reading
  return { understood: false, reason: command, ...(language !== undefined && { language }) }
}

function shown({ understood, value, reason, language }: Expected): string {
  return understood ? JSON.stringify(value) : `(${[reason, language].filter((part) => part).join(' ')})`
}
