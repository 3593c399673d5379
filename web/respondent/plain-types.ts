import type { Compiled } from '#instruments/engine/compile.ts'
import { InstrumentJson } from '#instruments/engine/instrument.ts'

/**
 * The instrument with every question as one of the few kinds of field that all browsers and screen readers know well:
 * yes and no as two buttons, a box of tags as check boxes, a slider as a number. The values stay the same.
 */
export function withPlainTypes(compiled: Compiled): Compiled {
  return { ...compiled, instrument: InstrumentJson.parse(plain(compiled.instrument, compiled)) }
}

function plain(node: unknown, compiled: Compiled): unknown {
  if (Array.isArray(node)) return node.map((child) => plain(child, compiled))
  if (typeof node !== 'object' || node === null) return node
  const opened = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, containers.has(key) ? plain(value, compiled) : value]),
  )
  switch (opened['type']) {
    case 'boolean':
      return { ...opened, type: 'radiogroup', choices: choicesOf(opened['name'], compiled) }
    case 'buttongroup':
      return { ...opened, type: 'radiogroup' }
    case 'tagbox':
      return { ...opened, type: 'checkbox' }
    case 'dropdown':
      return { ...opened, renderAs: 'select' }
    case 'rating':
      return { ...opened, displayMode: 'buttons' }
    case 'slider':
      // A slider's place before it is moved is an answer that nobody gave.
      return { min: 0, max: 100, step: 1, ...opened, type: 'text', inputType: 'number' }
    default:
      return opened
  }
}

const containers = new Set(['pages', 'elements', 'questions'])

function choicesOf(name: unknown, compiled: Compiled) {
  const question = compiled.question(String(name))
  return question?.kind === 'boolean' ? question.choices.map(({ code, label }) => ({ value: code, text: label })) : []
}
