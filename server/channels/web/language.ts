import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { languageCode } from '#instruments/engine/languages/codes.ts'
import { preferredLanguages } from '#server/accept-language.ts'

const Query = z.object({ lang: z.string() }).partial().catch({})

/**
 * The language of a page: what the address asks for, else what the interview is in, else the first of the browser's
 * languages that the study speaks, else the study's first.
 *
 * @param spoken  the languages of the study, most common first
 */
export function languageFor(
  { headers, query }: FastifyRequest,
  spoken: readonly string[],
  interview: { readonly language: string | null },
): string {
  const { lang } = Query.parse(query)
  const wanted = [lang && languageCode(lang), interview.language, ...preferredLanguages(headers['accept-language'])]
  return wanted.find((code): code is string => !!code && spoken.includes(code)) ?? spoken[0] ?? 'en'
}
