import type { Compiled } from '#instruments/engine/compile.ts'
import { InstrumentJson } from '#instruments/engine/instrument.ts'
import { inLanguage } from '#instruments/engine/translated.ts'

/**
 * The instrument with every question as one of the few kinds of field that all browsers and screen readers know well:
 * yes and no as two buttons, a box of tags as check boxes, a slider as a number. The values stay the same.
 */
export function withPlainTypes(compiled: Compiled, language: string): Compiled {
  return { ...compiled, instrument: InstrumentJson.parse(plain(compiled.instrument, compiled, language)) }
}

function plain(node: unknown, compiled: Compiled, language: string): unknown {
  if (Array.isArray(node)) return node.map((child) => plain(child, compiled, language))
  if (typeof node !== 'object' || node === null) return node
  const opened = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, containers.has(key) ? plain(value, compiled, language) : value]),
  )
  switch (opened['type']) {
    case 'boolean':
      return { ...opened, type: 'radiogroup', choices: choicesOf(opened['name'], compiled, language) }
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

function choicesOf(name: unknown, compiled: Compiled, language: string) {
  const question = compiled.question(String(name))
  if (question?.kind !== 'boolean') return []
  return question.choices.map(({ code, label }) => ({ value: code, text: inLanguage(label, language) }))
}
