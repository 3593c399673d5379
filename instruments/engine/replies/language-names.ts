import { askingFor, languageNames } from '../languages/names.ts'
import { phrasesOf } from '../languages/vocabulary.ts'
import { plain } from './plain.ts'

type Names = {
  readonly codes: ReadonlyMap<string, string>
  readonly asking: ReadonlySet<string>
  /** Every word of a name: a text without any names none. */
  readonly words: ReadonlySet<string>
}

let prepared: Names | undefined

function names(): Names {
  if (prepared) return prepared
  const codes = new Map(
    Object.entries(languageNames).flatMap(([code, list]) =>
      phrasesOf(list).map((name) => [plain(name), code] as const),
    ),
  )
  const words = new Set([...codes.keys()].flatMap(partsOf))
  prepared = { codes, words, asking: new Set(phrasesOf(askingFor).map(plain)) }
  return prepared
}

function partsOf(said: string): string[] {
  return isUnspaced(said) ? Array.from(said) : said.split(' ')
}

/** The language that a plain text names, alone or with words that ask for it: "polski", "in polish", "po polsku". */
export function languageNamed(said: string, among: readonly string[]): string | undefined {
  const { codes } = names()
  const named = codes.get(said) ?? insideOf(said)
  if (named === undefined) return undefined
  return among.find((code) => code === named || (named === 'zh' && code.startsWith('zh')))
}

/** A name with nothing but asking before and after it. */
function insideOf(said: string): string | undefined {
  const { codes, asking, words } = names()
  const parts = partsOf(said)
  if (parts.length < 2 || parts.length > 8 || !parts.some((part) => words.has(part))) return undefined
  const joint = isUnspaced(said) ? '' : ' '
  const asks = (from: number, to: number): boolean => {
    if (from === to) return true
    const ends = Array.from({ length: to - from }, (_, i) => to - i)
    return ends.some((end) => asking.has(parts.slice(from, end).join(joint)) && asks(end, to))
  }
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
