import { line } from '#instruments/engine/languages/index.ts'
import type { Choice } from '#instruments/engine/question.ts'
import { plain } from '#instruments/engine/replies/plain.ts'
import type { Deps } from '#server/deps.ts'
import type { Wave } from '#server/store/waves.ts'
import type { Fielded } from '../read-interview.ts'
import { numbered, type Picking, pick } from './pick.ts'

/** The studies that may be meant by a text which belongs to no conversation; the one that is open longest comes first. */
export type Studies = {
  readonly open: readonly Fielded[]
  readonly paused: readonly Wave[]
}

/** @param sentTo  the study that owns the number which was texted; null: any */
export async function studiesFor(deps: Deps, sentTo: string | null): Promise<Studies> {
  const waves = (await deps.conversations.waves()).filter(({ study_id }) => sentTo === null || study_id === sentTo)
  const open = waves.filter(({ status }) => status === 'open')
  return {
    open: await Promise.all(open.map(async (wave) => ({ wave, compiled: await deps.compiledFor(wave) }))),
    paused: waves.filter(({ status }) => status === 'paused'),
  }
}

/** The study whose keyword or name a text begins with, and what else it says. */
export function named(open: readonly Fielded[], text: string): { fielded: Fielded; rest: string } | undefined {
  const [, first = '', rest = ''] = /^\W*([\p{L}\p{N}-]+)\W*(.*)$/su.exec(text) ?? []
  const word = first.toLowerCase()
  const fielded = open.find(
    ({ compiled: { study } }) => word === study.id || word === study.texts.keyword?.toLowerCase(),
  )
  return fielded && { fielded, rest }
}

export function askWhichStudy(
  open: readonly Fielded[],
  language: string,
): { reply: string; options: readonly string[] } {
  const choices = choicesOf(open)
  return {
    reply: numbered(line(language, 'whichSurvey'), choices, language),
    options: choices.map(({ code }) => String(code)),
  }
}

/** The study whose title, keyword or number on the list a text says. */
export function readStudy(open: readonly Fielded[], text: string, language: string): Picking {
  return named(open, text)?.fielded.wave.study_id ?? pick(choicesOf(open), plain(text), language)
}

function choicesOf(open: readonly Fielded[]): Choice[] {
  return open.map(({ wave, compiled }) => ({ code: wave.study_id, label: compiled.study.title }))
}
