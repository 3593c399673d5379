import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

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
  const wanted = [Query.parse(query).lang, interview.language, ...preferred(headers['accept-language'])]
  return (
    wanted.find((code): code is string => code !== undefined && code !== null && spoken.includes(code)) ??
    spoken[0] ??
    'en'
  )
}

/** The codes of an Accept-Language header, dearest first, each followed by its language without the region. */
function preferred(header = ''): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [code = '', weight = ''] = part.trim().toLowerCase().split(';q=')
      return { code, weight: weight === '' ? 1 : Number(weight) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ code }) => [code, code.split('-')[0] ?? ''])
}
