import { AnalysisRefusal } from '../refusal.ts'
import { evaluator } from './evaluate.ts'
import { type Expression, parseExpression, printed } from './expression.ts'
import { categoriesOf, type Table } from './table.ts'

/** One column of a model matrix: R's name for it, its term, and the categories that it stands for. */
export type ModelColumn = {
  name: string
  term: string
  values: Float64Array
  categories: { variable: string; category?: string }[]
}

export type ModelMatrix = {
  columns: ModelColumn[]
  /** Labels of the terms, with the intercept as ''. */
  terms: string[]
  /** Rows in which every variable is known. */
  complete: Uint8Array
  response: { name: string; values: Float64Array } | undefined
  /** Terms of which one factor or more is categorical. */
  categorical: string[]
}

type Factor = { print: string; levels: string[] | undefined; values: Float64Array }

/**
 * The columns that a formula means, as R makes them: an intercept, numbers as they are, and for categories one dummy for
 * each but the first (all of them where the intercept or a lower term does not cover the first).
 *
 * @param rows  whose categories count: one that none of them has gets no column
 * @throws      AnalysisRefusal for formulas that cannot be read and columns that do not exist
 */
export function modelMatrix(table: Table, formula: string, rows: Uint8Array): ModelMatrix {
  const tree = parseExpression(formula)
  if (tree.kind !== 'call' || tree.name !== '~')
    throw new AnalysisRefusal('bad-expression', `"${formula}" is no formula: it has no "~".`)
  const right = tree.args.at(-1)!
  const left = tree.args.length === 2 ? tree.args[0]! : undefined
  const { terms, intercept } = expand(right)
  const factors = new Map<string, Factor>()
  const atoms = new Map<string, Expression>()
  for (const term of terms) for (const [print, atom] of term) atoms.set(print, atom)
  const response = left && { name: printed(left), values: factorOf(table, left, rows, true).values }
  for (const [print, atom] of atoms) factors.set(print, factorOf(table, atom, rows, false))

  const complete = rows.slice()
  for (const { values } of [...factors.values(), ...(response ? [response] : [])])
    values.forEach((value, row) => {
      if (Number.isNaN(value)) complete[row] = 0
    })

  const sorted = [...terms].sort((a, b) => a.size - b.size)
  const labels = new Set([...(intercept ? [''] : []), ...sorted.map(labelOf)])
  const columns: ModelColumn[] = intercept
    ? [{ name: '(Intercept)', term: '', values: new Float64Array(table.rows).fill(1), categories: [] }]
    : []
  for (const term of sorted) {
    const label = labelOf(term)
    // A factor is coded without its first category where the term without that factor is in the model.
    let made: ModelColumn[] = [{ name: '', term: label, values: new Float64Array(table.rows).fill(1), categories: [] }]
    for (const print of term.keys()) {
      const margin = [...term.keys()].filter((other) => other !== print).join(':')
      const parts = partsOf(print, factors.get(print)!, labels.has(margin))
      made = parts.flatMap((part) => made.map((before) => times(before, part)))
    }
    columns.push(...made)
    labels.add(label)
  }
  const categorical = sorted.filter((term) => [...term.keys()].some((print) => factors.get(print)!.levels)).map(labelOf)
  return { columns, terms: [...(intercept ? [''] : []), ...sorted.map(labelOf)], complete, response, categorical }
}

type Term = Map<string, Expression>
const labelOf = (term: Term): string => [...term.keys()].join(':')

