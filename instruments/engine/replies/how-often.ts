import { countsTimes } from './counted.ts'
import { clausesOf } from './clauses.ts'
import { type Heard, hear } from './heard.ts'
import type { Label } from './labels.ts'
import type { Listening } from './listening.ts'
import { tokensOf } from './tokens.ts'

/**
 * "Rarely" of "rarely, like 4 times a year": a reply without the clause that counts what its words say. Undefined where
 * nothing is counted so, or the choices are counts themselves, or the rest has a number too ("3, 4 times").
 */
export function withoutTimes({ labels, vocabulary }: Listening, { text }: Heard): Heard | undefined {
  const clauses = clausesOf(text)
  const isCount = ({ covers }: Label) => covers !== undefined
  if (clauses.length < 2 || clauses.length > 7 || labels.some(isCount)) return undefined
  const hasNumber = ({ said }: Heard) => tokensOf(said, vocabulary).some(({ number }) => number !== undefined)
  const others = clauses.filter((clause) => !(/\d/.test(clause.said) && countsTimes(clause.said.split(' '))))
  if (others.length === 0 || others.length === clauses.length || others.some(hasNumber)) return undefined
  return hear(others.map((clause) => clause.text.trim()).join(', '))
}
