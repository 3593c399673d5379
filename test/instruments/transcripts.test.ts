import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { converse, open, type Turn } from '#instruments/engine/converse.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { after, inTown } from './bundled.ts'

const folder = new URL('../../instruments/community-trust/transcripts/', import.meta.url)
const transcripts = readdirSync(folder).filter((name) => name.endsWith('.txt'))

/**
 * A transcript has one line per message: `> ` what the resident texts, `< ` a line of our reply, `< (word)` what
 * happened or why it was not understood, `< (nothing)` for silence. Lines of a reply may be left out, not reordered.
 */
test.each(transcripts)('%s goes as written', (name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  const language = lines.find((line) => line.startsWith('language: '))?.slice('language: '.length) ?? 'en'
  let turn = open(inTown, notBegun, language)
  let interview = after(notBegun, turn)
  let unread = shown(turn)
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('> ')) {
      turn = converse(inTown, interview, line.slice(2))
      interview = after(interview, turn)
      unread = shown(turn)
    } else if (line.startsWith('< ')) {
      const at = unread.indexOf(line.slice(2))
      expect(unread, `line ${i + 1} of ${name}`).toContain(line.slice(2))
      unread = unread.slice(at + 1)
    }
  }
  expect(transcripts.length).toBeGreaterThan(9)
})

/** What happened, in parentheses, then the reply line by line. */
function shown({ happenings, reply }: Turn): string[] {
  const happened = happenings.map((happening) => {
    if (happening.type === 'not-understood') return `(${happening.reason})`
    return happening.type === 'completed' ? `(completed: ${happening.outcome})` : `(${happening.type})`
  })
  return [...happened, ...(reply === '' ? ['(nothing)'] : reply.split('\n'))]
}
