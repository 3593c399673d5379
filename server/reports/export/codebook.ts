import { inLanguage, type Question, titleOf, type Translated } from '#instruments/engine/question.ts'
import { inert } from '../inert.ts'
import { type Column, isOpen, missingCodes } from './response-columns.ts'

/** What a codebook describes. */
export type Codebook = {
  readonly title: string
  readonly wave: { readonly number: number; readonly title: string; readonly invented: boolean }
  readonly languages: readonly string[]
  readonly columns: readonly Column[]
  /** Questions in own words, which are not exported. */
  readonly leftOut: readonly Question[]
}

export function codebookOf(
  about: Pick<Codebook, 'title' | 'wave' | 'languages' | 'columns'>,
  questions: readonly Question[],
): Codebook {
  return { ...about, leftOut: questions.filter(isOpen) }
}

const missing: readonly { code: number; label: Translated }[] = [
  { code: missingCodes.skipped, label: { en: 'skipped', es: 'omitida' } },
  { code: missingCodes['dont-know'], label: { en: 'does not know', es: 'no sabe' } },
  { code: missingCodes.refused, label: { en: 'refused', es: 'no quiso responder' } },
]

/** One row per column and one per code, with the wording in every language. */
export function codebookRows({ columns, leftOut, languages }: Codebook): string[][] {
  const inAll = (text: Translated) => languages.map((language) => inert(inLanguage(text, language)))
  const header = ['column', 'row', 'code', ...languages]
  const described = columns.flatMap(({ name, kind, text, choice, codes = [], mayBeMissing }) => [
    [name, kind, '', ...inAll(text)],
    ...(choice ? [[name, 'choice', '', ...inAll(choice)]] : []),
    ...codes.map(({ code, label }) => [name, 'label', String(code), ...inAll(label)]),
    ...(mayBeMissing ? missing.map(({ code, label }) => [name, 'missing', String(code), ...inAll(label)]) : []),
  ])
  return [header, ...described, ...leftOut.map(({ name, title }) => [name, 'left out', '', ...inAll(title)])]
}

/** The same for people to read. */
export function codebookText({ title, wave, languages, columns, leftOut }: Codebook): string {
  const lines = [
    `# ${title}: codebook of wave ${wave.number}, ${wave.title}`,
    '',
    ...(wave.invented ? ['**Invented data from a rehearsal. Nobody was asked.**', ''] : []),
    'One row of responses.csv is one interview. An empty cell means that the question was not asked, or not yet.',
    `In the columns of questions ${missing.map(({ code, label }) => `${code} means ${inLanguage(label, 'en')}`).join(', ')}.`,
    '',
  ]
  for (const column of columns) lines.push(...columnText(column, languages), '')
  if (leftOut.length > 0) {
    lines.push('## Left out', '', 'Answers in a resident’s own words may name people, so they are not exported:', '')
    for (const question of leftOut) lines.push(`- ${question.name}: ${oneLine(titleOf(question, 'en'))}`)
    lines.push('')
  }
  return lines.join('\n')
}

function columnText({ name, text, choice, codes = [] }: Column, languages: readonly string[]): string[] {
  const inAll = (one: Translated) => languages.map((language) => oneLine(inLanguage(one, language)))
  const choices = choice ? inAll(choice).map((label) => `: ${label}`) : []
  const wordings = inAll(text).map((wording, i) => `${wording}${choices[i] ?? ''}`)
  const isOneForAll = new Set(wordings).size === 1
  return [
    `## ${name}`,
    '',
    ...(isOneForAll ? wordings.slice(0, 1) : wordings.map((wording, i) => `- ${languages[i]}: ${wording}`)),
    ...(codes.length > 0
      ? ['', `| code | ${languages.join(' | ')} |`, `| --- | ${languages.map(() => '---').join(' | ')} |`]
      : []),
    ...codes.map(({ code, label }) => `| ${code} | ${inAll(label).join(' | ')} |`),
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}
