import type { Question } from '../question.ts'
import { hear, type Heard } from './heard.ts'
import { pickSeveral } from './list.ts'
import type { Listening } from './listening.ts'
import { rankedInWords } from './ranked-in-words.ts'
import { misread, type Reading, understood } from './reading.ts'

/** The choices, best first: "2 4 1 3", "2 > 4 > 1 > 3", "2413", "heat, rent, noise". The same twice is ambiguous. */
export function readRanking(question: Question & { kind: 'ranking' }, listening: Listening, heard: Heard): Reading {
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-choice' : 'empty')
  if (heard.text.includes('<')) return misread('ambiguous') // best last?
  const picks = pickSeveral(listening, isRun(heard.said, question.choices.length) ? spread(heard) : heard)
  const inWords = 'failed' in picks ? rankedInWords(listening, heard) : undefined
  if ('failed' in picks && !inWords) return picks.failed
  const choices = 'failed' in picks ? (inWords ?? []) : picks.choices
  const codes = choices.map(({ code }) => code).filter((code) => typeof code !== 'boolean')
  return new Set(codes).size < codes.length ? misread('ambiguous') : understood(codes)
}

/** Whether the digits are each place of the list once, so that "2413" can mean nothing else. */
function isRun(said: string, places: number): boolean {
  return places <= 9 && Array.from(said).toSorted().join('') === '123456789'.slice(0, places)
}

function spread({ said }: Heard): Heard {
  return hear(Array.from(said).join(' '))
}
