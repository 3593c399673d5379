import { languageCode } from '#instruments/engine/languages/codes.ts'

/** The languages of an Accept-Language header by our codes, dearest first. */
export function preferredLanguages(header = ''): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [code = '', weight = ''] = part.trim().toLowerCase().split(';q=')
      return { code, weight: weight === '' ? 1 : Number(weight) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => languageCode(code))
}
