import { type Expression, parseExpression, printed } from './expression.ts'

/** A text as R writes it. */
export const quoted = (text: string): string => JSON.stringify(text)

/** A number in full precision as R writes it. */
export const numberInR = (value: number): string =>
  value === Infinity ? 'Inf' : value === -Infinity ? '-Inf' : String(value)

/** `~ a + b`. */
export const formulaOf = (names: readonly string[]): string =>
  `~${names.map((name) => printed({ kind: 'name', name })).join(' + ')}`

export const listOf = (items: readonly string[]): string => `list(${items.join(', ')})`

/** A recipe's condition in R, where a row of which something is missing is out. */
export function conditionInR(condition: string): string {
  return printed(withWordsQuoted(parseExpression(condition)))
}

/** `stype == E` means the word E in a recipe. */
function withWordsQuoted(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression
  const args = expression.args.map(withWordsQuoted)
  const [left, right] = args
  const compares = ['==', '!=', '%in%'].includes(expression.name)
  if (!compares || !left || !right) return { ...expression, args }
  const word = (each: Expression): Expression => (each.kind === 'name' ? { kind: 'text', value: each.name } : each)
  const list = right.kind === 'call' && right.name === 'c' ? { ...right, args: right.args.map(word) } : word(right)
  return { ...expression, args: [left, list] }
}
