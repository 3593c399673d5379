import type { Mode } from '../events.ts'

/** One problem of a study, as a sentence that says the way out. */
export type Finding = {
  readonly file: string
  readonly question?: string
  /** The mode that cannot carry it; none where it is about all. */
  readonly mode?: Mode
  readonly language?: string
  /** Where in the file. */
  readonly path?: string
  readonly severity: 'error' | 'warning'
  readonly reason: string
}

export const instrumentFile = 'instrument.json'
export const studyFile = 'study.json'

/** A finding about a question of the instrument. */
export function aboutQuestion(
  question: string,
  reason: string,
  more: Partial<Pick<Finding, 'mode' | 'language' | 'path'>> & { severity?: 'warning' } = {},
): Finding {
  return { file: instrumentFile, question, severity: 'error', ...more, reason }
}

/** A finding about a place in study.json. */
export function aboutStudy(
  path: string,
  reason: string,
  more: { language?: string; severity?: 'warning' } = {},
): Finding {
  return { file: studyFile, path, severity: 'error', ...more, reason }
}

/** What zod found wrong, each at its place. */
export function fromZod(file: string, issues: readonly Issue[], question?: string): Finding[] {
  return issues.map(({ path, message }) => {
    const where = path.map(String).join('.')
    const finding = { file, severity: 'error', path: where, reason: `${message}.` } as const
    return question === undefined ? finding : { ...finding, question }
  })
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }
