/** A survey of an invented city: five modes, blocks, interviewers, households, and what people do not tell. */
import type { Item } from '#analysis/discord/item.ts'
import { type Categories, MISSING } from '#analysis/weighting/margin.ts'
import { categoryOf, type City, combinations, randomFrom, type Random, sdOf } from './city.ts'
import { ageOf, chanceOf, onPhone, placeIn } from './chances.ts'
import { type Field, goOut } from './fieldwork.ts'
import { blocks, demographics, households, missing, type Mode, modes } from './parameters.ts'

export type Survey = {
  rows: number
  areas: Categories
  modes: Categories
  demographics: Categories[]
  items: Item[]
  /** The block of a door interview, numbered over all areas; −1 elsewhere. */
  blockOf: Int32Array
  /** Who or where the interview was: interviewer, or location and day in the street; −1 where nobody was. */
  interviewerOf: Int32Array
  /** Adults of the household, 4 for more; telephone lines. */
  adults: Int8Array
  lines: Int8Array
}

/** Draws a sample of a city; city and seed decide everything. */
export function drawSurvey(city: City, interviews: number, seed: number): Survey {
  const random = randomFrom(seed)
  const counts = modes.map(({ share }) => Math.round(share * interviews))
  const rows = counts.reduce((sum, count) => sum + count, 0)
  const survey = emptySurvey(city, rows)
  let row = 0
  let interviewers = 0
  modes.forEach((mode, code) => {
    const field = goOut(city, mode, counts[code]!, random)
    const effects = Float64Array.from({ length: field.interviewers }, () => sdOf(mode.interviewer) * random.normal())
    const choose = personsOf(city, mode)
    for (let i = 0; i < counts[code]!; i++, row++) {
      const { area, block, interviewer } = field.next()
      const person = choose(area, random)
      survey.modes.codes[row] = code
      survey.areas.codes[row] = area
      if (mode.name === 'door') survey.blockOf[row] = area * blocks.perArea + block
      if (interviewer >= 0) survey.interviewerOf[row] = interviewers + interviewer
      tellHousehold(survey, row, mode, person, random)
      tellDemographics(survey, row, mode, person, random)
      answer(city, survey, row, { area, block, person, mode, interviewer: effects[interviewer] ?? 0 }, random)
    }
    interviewers += field.interviewers
  })
  return survey
}

function emptySurvey({ areas, questions }: City, rows: number): Survey {
  const column = () => new Int32Array(rows)
  return {
    rows,
    areas: { variable: 'area', labels: Array.from({ length: areas }, (_, area) => `P${area + 1}`), codes: column() },
    modes: { variable: 'mode', labels: modes.map(({ name }) => name), codes: column() },
    demographics: demographics.map(({ variable, labels }) => ({ variable, labels, codes: column() })),
    items: questions.map(({ opinion: { name, cuts } }) => ({
      name,
      options: cuts.length + 1,
      answers: new Int8Array(rows),
    })),
    blockOf: column().fill(-1),
    interviewerOf: column().fill(-1),
    adults: new Int8Array(rows),
    lines: new Int8Array(rows),
  }
}

/** Draws the combination of a respondent in an area. */
function personsOf({ people, areas }: City, mode: Mode): (area: number, random: Random) => number {
  const chances = Float64Array.from({ length: combinations }, (_, c) => chanceOf(mode, c))
  const cumulative = Array.from({ length: areas }, (_, area) => {
    let sum = 0
    return chances.map((chance, c) => (sum += chance * people[area * combinations + c]!))
  })
  return (area, { uniform }) => placeIn(cumulative[area]!, uniform)
}

function tellHousehold(survey: Survey, row: number, mode: Mode, person: number, { uniform }: Random): void {
  const age = ageOf(person)
  let sum = 0
  const adults = Float64Array.from(
    households.adults[age]!,
    (share, a) => (sum += mode.oneOfHousehold ? share / (a + 1) : share),
  )
  survey.adults[row] = 1 + placeIn(adults, uniform)
  const { withoutPhone, twoLines } = households
  // Whoever has two lines is called twice as often.
  const two = onPhone(mode) ? (2 * twoLines) / (1 + twoLines) : twoLines
  const none = onPhone(mode) ? 0 : withoutPhone[age]!
  survey.lines[row] = uniform() < none ? 0 : uniform() < two ? 2 : 1
}

function tellDemographics(survey: Survey, row: number, mode: Mode, person: number, { uniform }: Random): void {
  const untold = mode.workload > 1 ? missing.toInterviewer : missing.bySelf
  survey.demographics.forEach(({ codes }, d) => (codes[row] = uniform() < untold ? MISSING : categoryOf(person, d)))
}

type Asked = Field & { person: number; mode: Mode; interviewer: number }

function answer(
  { questions, blockEffects }: City,
  { items }: Survey,
  row: number,
  { area, block, person, mode, interviewer }: Asked,
  { uniform }: Random,
): void {
  const here = blockEffects[area * blocks.perArea + block]!
  questions.forEach(({ opinion: { cuts, interviewed }, middle, spread }, q) => {
    const u = uniform()
    const own = spread[area]! * Math.log(u / (1 - u))
    const latent = middle[area * combinations + person]! + here + own + interviewer + (interviewed ? mode.effect : 0)
    items[q]!.answers[row] = uniform() < missing.answers ? MISSING : 1 + cuts.filter((cut) => latent > cut).length
  })
}