/** The terms of a formula's right side, without repeats; `a * b` is `a + b + a:b`. */
function expand(expression: Expression): { terms: Term[]; intercept: boolean } {
  let intercept = true
  const terms = new Map<string, Term>()
  const keyOf = (term: Term) => [...term.keys()].sort().join(':')
  const walk = (each: Expression): Term[] => {
    if (each.kind === 'number') return []
    if (each.kind === 'call' && each.name === '(') return walk(each.args[0]!)
    if (each.kind === 'call' && each.args.length === 2) {
      const [a, b] = each.args as [Expression, Expression] // two of them
      if (each.name === '+') return [...walk(a), ...walk(b)]
      if (each.name === ':') return walk(a).flatMap((x) => walk(b).map((y) => new Map([...x, ...y])))
      if (each.name === '*') {
        const [left, right] = [walk(a), walk(b)]
        return [...left, ...right, ...left.flatMap((x) => right.map((y) => new Map([...x, ...y])))]
      }
    }
    return [new Map([[printed(each), each]])]
  }
  const add = (each: Expression, sign: 1 | -1): void => {
    if (each.kind === 'call' && (each.name === '+' || each.name === '-') && each.args.length === 2) {
      add(each.args[0]!, sign)
      return add(each.args[1]!, each.name === '+' ? sign : (-sign as 1 | -1)) // of two signs
    }
    if (each.kind === 'call' && each.name === '-' && each.args.length === 1) return add(each.args[0]!, -sign as 1 | -1)
    if (each.kind === 'number') intercept = (each.value === 1) === (sign === 1)
    for (const term of walk(each)) {
      if (sign === 1) terms.set(keyOf(term), terms.get(keyOf(term)) ?? term)
      else terms.delete(keyOf(term))
    }
  }
  add(expression, 1)
  return { terms: [...terms.values()], intercept }
}

function factorOf(table: Table, atom: Expression, rows: Uint8Array, asNumber: boolean): Factor {
  const print = printed(atom)
  const wanted = atom.kind === 'call' && (atom.name === 'factor' || atom.name === 'as.factor')
  const inner = wanted ? atom.args[0]! : atom
  if (inner.kind === 'name' && (wanted || !table.columns.get(inner.name)?.numbers)) {
    const { labels, codes } = categoriesOf(table, inner.name)
    if (asNumber)
      throw new AnalysisRefusal('bad-answer', `"${print}" has to be a number here.`, { variable: inner.name })
    const used = labels.map((_, code) => codes.some((each, row) => each === code && rows[row]))
    const place = new Map(labels.flatMap((_, code) => (used[code] ? [code] : [])).map((code, i) => [code, i]))
    const levels = labels.filter((_, code) => used[code])
    return { print, levels, values: Float64Array.from(codes, (code) => place.get(code) ?? NaN) }
  }
  const value = evaluator(table, inner)
  const found = Array.from({ length: table.rows }, (_, row) => value(row))
  const words = found.some((each) => typeof each === 'string')
  const truths = found.some((each) => typeof each === 'boolean')
  if (asNumber || !(words || truths || wanted))
    return {
      print,
      levels: undefined,
      values: Float64Array.from(found, (each) => (each === undefined ? NaN : Number(each))),
    }
  const texts = found.map((each) => (typeof each === 'boolean' ? String(each).toUpperCase() : each))
  const levels = [...new Set(texts.filter((each, row) => each !== undefined && rows[row]))].map(String).sort()
  const place = new Map(levels.map((level, i) => [level, i]))
  return { print, levels, values: Float64Array.from(texts, (each) => place.get(String(each)) ?? NaN) }
}

function partsOf(print: string, { levels, values }: Factor, withoutFirst: boolean): Omit<ModelColumn, 'term'>[] {
  const variable = /^(?:as\.)?factor\((.*)\)$/.exec(print)?.[1] ?? print
  if (!levels) return [{ name: print, values, categories: [{ variable }] }]
  return levels.flatMap((level, code) =>
    withoutFirst && code === 0
      ? []
      : [
          {
            name: `${print}${level}`,
            values: values.map((value) => (value === code ? 1 : 0)),
            categories: [{ variable, category: level }],
          },
        ],
  )
}

const times = (left: ModelColumn, right: Omit<ModelColumn, 'term'>): ModelColumn => ({
  name: left.name === '' ? right.name : `${left.name}:${right.name}`,
  term: left.term,
  values: left.values.map((value, row) => value * right.values[row]!),
  categories: [...left.categories, ...right.categories],
})
