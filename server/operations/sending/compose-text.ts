import type { Compiled } from '#instruments/engine/compile.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import { line } from '#instruments/engine/languages/index.ts'
import { prompt } from '#instruments/engine/prompts/index.ts'
import { readyToText } from '#instruments/engine/prompts/ready-to-text.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import { nextQuestion, visibleQuestions } from '#instruments/engine/route.ts'

/**
 * The first text: who asks, why, how long, how to stop (decisions.md 9). The first question waits for the answer, whatever
 * that is: before it stand eligibility and consent, and a text of one part fewer reaches more people for the same money.
 *
 * @param link  the personal link: told where the study offers the web as well
 */
export function invitationText({ study }: Compiled, language: string, link: string): string {
  return withLink(study, line(language, 'invitation', blanks(study, language)), language, link)
}

/**
 * To an interview that has not begun: the invitation in short. To one that has: the question on which it stopped.
 *
 * @param link  the personal link: told where the study offers the web as well, or the question is asked there alone
 */
export function reminderText(compiled: Compiled, interview: Interview | null, language: string, link: string): string {
  const { study } = compiled
  const open = interview && questionOf(compiled, interview)
  if (!open) return withLink(study, line(language, 'reminder', blanks(study, language)), language, link)
  const asked = prompt(compiled, interview, open, language, { link, again: true })
  return readyToText(`${line(language, 'reminderGoOn', blanks(study, language))}\n\n${asked}`, language)
}

function withLink({ texts }: Compiled['study'], text: string, language: string, link: string): string {
  return readyToText(texts.offerLink ? `${text} ${line(language, 'onTheWeb', { link })}` : text, language)
}

function questionOf(compiled: Compiled, interview: Interview) {
  const awaited = visibleQuestions(compiled, interview).find(({ name }) => name === interview.awaiting)
  return awaited ?? nextQuestion(compiled, interview)
}

function blanks({ sponsor, purpose, minutes }: Compiled['study'], language: string) {
  return { sponsor: inLanguage(sponsor, language), purpose: inLanguage(purpose, language), minutes }
}
