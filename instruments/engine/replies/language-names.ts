import { askingFor, languageNames } from '../languages/names.ts'
import { phrasesOf } from '../languages/vocabulary.ts'
import { plain } from './plain.ts'

type Names = { readonly codes: ReadonlyMap<string, string>; readonly asking: ReadonlySet<string> }

let prepared: Names | undefined

function names(): Names {
  prepared ??= {
    codes: new Map(
      Object.entries(languageNames).flatMap(([code, list]) => phrasesOf(list).map((name) => [plain(name), code])),
    ),
    asking: new Set(phrasesOf(askingFor).map(plain)),
  }
  return prepared
}

/** The language that a plain text names, alone or with words that ask for it: "polski", "in polish", "po polsku". */
export function languageNamed(said: string, among: readonly string[]): string | undefined {
  const { codes } = names()
  const named = codes.get(said) ?? (said.includes(' ') || isUnspaced(said) ? insideOf(said) : undefined)
  if (named === undefined) return undefined
  return among.find((code) => code === named || (named === 'zh' && code.startsWith('zh')))
}

/** A name with nothing but asking before and after it. */
function insideOf(said: string): string | undefined {
  const { codes, asking } = names()
  const parts = isUnspaced(said) ? Array.from(said) : said.split(' ')
  const joint = isUnspaced(said) ? '' : ' '
  if (parts.length > 8) return undefined
  const asks = (from: number, to: number) => from === to || asking.has(parts.slice(from, to).join(joint))
  for (let from = 0; from < parts.length; from++)
    for (let to = parts.length; to > from; to--) {
      const code = codes.get(parts.slice(from, to).join(joint))
      if (code !== undefined && asks(0, from) && asks(to, parts.length)) return code
    }
  return undefined
}

function isUnspaced(said: string): boolean {
  return /^\p{Script=Han}+$/u.test(said)
}
