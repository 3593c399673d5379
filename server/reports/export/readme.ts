import { missingCodes } from './response-columns.ts'

/** What the README of an export tells. */
export type ExportNotes = {
  readonly title: string
  readonly wave: { readonly number: number; readonly title: string; readonly invented: boolean }
  readonly interviews: number
  readonly exportedAt: Date
  /** Undefined while the wave has no weights. */
  readonly run:
    | {
        readonly id: string
        readonly snapshotHash: string
        readonly program: string
        readonly interviews: number
        readonly margins: readonly string[]
        readonly areaTotals: boolean
        readonly universe: string
      }
    | undefined
  readonly estimated: boolean
  /** A question with numbers for answers, for an example. */
  readonly example: string
}

const codes = Object.values(missingCodes)

/** README.txt: what the files are, how the weights were made, and how to read them elsewhere. */
export function exportReadme({ title, wave, interviews, exportedAt, run, estimated, example }: ExportNotes): string {
  return [
    `${title}: wave ${wave.number}, ${wave.title}`,
    ...(wave.invented ? ['INVENTED DATA from a rehearsal. Nobody was asked.'] : []),
    `${interviews} interviews, written ${exportedAt.toISOString()}`,
    '',
    'FILES',
    'responses.csv    one row per interview, codes in place of labels; UTF-8, commas. For analysts only: what is withheld',
    '                 can be worked out from it, and a rare combination of answers may point to a person.',
    'codebook.csv/.md every column, its question and its codes in every language; what was left out',
    estimated
      ? 'estimates.csv    every estimate for the city (empty area) and its areas; shares and net support in parts of one'
      : 'estimates.csv    empty: nothing was estimated yet (npx canvass estimate)',
    '                 A withheld estimate has the reason and no number: it is too thin, or would give another away.',
    ...(run ? ['weighting.json   recipe and diagnostics of the weights; differences of the estimates by mode'] : []),
    '',
    'STATISTICS',
    'net            share of favourable answers minus share of unfavourable ones; -1 to 1',
    'support        share of favourable answers; 0 to 1',
    'polarization   four times the variance of the place on the scale, less what a small sample leaves out: 0 when all',
    '               answer the same, 1 when half stand at each end; only of questions with four answers or more',
    'mean           mean place on the scale, from 0 (least favourable) to 1',
    'share          share of a choice among those who answered',
    'A measure of several questions averages their figures; each stands alone as <measure>.<question>.',
    'Shares are of those who answered: skipped, refused and "does not know" count nowhere.',
    'se             standard error; low and high are the limits of the 95 % interval, which is not always symmetric',
    'n              answers; of several questions, of the one with the fewest',
    'n_effective    answers of a simple random sample that would be as precise for this figure; design_effect = n over it, about',
    'One interval in twenty misses. Among many areas and questions some differences stand out by chance alone: correct for it.',
    '',
    'WEIGHTS',
    ...(run ? weightLines(run) : ['This wave has no weights yet (npx canvass weigh): the columns are empty.']),
    '',
    'READING responses.csv',
    `Codes ${codes.join(', ')} stand for skipped, does not know and refused; an empty cell was not asked.`,
    ...(run ? ['Interviews without a weight were not completed, or came later: leave them out of estimates.'] : []),
    '',
    'R',
    `  responses <- read.csv("responses.csv", na.strings = c("", ${codes.map((code) => `"${code}"`).join(', ')}))`,
    '  design <- survey::svydesign(ids = ~1, weights = ~weight, data = subset(responses, !is.na(weight)))',
    'Python',
    `  responses = pandas.read_csv("responses.csv", na_values=[${codes.join(', ')}]).dropna(subset=["weight"])`,
    `  numpy.average(responses.${example}.dropna(), weights=responses.weight[responses.${example}.notna()])`,
    'Stata',
    '  import delimited responses.csv, clear case(preserve) stringcols(1)',
    `  mvdecode _all, mv(${Math.min(...codes)}/${Math.max(...codes)})`,
    '  svyset interview_id [pweight = weight]',
    'SPSS',
    '  File > Import Data > CSV Data, with UTF-8 and commas; then:',
    '  WEIGHT BY weight.',
    '',
  ].join('\n')
}

function weightLines(run: NonNullable<ExportNotes['run']>): string[] {
  const margins = [...(run.areaTotals ? ['people by area'] : []), ...run.margins]
  return [
    `Run ${run.id} of ${run.program} over ${run.interviews} complete interviews, snapshot ${run.snapshotHash}.`,
    `Calibrated to ${margins.join(', ')}; the weights sum to the people of ${run.universe}, and every margin is met.`,
    'weight = base_weight x nonresponse x composition x calibration x trimming; weighting.json says what the study uses of',
    'them, and in diagnostics.intake what they did. People who did not tell a category keep what the other margins give them.',
    'The standard errors in estimates.csv know of the calibration, of the strata of a drawn sample and of the units that',
    'the study names (blocks, households), and take people else as drawn one by one; a design with the weights alone usually',
    'gives larger ones. They do not know of wrong or drawn areas (area_source zip_draw), nor of people whom no weight can',
    'stand for.',
  ]
}
