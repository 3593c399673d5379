import { AnalysisRefusal } from '../refusal.ts'
import { type Expression, parseExpression, printed } from './expression.ts'
import { columnOf, type Table } from './table.ts'

/** What an expression is worth in one row; undefined = missing. */
export type Value = number | string | boolean | undefined
type InRow = (row: number) => Value

/** The rows for which a condition holds; where it cannot be told because something is missing, it does not. */
export function rowsWhere(table: Table, condition: string): Uint8Array {
  const holds = evaluator(table, parseExpression(condition))
  return Uint8Array.from({ length: table.rows }, (_, row) => (holds(row) === true ? 1 : 0))
}

/**
 * An expression ready to be asked for any row.
 *
 * @throws AnalysisRefusal for columns that do not exist and functions that are not known
 */
export function evaluator(table: Table, expression: Expression): InRow {
  if (expression.kind === 'number' || expression.kind === 'text') return () => expression.value
  if (expression.kind === 'name') {
    const { text, numbers } = columnOf(table, expression.name)
    if (numbers) return (row) => (Number.isNaN(numbers[row]!) ? undefined : numbers[row]!)
    return (row) => text[row] || undefined
  }
  const { name, args } = expression
  if (name === 'is.na') {
    const [value] = args.map((each) => evaluator(table, each))
    return (row) => value!(row) === undefined
  }
  if (name === '%in%') {
    const value = evaluator(table, args[0]!)
    const second = args[1]!
    const list = second.kind === 'call' && (second.name === 'c' || second.name === '(') ? second.args : [second]
    const members = list.map((each) => literalOr(table, each))
    return (row) => members.some((member) => equal(value(row), member(row)) === true)
  }
  const known = functions[name]
  if (!known)
    throw new AnalysisRefusal('bad-expression', `"${printed(expression)}" uses "${name}", which is not known here.`)
  const comparison = name === '==' || name === '!='
  const values = args.map((each, i) => (comparison && i === 1 ? literalOr(table, each) : evaluator(table, each)))
  return (row) => known(...values.map((value) => value(row)))
}

/** `stype == E`: a word that is no column means itself. */
function literalOr(table: Table, expression: Expression): InRow {
  return expression.kind === 'name' && !table.columns.has(expression.name)
    ? () => expression.name
    : evaluator(table, expression)
}

const equal = (a: Value, b: Value): Value => {
  if (a === undefined || b === undefined) return undefined
  return typeof a === 'number' || typeof b === 'number' ? Number(a) === Number(b) : String(a) === String(b)
}

const arithmetic =
  (compute: (a: number, b: number) => number) =>
  (a: Value, b: Value): Value => {
    if (a === undefined || b === undefined) return undefined
    const value = compute(Number(a), Number(b))
    return Number.isNaN(value) ? undefined : value
  }
const ordered =
  (holds: (sign: number) => boolean) =>
  (a: Value, b: Value): Value => {
    if (a === undefined || b === undefined) return undefined
    const sign = typeof a === 'string' && typeof b === 'string' ? (a < b ? -1 : Number(a > b)) : Number(a) - Number(b)
    return Number.isNaN(sign) ? undefined : holds(sign)
  }
const ofNumber =
  (compute: (value: number) => number) =>
  (a: Value): Value =>
    arithmetic(compute)(a, 0)
const same = (a: Value): Value => a

const functions: Readonly<Record<string, (...values: Value[]) => Value>> = {
  '(': same,
  I: same,
  factor: same,
  'as.factor': same,
  'as.character': same,
  'as.numeric': ofNumber(Number),
  'as.integer': ofNumber(Math.trunc),
  log: ofNumber(Math.log),
  exp: ofNumber(Math.exp),
  sqrt: ofNumber(Math.sqrt),
  abs: ofNumber(Math.abs),
  '+': arithmetic((a, b) => a + b),
  '-': (a, b) => (b === undefined ? ofNumber((value) => -value)(a) : arithmetic((x, y) => x - y)(a, b)),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '^': arithmetic((a, b) => a ** b),
  '==': equal,
  '!=': (a, b) => {
    const value = equal(a, b)
    return value === undefined ? undefined : !value
  },
  '<': ordered((sign) => sign < 0),
  '>': ordered((sign) => sign > 0),
  '<=': ordered((sign) => sign <= 0),
  '>=': ordered((sign) => sign >= 0),
  '!': (a) => (a === undefined ? undefined : !a),
  '&': (a, b) => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true),
  '|': (a, b) => (a === true || b === true ? true : a === undefined || b === undefined ? undefined : false),
}
