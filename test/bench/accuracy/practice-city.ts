/**
 * The practice city with truth (`../shared/reference/data/sim_small`): 20 precincts, 2,400 interviews. Our estimates in
 * the form of its scoring script, scored by it where Python is, beside the scores that came with the city.
 * `npm run bench:practice`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Categories } from '#analysis/weighting/margin.ts'
import { categoryOf, combinations } from './city.ts'
import { type Followed, type Figures, followSurvey } from './follow-survey.ts'
import type { Survey } from './sample.ts'

const folder = join(import.meta.dirname, '../../../../shared/reference')
const data = join(folder, 'data/sim_small')

export const practiceCityIsThere = (): boolean => existsSync(data)

type Row = Record<string, string>
const read = (file: string): Row[] => parse(readFileSync(join(data, file)), { columns: true })

const known = {
  age: ['18-29', '30-44', '45-59', '60-74', '75+'],
  sex: ['F', 'M'],
  race: ['white', 'black', 'hispanic', 'asian', 'other'],
  edu: ['hs_or_less', 'some_college', 'ba_plus'],
}
const variables = Object.entries(known)
const questions = ['q_support', 'q_safety']

/** The city and its survey, in the form of the invented ones. */
export function practiceCity(): { city: Followed; survey: Survey; precincts: string[] } {
  const covariates = read('small_precinct_covariates.csv')
  const precincts = covariates.map(({ precinct }) => precinct!)
  const boroughs = [...new Set(covariates.map(({ borough }) => borough!))]
  const people = new Float64Array(precincts.length * combinations)
  const places = new Map(
    Array.from({ length: combinations }, (_, c) => [variables.map(([, own], d) => own[categoryOf(c, d)]).join(), c]),
  )
  for (const row of read('small_poststrat_cells.csv')) {
    const place = places.get(variables.map(([variable]) => row[variable]).join())
    if (place === undefined) throw new Error(`The practice city has an unknown group in precinct ${row.precinct}.`)
    people[precincts.indexOf(row.precinct!) * combinations + place] = Number(row.adults)
  }
  const truths = read('small_truth_precinct.csv')
  const column = (name: string) => Float64Array.from(covariates, (row) => Math.log(Number(row[name])))
  const city: Followed = {
    areas: precincts.length,
    boroughOf: Int32Array.from(covariates, ({ borough }) => boroughs.indexOf(borough!)),
    people,
    populations: Float64Array.from(precincts, (_, area) =>
      people.subarray(area * combinations, (area + 1) * combinations).reduce((sum, count) => sum + count, 0),
    ),
    covariates: [column('crime_rate'), column('median_income_k'), column('stops_per_1000')],
    questions: questions.map((question) => ({
      truth: precincts.map((precinct) => {
        const row = truths.find((each) => each.outcome === question && each.precinct === precinct)!
        return {
          support: Number(row.support),
          net: Number(row.net),
          polarization: Number(row.polarization),
          gap: Number(row.gap_race),
        }
      }),
    })),
  }
  return { city, survey: practiceSurvey(precincts), precincts }
}

function practiceSurvey(precincts: string[]): Survey {
  const rows = read('small_sample.csv')
  const coded = (variable: string, labels: readonly string[], from = variable): Categories => ({
    variable,
    labels,
    codes: Int32Array.from(rows, (row) => labels.indexOf(row[from]!)),
  })
  const units = [...new Set(rows.map(({ psu }) => psu))]
  return {
    rows: rows.length,
    areas: coded('area', precincts, 'precinct'),
    modes: coded('mode', ['web', 'sms', 'phone', 'door', 'street']),
    demographics: variables.map(([variable, labels]) => coded(variable, labels)),
    items: questions.map((name) => ({
      name,
      options: 5,
      answers: Int8Array.from(rows, (row) => (row[name] ? Number(row[name]) : -1)),
    })),
    blockOf: new Int32Array(rows.length).fill(-1),
    // Blocks and locations are the units that it names; interviewers it does not tell.
    interviewerOf: Int32Array.from(rows, ({ mode, psu }) =>
      mode === 'door' || mode === 'street' ? units.indexOf(psu) : -1,
    ),
    adults: Int8Array.from(rows, ({ hh_adults }) => Math.min(4, Number(hh_adults))),
    lines: Int8Array.from(rows, ({ phone_lines }) => Math.min(3, Number(phone_lines))),
  }
}

/** Estimates in the columns of score_truth.py. */
export function estimatesCsv(found: readonly Figures[], precincts: readonly string[]): string {
  const lines = found.flatMap(({ question, measure, method, figures }) =>
    figures.map(({ area, estimate, se, low, high }) =>
      [question, precincts[area], measure === 'gap' ? 'gap_race' : measure, estimate, se, low, high, method].join(','),
    ),
  )
  return ['outcome,precinct,measure,estimate,se,ci_low,ci_high,method', ...lines].join('\n')
}

/**
 * Follows the survey of the practice city and has it scored.
 *
 * @returns  lines of score_truth.py, by outcome, measure and method; undefined without Python
 */
export function scorePracticeCity(): { found: Figures[]; scores: string | undefined } {
  const { city, survey, precincts } = practiceCity()
  const found = followSurvey(city, survey, 1)
  const own = mkdtempSync(join(tmpdir(), 'practice-city-'))
  try {
    const file = join(own, 'estimates.csv')
    writeFileSync(file, estimatesCsv(found, precincts))
    const run = spawnSync('python3', [join(folder, 'score_truth.py'), file, join(data, 'small_truth_precinct.csv')])
    return { found, scores: run.status === 0 ? run.stdout.toString() : undefined }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** Prints the scores of ours, and then those that came with the city. */
export function benchPracticeCity(print: (line: string) => void = console.log): void {
  if (!practiceCityIsThere()) return print('The practice city is absent: nothing is scored.')
  const { scores } = scorePracticeCity()
  print(scores === undefined ? 'There is no python3 to score the practice city.' : 'Ours')
  for (const line of (scores ?? '').trim().split('\n'))
    print(
      line
        .split(',')
        .map((cell, i) => cell.padEnd(i < 3 ? 15 : 9))
        .join(''),
    )
  print('\nThe scores that came with it')
  print(readFileSync(join(data, 'baseline_scores.txt'), 'utf8'))
}

if (import.meta.main) benchPracticeCity()
