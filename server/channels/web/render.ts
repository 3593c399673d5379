import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { languageOf } from '#instruments/engine/languages/index.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import type { Study } from '#instruments/engine/study.ts'
import { filled, wordsIn } from './words/index.ts'

const source = (name: string) => readFileSync(join(import.meta.dirname, 'templates', `${name}.hbs`), 'utf8')

const handlebars = Handlebars.create()
for (const partial of ['layout', 'described', 'question-title']) handlebars.registerPartial(partial, source(partial))
const templates = {
  survey: handlebars.compile(source('survey')),
  question: handlebars.compile(source('question')),
  notice: handlebars.compile(source('notice')),
}

/** What stands around the content of every page of a study. */
export type Frame = {
  readonly study: Study
  readonly language: string
  readonly invented: boolean
  /** The page's own address without its query: the language switch leads to it. */
  readonly path: string
  /** Whether this browser holds an interview that a shared device should forget. */
  readonly holds: boolean
}

/** More languages than this are a menu to open: on a phone they would take the room of the first question. */
const mostInARow = 4

/** Draws one page of a study in its language. */
export function renderPage(
  template: keyof typeof templates,
  { study, language, invented, path, holds }: Frame,
  content: { readonly heading: string } & Readonly<Record<string, unknown>>,
): string {
  const words = wordsIn(language)
  const title = inLanguage(study.title, language)
  const sponsor = inLanguage(study.sponsor, language)
  return templates[template]({
    language,
    title: content.heading === title ? title : `${content.heading} · ${title}`,
    direction: languageOf(language).direction,
    words,
    invented,
    home: `/s/${study.id}?lang=${language}`,
    study: {
      title,
      purpose: inLanguage(study.purpose, language),
      contact: inLanguage(study.contact, language),
    },
    askedBy: filled(words.askedBy, { sponsor }),
    takes: filled(words.takes, { minutes: study.minutes }),
    languages: study.languages.length > 1 && study.languages.map((code) => switchTo(code, path, language)),
    languageMenu: study.languages.length > mostInARow && languageOf(language).name,
    leave: holds && `/s/${study.id}/leave?lang=${language}`,
    ...content,
  })
}

function switchTo(code: string, path: string, current: string) {
  return { code, name: languageOf(code).name, href: `${path}?lang=${code}`, current: code === current }
}
