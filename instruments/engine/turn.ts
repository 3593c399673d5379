import { closingOf } from './closing.ts'
import type { Compiled } from './compile.ts'
import type { Happening } from './events.ts'
import { apply, type Interview } from './interview.ts'
import { prompt } from './prompts/index.ts'
import { readyToText } from './prompts/ready-to-text.ts'
import { inLanguage, type Question } from './question.ts'
import { completion, nextQuestion } from './route.ts'

/** What one incoming text leads to. An empty reply means: say nothing. */
export type Turn = {
  readonly happenings: readonly (Happening & { readonly language: string })[]
  readonly reply: string
  /** Why a person should read this text too; nothing when it needs nobody. */
  readonly forHuman?: ForHuman
  /** Whether the text wants no more of ours: that goes into the ledger. */
  readonly asksToStop?: true
}

/** Why a text goes to a person: nobody may be misread, and nobody who may have said stop is texted again. */
export type ForHuman = 'opt-out-in-doubt' | 'not-understood' | 'question' | 'media'

/** A turn while it is being made: the interview as it stands by now and what is to be said. */
export type Making = Turn & {
  readonly compiled: Compiled
  readonly interview: Interview
  readonly language: string
  /** The personal link with which this interview goes on on the web. */
  readonly link?: string | undefined
}

export function making(
  compiled: Compiled,
  interview: Interview,
  { language, link }: Pick<Making, 'language' | 'link'>,
): Making {
  return { compiled, interview, language, link, happenings: [], reply: '' }
}

/** One more thing has happened. */
export function happened(turn: Making, happening: Happening): Making {
  const { language, interview, happenings } = turn
  // The fold looks at neither id, actor nor time; the caller gives those when it stores the event.
  const event = { ...happening, id: '', at: '', actor: 'respondent', mode: 'sms', language } as const
  return { ...turn, interview: apply(interview, event), happenings: [...happenings, { ...happening, language }] }
}

/** A line more in the reply. */
export function saying(turn: Making, text: string): Making {
  return { ...turn, reply: turn.reply === '' ? text : `${turn.reply}\n\n${text}` }
}

/** The same question again, without a new event. */
export function askingAgain(turn: Making, question: Question): Making {
  return asking(turn, question, true)
}

function asking(turn: Making, question: Question, again: boolean): Making {
  const { compiled, interview, language, link } = turn
  return saying(turn, prompt(compiled, interview, question, language, { link, again }))
}

/**
 * The next question that is open, or the end with the study's last words.
 *
 * @param afterPause  whether the last text may be long gone: then the question says everything again
 */
export function goingOn(turn: Making, { afterPause = false } = {}): Making {
  const { compiled, interview, language } = turn
  const next = nextQuestion(compiled, interview)
  if (next) return asking(happened(turn, { type: 'asked', question: next.name }), next, afterPause)
  const verdict = completion(compiled, interview)
  if (!verdict.may) throw new Error(`${verdict.question} is required, not answered and yet not next`)
  const ended = happened(turn, { type: 'completed', outcome: verdict.outcome })
  return saying(ended, inLanguage(closingOf(compiled.study, verdict.outcome), language))
}

/** A person should read this text too. */
export function showing(turn: Making, forHuman: ForHuman): Making {
  return { ...turn, forHuman }
}

export function made({ happenings, reply, forHuman, asksToStop, language }: Making): Turn {
  return {
    happenings,
    reply: readyToText(reply, language),
    ...(forHuman && { forHuman }),
    ...(asksToStop && { asksToStop }),
  }
}
