import type { Compiled } from '#instruments/engine/compile.ts'
import { choicesOf } from '#instruments/engine/choices.ts'
import type { Value } from '#instruments/engine/events.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import type { Question } from '#instruments/engine/question.ts'

/** Random numbers in [0, 1) that repeat with their seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function oneOf<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new RangeError('There is nothing to choose from')
  return chosen
}

/** A value that a client might send: mostly one that answers the question, sometimes one that does not. */
export function someValue(random: () => number, compiled: Compiled, interview: Interview, question: Question): Value {
  if (random() < 0.15) return oneOf(random, [99, '', 'maybe', -1, ['zz'], true, ' '] as const)
  const codes = choicesOf(compiled, interview, question, 'en').map(({ code }) => code)
  switch (question.kind) {
    case 'multiple': {
      const chosen = codes.filter((code) => typeof code !== 'boolean' && random() < 0.3)
      return chosen.filter((code) => typeof code !== 'boolean')
    }
    case 'ranking': {
      const ranked = codes.filter((code) => typeof code !== 'boolean').sort(() => random() - 0.5)
      return random() < 0.7 ? ranked.slice(0, question.atMost) : ranked
    }
    case 'number':
      return Math.floor(random() * 120)
    case 'date':
      return oneOf(random, ['2021-03-14', '1985-03-14', '2021-02-30', 'yesterday'])
    case 'text':
      return oneOf(random, ['10001', '10002', '99999', '1000', 'no'])
    case 'comment':
      return oneOf(random, ['More light in the park.', 'ok'])
    default: // screening out ends a walk, so that most pass it
      return random() < 0.8 && question.required ? true : oneOf(random, codes.length > 0 ? codes : ['nothing offered'])
  }
}
