import { languageOf } from '#instruments/engine/languages/index.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import type { Study } from '#instruments/engine/study.ts'
import { type Formats, formatsIn } from './formats.ts'
import { filled, type Words, wordsIn } from './words/index.ts'

/** Where the links of a page lead: routes on the server, files beside each other in an export. */
export type Links = {
  readonly home?: string
  readonly results?: string
  readonly area: (id: string) => string
  /** Only where the page can be had in other languages, waves and formats. */
  readonly inLanguage?: (language: string) => string
  readonly wave?: (number: number) => string
  readonly file?: (format: 'csv' | 'geojson' | 'json') => string
  readonly takePart?: string
}

/** How a page comes by its looks: by address, or written into it so that it stands alone. */
export type Looks = {
  readonly styles: readonly string[]
  readonly inlineStyle?: string
  readonly script?: string
  readonly icon?: string
}

/** What every page is drawn with. */
export type Frame = { readonly language: string; readonly links: Links; readonly looks: Looks }

/** A frame with the words and number formats of its language. */
export type Spoken = Frame & {
  readonly words: Words
  readonly formats: Formats
  readonly say: (text: Readonly<Record<string, string>>) => string
}

export function spoken(frame: Frame): Spoken {
  const { language } = frame
  return { ...frame, words: wordsIn(language), formats: formatsIn(language), say: (text) => inLanguage(text, language) }
}

/** What layout.hbs needs beside the content of a page. */
export function layoutView(page: Spoken, { title, study, invented, languages }: LayoutOf) {
  const { language, links, looks, words, say } = page
  const { inLanguage: languageHref } = links
  return {
    language,
    direction: languageOf(language).direction,
    words,
    looks,
    title,
    invented,
    home: links.home ?? '#content',
    brand: study ? say(study.title) : 'Canvass',
    footer: study && `${filled(words.askedBy, { sponsor: say(study.sponsor) })}. ${say(study.contact)}`,
    languages:
      languageHref && languages.length > 1
        ? languages.map((code) => ({
            code,
            name: languageOf(code).name,
            href: languageHref(code),
            current: code === language,
          }))
        : undefined,
  }
}

type LayoutOf = {
  readonly title: string
  readonly study?: Study
  readonly invented: boolean
  readonly languages: readonly string[]
}
