import { checkLength } from '../refusal.ts'

/** Answers to one closed question as codes from 0 on, one per row; below zero is missing. */
export type CodedItem = { name: string; codes: Int16Array }

/** Codes of many items, those of a row side by side: `codes[row · items + item]`. */
export type AnswerTable = { codes: Int16Array; items: number }

/**
 * Puts the items that tell people apart side by side, those that two people seldom share first: so two rows soon differ.
 *
 * @param mostAlike  an item whose commonest answer has a larger share of its answers is left out, from 0 to 1
 * @throws           AnalysisRefusal for a column that is not as long as `rows`
 */
export function answerTable(items: readonly CodedItem[], rows: number, mostAlike: number): AnswerTable {
  const telling = items
    .map((item) => {
      checkLength(item.name, item.codes.length, rows)
      return { ...item, ...concentration(item.codes) }
    })
    .filter(({ commonest }) => commonest <= mostAlike)
    .sort((a, b) => a.shared - b.shared)
  const codes = new Int16Array(rows * telling.length)
  telling.forEach((item, i) => {
    for (let row = 0; row < rows; row++) codes[row * telling.length + i] = item.codes[row]!
  })
  return { codes, items: telling.length }
}

/**
 * The largest share of one answer, and the chance that two people give the same and both give one. An item that nobody
 * answered has a largest share of 1: it tells nobody apart.
 */
function concentration(codes: Int16Array): { commonest: number; shared: number } {
  const counts = new Map<number, number>()
  let answered = 0
  for (const code of codes) {
    if (code < 0) continue
    counts.set(code, (counts.get(code) ?? 0) + 1)
    answered++
  }
  if (answered === 0) return { commonest: 1, shared: 1 }
  const shares = [...counts.values()].map((count) => count / answered)
  const differ = (answered / codes.length) ** 2 * (1 - shares.reduce((sum, share) => sum + share * share, 0))
  return { commonest: Math.max(...shares), shared: 1 - differ }
}
