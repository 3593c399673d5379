import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { converse, open, type Turn } from '#instruments/engine/converse.ts'
import { notBegun } from '#instruments/engine/interview.ts'
import { after, inTown } from './bundled.ts'
import { link, workshop } from './workshop.ts'

const bundled = new URL('../../instruments/community-trust/transcripts/', import.meta.url)
const invented = new URL('./workshop/transcripts/', import.meta.url)

const transcripts = [bundled, invented].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, file: new URL(name, folder), compiled: folder === bundled ? inTown : workshop })),
)

/**
 * A transcript has one line per message: `> ` what the resident texts, `< ` a line of our reply, `< (word)` what
 * happened or why it was not understood, `< (nothing)` for silence. Lines of a reply may be left out, not reordered.
 */
test.each(transcripts)('$name goes as written', ({ name, file, compiled }) => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const language = lines.find((line) => line.startsWith('language: '))?.slice('language: '.length) ?? 'en'
  let turn = open(compiled, notBegun, language)
  let interview = after(notBegun, turn)
  let unread = shown(turn)
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('> ')) {
      turn = converse(compiled, interview, line.slice(2), { link })
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
