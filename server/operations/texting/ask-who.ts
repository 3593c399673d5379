import { line } from '#instruments/engine/languages/index.ts'
import type { Choice } from '#instruments/engine/question.ts'
import type { Deps } from '#server/deps.ts'
import type { Thread } from '#server/store/threads.ts'
import { numbered, type Picking, pick } from './pick.ts'

/** What stands for somebody who is none of the people we know of. */
export const somebodyElse = ''

/**
 * Asks who of the people on a shared phone is texting, by given name, or by the day on which we wrote to them.
 * Undefined where nothing would tell them apart: then the one who was written to last is answered.
 */
export function askWho(
  deps: Pick<Deps, 'sealer'>,
  people: readonly Thread[],
  language: string,
): { readonly reply: string; readonly options: readonly string[] } | undefined {
  const choices = choicesOf(deps, people, language)
  const labels = new Set(choices.map(({ label }) => label[language]))
  if (labels.size < choices.length) return undefined
  return {
    reply: numbered(line(language, 'whoIsThere'), choices, language),
    options: choices.map(({ code }) => String(code)),
  }
}

/** Whose name or number on the list a text says. */
export function readWho(
  deps: Pick<Deps, 'sealer'>,
  people: readonly Thread[],
  text: string,
  language: string,
): Picking {
  return pick(choicesOf(deps, people, language), text, language)
}

function choicesOf({ sealer }: Pick<Deps, 'sealer'>, people: readonly Thread[], language: string): Choice[] {
  return [
    ...people.map(({ interview, name, begunAt }) => ({
      code: interview.id,
      label: {
        [language]:
          (name && givenName(sealer.unseal(name))) ?? line(language, 'writtenTo', { date: dayIn(language, begunAt) }),
      },
    })),
    { code: somebodyElse, label: { [language]: line(language, 'someoneElse') } },
  ]
}

/** The first of the given names, also where the family name stands first: "Rivera, Ana María". */
function givenName(name: string): string | undefined {
  const [before = '', after] = name.split(',')
  return (after ?? before).trim().split(/\s+/)[0] || undefined
}

/** Residents live by the study's city's clock. */
function dayIn(language: string, at: Date): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'America/New_York' }).format(at)
}
