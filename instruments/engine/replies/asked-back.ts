import { requestIn } from './commands.ts'
import { hear } from './heard.ts'

/** Fewer words with a question mark ("yes?", "2?") are a hesitant answer. */
const fewest = { words: 3, characters: 5 }

/**
 * Whether a text asks us something that no reply of ours answers: "why do you need my birthday?". What asks for the
 * choices, for help or for the link has its own answer.
 */
export function isQuestionToUs(text: string, languages: readonly string[]): boolean {
  if (!/[?？؟]/.test(text)) return false
  const heard = hear(text)
  const isLong = heard.said.split(' ').length >= fewest.words || /\p{Script=Han}{5}/u.test(heard.said.slice(0, 200))
  return isLong && requestIn(heard, languages) === undefined
}
