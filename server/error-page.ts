import type { FastifyRequest } from 'fastify'
import Handlebars from 'handlebars'
import { languageCode } from '#instruments/engine/languages/codes.ts'
import { languageOf } from '#instruments/engine/languages/index.ts'
import { preferredLanguages } from './accept-language.ts'
import { type ErrorWords, errorWords } from './error-words.ts'

const page = Handlebars.compile<Record<string, string>>(
  `<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/canvass.css">
</head>
<body>
<header class="site-header"><a class="brand" href="/"><img class="brand-mark" src="/assets/mark.svg" alt=""><span>Canvass</span></a></header>
<main class="column" data-code="{{code}}">
<div class="card stack">
<h1>{{title}}</h1>
<p class="lead">{{message}}</p>
<p><a class="button quiet" href="/">{{home}}</a></p>
</div>
</main>
</body>
</html>
`,
  { strict: true },
)

/** A refusal as people read it; its exact reason stands in the problem document. */
export function errorPage({ headers, query }: FastifyRequest, told: { code: string; status: number }): string {
  const { lang } = (query ?? {}) as { lang?: unknown } // as it came: a text, or anything a hostile query makes of it
  const asked = typeof lang === 'string' ? [languageCode(lang)] : preferredLanguages(headers['accept-language'])
  const language = asked.find((code) => code in errorWords) ?? 'en'
  const words = errorWords[language]
  if (!words) throw new Error('English has words for errors')
  const { direction } = languageOf(language)
  return page({ language, direction, code: told.code, home: words.home, ...wording(words, told) })
}

function wording(words: ErrorWords, { code, status }: { code: string; status: number }) {
  if (code === 'no-such-link') return { title: words.noSuchLink, message: words.notFoundText }
  if (status === 410) return { title: words.closed, message: words.closedText }
  if (status === 429) return { title: words.tooMany, message: words.tooManyText }
  if (status >= 500) return { title: words.failed, message: words.failedText }
  return { title: words.notFound, message: words.notFoundText }
}
