import type { Compiled } from '#instruments/engine/compile.ts'
import { type Code, inLanguage, type Question } from '#instruments/engine/question.ts'

/** A numbered line of a text, with the choice that it names; none where it names several of them. */
export type Line = { readonly number: number; readonly words: string; readonly code: Code | undefined }

/** What somebody who knows the study sees in the texts on a phone. */
export type PhoneView = {
  /** The question that a text asks. */
  readonly asked: (text: string) => Question | undefined
  readonly lines: (text: string, question: Question) => readonly Line[]
}

/** Reads our texts in one language, by the wording of the instrument alone. */
export function phoneView({ questions }: Compiled, language: string): PhoneView {
  const titles = questions.map((question) => ({
    question,
    title: letters(inLanguage(question.textTitle ?? question.title, language)),
  }))
  return {
    asked(text) {
      const seen = letters(text)
      const found = titles
        .map(({ question, title }) => ({ question, at: seen.lastIndexOf(title), length: title.length }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.at - a.at || b.length - a.length)
      return found[0]?.question
    },
    lines(text, question) {
      const choices = 'choices' in question ? question.choices : []
      return [...text.matchAll(/^\u200f?(\d+)\) (.+)$/gm)].map(([, number, words = '']) => ({
        number: Number(number),
        words,
        code: choices.find(({ label }) => letters(inLanguage(label, language)) === letters(words))?.code,
      }))
    },
  }
}

/** Signs and spaces may be others in a text than in the instrument. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}
