import { closingOf } from '#instruments/engine/closing.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import { type Frame, renderPage } from './render.ts'
import type { Visit } from './visit.ts'
import { wordsIn } from './words/index.ts'

type NoticeName = 'left' | 'closed' | 'paused' | 'noCookies' | 'stopped'

/** A page that only tells something, with a way on where there is one. */
export function noticePage(frame: Frame, name: NoticeName): string {
  const words = wordsIn(frame.language)
  const { title, text } = words[name]
  return renderPage('notice', frame, { heading: title, text, links: linksOf(name, frame) })
}

function linksOf(name: NoticeName, { study, language }: Frame): { href: string; label: string }[] {
  const { begin, seeResults } = wordsIn(language)
  switch (name) {
    case 'left':
    case 'noCookies':
      return [{ href: `/s/${study.id}?lang=${language}`, label: begin }]
    case 'closed':
      return [{ href: `/results/${study.id}?lang=${language}`, label: seeResults }]
    case 'paused':
    case 'stopped':
      return []
  }
}

/** The page of a visit in which nothing is asked any more: the study's last words, or that it takes no answers. */
export function endPage(visit: Visit, path: string): string {
  const { compiled, interview, language, wave, state } = visit
  const frame = { study: compiled.study, language, invented: wave.invented, path, holds: state === 'over' }
  if (state === 'closed' || state === 'paused') return noticePage(frame, state)
  const { status } = interview
  if (status !== 'complete' && status !== 'ineligible' && status !== 'declined') return noticePage(frame, 'stopped')
  return renderPage('notice', frame, {
    heading: wordsIn(language).titles[status],
    text: inLanguage(closingOf(compiled.study, status), language),
    status,
  })
}
