import { AnalysisRefusal } from '../refusal.ts'

/** A parsed expression. Operators are calls too, as they are in R. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Expression[] }

const tokens =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|"([^"]*)"|'([^']*)'|`([^`]*)`|([\p{L}_.][\p{L}\p{N}_.]*)|(%in%|==|!=|<=|>=|&&|\|\||[-+*/^()[\],:<>=!&|~]))/uy

type Token = { kind: 'number' | 'text' | 'quoted' | 'name' | 'sign'; value: string }

/** From the loosest binding to the tightest. */
const levels: readonly (readonly string[])[] = [
  ['~'],
  ['|', '||', 'or'],
  ['&', '&&', 'and'],
  ['==', '!=', '<', '>', '<=', '>=', '=', '%in%', 'in'],
  ['+', '-'],
  ['*', '/'],
  [':'],
]
const meanings: Readonly<Record<string, string>> = { '||': '|', or: '|', '&&': '&', and: '&', '=': '==', in: '%in%' }

/**
 * Reads an expression of the small language that conditions and formulas are written in: names of columns, numbers,
 * quoted words, comparisons, arithmetic, and/or/not, `x in (a, b)`, `x missing`, `x not missing`, and R's signs for them.
 *
 * @throws AnalysisRefusal naming the place that cannot be read
 */
export function parseExpression(source: string): Expression {
  const list = tokensOf(source)
  let place = 0
  const peek = () => list[place]
  const is = (...values: string[]) => {
    const token = peek()
    return token && (token.kind === 'sign' || token.kind === 'name') && values.includes(token.value)
      ? token.value
      : undefined
  }
  const refuse = (): never => {
    throw new AnalysisRefusal(
      'bad-expression',
      `"${source}" cannot be read from its part ${place + 1} ("${peek()?.value ?? 'end'}") on.`,
    )
  }
  const expect = (value: string) => (is(value) ? place++ : refuse())
  const call = (name: string, ...args: Expression[]): Expression => ({ kind: 'call', name, args })

  const list_ = (close: string): Expression[] => {
    const args: Expression[] = []
    while (!is(close)) {
      args.push(binary(0))
      if (!is(close)) expect(',')
    }
    place++
    return args
  }
  function binary(level: number): Expression {
    const signs = levels[level]
    if (!signs) return unary()
    if (level === 0 && is('~')) {
      place++
      return call('~', binary(1))
    }
    if (level === 3 && is('not', '!')) {
      place++
      return call('!', binary(3))
    }
    let left = binary(level + 1)
    for (let sign = is(...signs); sign; sign = is(...signs)) {
      place++
      left = call(meanings[sign] ?? sign, left, binary(level + 1))
    }
    return level === 3 ? suffixed(left) : left
  }
  /** `x not missing`, `x is missing`, `x not in (a, b)`. */
  function suffixed(subject: Expression): Expression {
    if (is('is')) place++
    const not = is('not') !== undefined
    if (not) place++
    if (is('missing')) {
      place++
      return not ? call('!', call('is.na', subject)) : call('is.na', subject)
    }
    if (not) {
      expect('in')
      return call('!', call('%in%', subject, binary(4)))
    }
    return subject
  }
  function unary(): Expression {
    if (is('-', '+')) {
      const sign = list[place++]!.value
      return sign === '-' ? call('-', unary()) : unary()
    }
    const base = atom()
    if (!is('^')) return base
    place++
    return call('^', base, unary())
  }
  function atom(): Expression {
    const token = peek() ?? refuse()
    place++
    if (token.kind === 'number') return { kind: 'number', value: Number(token.value) }
    if (token.kind === 'text') return { kind: 'text', value: token.value }
    if (token.kind === 'quoted') return { kind: 'name', name: token.value }
    if (token.kind === 'name') {
      if (!is('(')) return { kind: 'name', name: token.value }
      place++
      return call(token.value, ...list_(')'))
    }
    if (token.value === '(' || token.value === '[') {
      const inside = list_(token.value === '(' ? ')' : ']')
      return inside.length === 1 ? call('(', inside[0]!) : call('c', ...inside)
    }
    place--
    return refuse()
  }

  const result = binary(0)
  if (place < list.length) refuse()
  return result
}

function tokensOf(source: string): Token[] {
  const list: Token[] = []
  let at = 0
  while (source.slice(at).trim() !== '') {
    tokens.lastIndex = at
    const match = tokens.exec(source)
    if (!match)
      throw new AnalysisRefusal('bad-expression', `"${source}" cannot be read from "${source.slice(at).trim()}" on.`)
    at = tokens.lastIndex
    const [, number, double, single, quoted, name, sign] = match
    if (number !== undefined) list.push({ kind: 'number', value: number })
    else if (double !== undefined || single !== undefined) list.push({ kind: 'text', value: double ?? single ?? '' })
    else if (quoted !== undefined) list.push({ kind: 'quoted', value: quoted })
    else if (name !== undefined) list.push({ kind: 'name', value: name })
    else list.push({ kind: 'sign', value: sign ?? '' })
  }
  return list
}

/** The expression as R would print it; names of coefficients are made of this. */
export function printed(expression: Expression): string {
  if (expression.kind === 'number') return String(expression.value)
  if (expression.kind === 'text') return JSON.stringify(expression.value)
  if (expression.kind === 'name')
    return /^[\p{L}.][\p{L}\p{N}_.]*$/u.test(expression.name) ? expression.name : `\`${expression.name}\``
  const { name, args } = expression
  const [first, second] = args.map(printed)
  if (name === '(') return `(${first})`
  if (/^[\p{L}.]/u.test(name)) return `${name}(${args.map(printed).join(', ')})`
  if (second === undefined) return `${name}${first}`
  return name === '^' || name === ':' ? `${first}${name}${second}` : `${first} ${name} ${second}`
}

/** Names of columns that an expression needs. */
export function namesIn(expression: Expression): string[] {
  if (expression.kind === 'name') return [expression.name]
  return expression.kind === 'call' ? expression.args.flatMap(namesIn) : []
}
