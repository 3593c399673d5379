import type { AreaSource, Mode } from '#instruments/engine/events.ts'
import type { Status } from '#instruments/engine/interview.ts'
import { no, yes } from '#instruments/engine/languages/yes-no.ts'
import type { Code, Question, Translated } from '#instruments/engine/question.ts'
import { inert } from '../inert.ts'
import type { Response } from './response.ts'

/** A column of responses.csv: what it holds, for the codebook, and its cell in a row. */
export type Column = {
  readonly name: string
  readonly kind: 'text' | 'number' | 'time' | 'code'
  readonly text: Translated
  /** The choice that a column of 0 and 1 is about. */
  readonly choice?: Translated
  readonly codes?: readonly { readonly code: string | number; readonly label: Translated }[]
  readonly mayBeMissing: boolean
  readonly cell: (response: Response) => string | number | null
}

/** Codes of a question that was asked but not answered; an empty cell was not asked. */
export const missingCodes = { skipped: -7, 'dont-know': -8, refused: -9 } as const

/** The columns before the questions, in the order that contracts.md promises. */
export function interviewColumns(study: string, wave: number): Column[] {
  const column = (name: string, text: string, cell: Column['cell'], more: Partial<Column> = {}): Column => ({
    name,
    kind: 'text',
    text: { en: text },
    mayBeMissing: false,
    cell,
    ...more,
  })
  const codes = (labels: Readonly<Record<string, string>>) => ({
    kind: 'code' as const,
    codes: Object.entries(labels).map(([code, label]) => ({ code, label: { en: label } })),
  })
  const number = { kind: 'number' as const }
  const time = { kind: 'time' as const }
  return [
    column('interview_id', 'Interview', ({ id }) => id),
    column('study', 'Study', () => study),
    column('version', 'Version of the instrument', ({ version }) => version, number),
    column('wave', 'Wave', () => wave, number),
    column('mode_start', 'Mode in which the interview began', ({ modeStart }) => modeStart, codes(modes)),
    column('mode_end', 'Mode in which it ended', ({ modeEnd }) => modeEnd, codes(modes)),
    column('language', 'Language last used', ({ language }) => language),
    column(
      'area',
      'Area where the resident lives, as told, found or drawn (see area_source); empty: not known',
      ({ area }) => area && inert(area),
    ),
    column('area_source', 'How the area was found', ({ areaSource }) => areaSource, codes(areaSources)),
    column('status', 'How the interview ended', ({ status }) => status, codes(statuses)),
    column('started_at', 'Begun (UTC)', ({ begunAt }) => begunAt.toISOString(), time),
    column('completed_at', 'Completed (UTC)', ({ completedAt }) => completedAt?.toISOString() ?? null, time),
    column(
      'weight',
      'Final weight: people this interview stands for; empty: not weighed',
      ({ weight }) => weight,
      number,
    ),
    column(
      'base_weight',
      'Base weight: one divided by the chance with which this person was chosen; 1 if no sample drew them',
      ({ baseWeight }) => baseWeight,
      number,
    ),
  ]
}

const modes: Readonly<Record<Mode, string>> = {
  web: 'web',
  sms: 'text messages',
  phone: 'telephone interview',
  home: 'interviewer at the door',
  street: 'interviewer in the street',
}

const areaSources: Readonly<Record<AreaSource, string>> = {
  case: 'known from the sample',
  device: 'location of the device',
  map: 'chosen on a map',
  list: 'chosen from a list',
  zip: 'ZIP code, which lies in one area',
  zip_draw: 'drawn from the areas of the ZIP code, by the shares of its people: not known of this resident',
}

const statuses: Readonly<Record<Exclude<Status, 'not-begun'>, string>> = {
  'in-progress': 'not finished yet',
  complete: 'complete',
  ineligible: 'screened out',
  declined: 'declined to take part',
  'broken-off': 'broken off',
  'opted-out': 'asked not to be contacted again',
}

/** Questions answered in a resident's own words: they are exported only once they are scrubbed of personal details. */
export function isOpen({ kind }: Question): boolean {
  return kind === 'text' || kind === 'comment'
}

/** One column per question, or per choice where several may be chosen. Questions in own words have none. */
export function questionColumns(questions: readonly Question[]): Column[] {
  const taken = new Set(interviewColumns('', 0).map(({ name }) => name))
  return questions.flatMap(columnsOf).map((column) => {
    const name = unusedName(column.name, taken)
    taken.add(name)
    return { ...column, name }
  })
}

function columnsOf(question: Question): Column[] {
  const { name, title: text, kind } = question
  const about = { name, text, mayBeMissing: true }
  switch (kind) {
    case 'single':
    case 'rating':
    case 'boolean':
      return [{ ...about, kind: 'code', codes: question.choices.map(coded), cell: answered(name, codeOf) }]
    case 'multiple':
      return question.choices.map(({ code, label }) => ({
        ...about,
        name: `${name}_${code}`,
        kind: 'code',
        choice: label,
        codes: [
          { code: 1, label: yes },
          { code: 0, label: no },
        ],
        cell: answered(name, (value) => Number(Array.isArray(value) && value.includes(code))),
      }))
    case 'ranking':
      return question.choices.map(({ code, label }) => ({
        ...about,
        name: `${name}_${code}`,
        kind: 'number',
        choice: label,
        cell: answered(name, (value) => (Array.isArray(value) ? value.indexOf(code) + 1 : 0)),
      }))
    case 'date':
      return [{ ...about, kind: 'text', cell: answered(name, codeOf) }]
    case 'number':
      // A code below zero could be an answer where those are allowed.
      return question.min >= 0
        ? [{ ...about, kind: 'number', cell: answered(name, codeOf) }]
        : [{ ...about, kind: 'number', mayBeMissing: false, cell: ({ answers }) => numberIn(answers[name]) }]
    case 'text':
    case 'comment':
      return []
  }
}

function coded({ code, label }: { code: Code; label: Translated }) {
  return { code: codeOf(code), label }
}

/** Yes and no are 1 and 0, as every statistics program counts them. */
function codeOf(value: unknown): string | number {
  return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : inert(String(value))
}

function answered(question: string, cellOf: (value: unknown) => string | number): Column['cell'] {
  return ({ answers, given }) => {
    const value = answers[question]
    if (value !== undefined) return cellOf(value)
    const kind = given[question]?.kind
    return kind && kind !== 'answered' ? missingCodes[kind] : null
  }
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** Letters, digits and _ only, which every statistics program takes as a name. */
function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = wanted.replaceAll(/[^A-Za-z0-9_]/g, '_')
  let name = plain
  for (let n = 2; taken.has(name); n++) name = `${plain}_${n}`
  return name
}
