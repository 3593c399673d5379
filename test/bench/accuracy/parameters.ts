/**
 * The invented cities of `npm run bench:accuracy`: every number, and why it is realistic. Only seeds and sizes change
 * between runs.
 *
 * Numbers were set by facts, not by the scores that come out. After the first runs three were corrected because the cities
 * did not have what is said here: areas differed by 0.10 beyond the covariates instead of 0.08 (`areaSd`), modes' replies
 * were evener than the practice city's (`replies`), and addresses came as people are many (`allocation`).
 */

/** A number for each category of each demographic. */
type ByCategory = {
  age: readonly number[]
  sex: readonly number[]
  race: readonly number[]
  education: readonly number[]
}
export type Demographic = keyof ByCategory

export const demographics: { variable: Demographic; labels: readonly string[] }[] = [
  { variable: 'age', labels: ['18-29', '30-44', '45-59', '60-74', '75+'] },
  { variable: 'sex', labels: ['female', 'male'] },
  { variable: 'race', labels: ['white', 'black', 'hispanic', 'asian', 'other'] },
  { variable: 'education', labels: ['high school', 'some college', 'degree'] },
]

/**
 * Places. 77 police precincts in five boroughs of 22, 23, 16, 12 and 4, as in New York. Adults per precinct in the 2020
 * census: 90,600 on average, with a standard deviation of 0.43 on the log scale.
 */
export const places = { boroughs: [22, 23, 16, 12, 4], meanAdults: 90_600, adultsLogSd: 0.43 }

/**
 * Composition. City shares: 2020 census and American Community Survey 2018–2022. Precincts differ from the city, as
 * standard deviation of the log share, by 1.1 to 1.2 for white, black and Asian, 0.7 for Hispanic, 0.4 for other, 0.5
 * for education, 0.2 for age and 0.04 for sex in the same sources. Income, crime and the groups who live somewhere hang
 * together, by one factor here that is called hardship (standard normal): `withHardship` is what it adds to log shares,
 * so that correlations of its indicators with the black and Hispanic share come to about 0.5, as they do in the census.
 */
export const composition: { shares: ByCategory; logSd: ByCategory; withHardship: ByCategory } = {
  shares: {
    age: [0.22, 0.28, 0.24, 0.17, 0.09],
    sex: [0.53, 0.47],
    race: [0.33, 0.21, 0.28, 0.15, 0.03],
    education: [0.36, 0.25, 0.39],
  },
  logSd: {
    age: [0.2, 0.2, 0.15, 0.2, 0.25],
    sex: [0.04, 0.04],
    race: [0.95, 1, 0.55, 1.05, 0.4],
    education: [0.3, 0.2, 0.3],
  },
  withHardship: {
    age: [0, 0, 0, 0, 0],
    sex: [0, 0],
    race: [-0.55, 0.55, 0.4, -0.2, 0],
    education: [0.3, 0, -0.35],
  },
}

/**
 * Opinion: an ordered logit of five answers. Two questions: one that interviewers change and one that they do not.
 *
 * - Cuts: with them 30 to 37 % are favorable in the city and polarization is 0.4, the level of the practice city
 *   (`../shared/reference/data/sim_small`) and of confidence in police in big cities.
 * - Race: Gallup's confidence in police was 56 % among white, 45 % among Hispanic and 27 % among black adults in
 *   2015–2021, up to 1.2 between white and black on the logit scale; 0.75 remains here between neighbors (0.73 in the
 *   practice city), the rest being between neighborhoods. On safety people differ half as much (0.3 there).
 * - Age: the practice city's 20 % at 18–29 and 46 % at 75 and over, which is Gallup's order too.
 * - `meeting`: a group's distance from the others differs between areas, by 0.35 and 0.2 (practice city: 0.25 to 0.66
 *   and 0.13 to 0.37 with its sampling of groups).
 * - Areas: hardship and a rest of their own, such that the standard deviation of the share between areas and what of it
 *   three covariates do not explain (their own error and who lives there included) are near those of the practice city:
 *   0.118 and 0.084 for support over 25 cities (there 0.114 and 0.079), 0.127 and 0.084 for safety (0.126 and 0.082).
 * - `spreadLogSd`: how far neighbors lie apart differs between areas. 0.28 is what the product's simulation has; it gives
 *   polarization a standard deviation of 0.1 between areas (practice city: 0.09 to 0.11).
 */
export type Opinion = {
  name: string
  /** Whether interviewers change the answers. */
  interviewed: boolean
  cuts: readonly number[]
  groups: ByCategory
  meetingSd: number
  hardship: number
  areaSd: number
  spreadLogSd: number
}
const groups = { age: [-0.5, -0.22, 0.08, 0.42, 0.55], sex: [0.04, -0.04], education: [0.1, 0, -0.1] }
export const opinions: Opinion[] = [
  {
    name: 'support',
    interviewed: true,
    cuts: [-1.5, -0.3, 0.75, 2],
    groups: { ...groups, race: [0.3, -0.45, -0.1, 0.2, 0] },
    meetingSd: 0.35,
    hardship: -0.38,
    areaSd: 0.21,
    spreadLogSd: 0.28,
  },
  {
    name: 'safety',
    interviewed: false,
    cuts: [-1.6, -0.6, 0.5, 1.8],
    groups: { ...groups, race: [0.15, -0.15, -0.05, 0.1, 0] },
    meetingSd: 0.2,
    hardship: -0.46,
    areaSd: 0.28,
    spreadLogSd: 0.25,
  },
]

/**
 * Covariates of an area (log income, log crime rate, log rate of stops): indicators of hardship with these correlations
 * and an error of their own. Those of the practice city explain 52 to 58 % of the variance of support between areas.
 */
export const covariateCorrelations = [-0.85, 0.8, 0.75]

/**
 * Blocks: neighbors agree a little more than people of the same area do. An intraclass correlation of 0.02 to 0.05 is
 * usual for attitudes in area samples of whole countries (Kish 1965; O'Muircheartaigh & Campanelli 1998, JRSS A 161,
 * 63–77, with interviewers of the same order); within a precinct 0.02 is left.
 */
export const blocks = { perArea: 100, intraclass: 0.02 }

/**
 * Modes.
 * - `share`: of all interviews, as in the practice city.
 * - `effect`: on the logit scale, those of statistics.md, section 8. They are 3 to 9 points; Pew's experiment of phone
 *   against web (2015) found 5.5 points on average over 60 questions.
 * - `interviewer`: intraclass correlation of answers to the same interviewer. Monitored telephone rooms: about 0.01
 *   (Groves & Magilavy 1986, POQ 50, 251–266); in the field 0.02 (0.03 is called typical by West et al. 2022, Survey
 *   Methodology 48).
 * - `workload`: interviews by interviewer, in the street by location and day. 35 to 60 are usual.
 * - `replies`: relative chances to answer, by category: the mode's share of respondents over that of the people in the
 *   practice city, to 0.05. The web overstates degrees, phones age, texts youth, doors are the most even.
 * - `allocation`: addresses are drawn in equal numbers from each area, since the survey is there to tell about each of
 *   them (Bankier 1988, The American Statistician 42, 174–177, on allocations for areas and their whole); telephone
 *   numbers and people in the street come as people are many.
 * - `oneOfHousehold`: one adult of an address is asked, so that people in large households are asked less.
 */
export type Mode = {
  name: 'web' | 'sms' | 'phone' | 'door' | 'street'
  share: number
  effect: number
  interviewer: number
  workload: number
  allocation: 'equal' | 'people'
  oneOfHousehold: boolean
  replies: ByCategory
}
const sex = [1.1, 0.9]
export const modes: Mode[] = [
  {
    name: 'web',
    share: 0.33,
    effect: 0,
    interviewer: 0,
    workload: 1,
    allocation: 'equal',
    oneOfHousehold: true,
    replies: { sex, age: [0.95, 1.3, 1, 0.85, 0.55], race: [1.35, 0.75, 0.65, 1.25, 0.8], education: [0.45, 1, 1.75] },
  },
  {
    name: 'sms',
    share: 0.23,
    effect: 0,
    interviewer: 0,
    workload: 1,
    allocation: 'people',
    oneOfHousehold: false,
    replies: { sex, age: [1.35, 1.2, 0.9, 0.65, 0.2], race: [1.3, 0.75, 0.9, 1, 0.85], education: [0.75, 1, 1.35] },
  },
  {
    name: 'phone',
    share: 0.18,
    effect: 0.25,
    interviewer: 0.01,
    workload: 50,
    allocation: 'people',
    oneOfHousehold: false,
    replies: { sex, age: [0.45, 0.8, 1, 1.9, 1.7], race: [1.6, 1.05, 0.75, 0.65, 0.9], education: [0.75, 1, 1.35] },
  },
  {
    name: 'door',
    share: 0.17,
    effect: 0.4,
    interviewer: 0.02,
    workload: 50,
    allocation: 'equal',
    oneOfHousehold: true,
    replies: { sex, age: [0.8, 0.8, 1, 1.55, 1.3], race: [1, 1.2, 1, 0.9, 0.5], education: [0.85, 1.1, 1.1] },
  },
  {
    name: 'street',
    share: 0.09,
    effect: 0.15,
    interviewer: 0.02,
    workload: 25,
    allocation: 'people',
    oneOfHousehold: false,
    replies: {
      sex,
      age: [1.35, 1.05, 1.05, 0.65, 0.35],
      race: [0.85, 1.25, 1.2, 0.7, 0.6],
      education: [1.05, 0.85, 1.15],
    },
  },
]

/**
 * Fieldwork. Six interviews are had on a block by door. Areas answer more or less than their people would, by 15 % (log).
 * Four of five people who stop in a street live in its precinct, the others in its borough.
 */
export const fieldwork = { perBlock: 6, areaRepliesLogSd: 0.15, livesNearby: 0.8 }

/**
 * Households: adults in the household of somebody of this age (1, 2, 3, 4 and more), American Community Survey; phones:
 * share without one (2 %, 8 % from 75) and with two lines (15 %), National Health Interview Survey.
 */
export const households = {
  adults: [
    [0.15, 0.4, 0.25, 0.2],
    [0.22, 0.52, 0.15, 0.11],
    [0.22, 0.45, 0.2, 0.13],
    [0.33, 0.45, 0.14, 0.08],
    [0.45, 0.38, 0.11, 0.06],
  ],
  withoutPhone: [0.02, 0.02, 0.02, 0.02, 0.08],
  twoLines: 0.15,
}

/** Not told: 5 % of each demographic (the figure), less to interviewers; 3 % of the answers ("don't know"). */
export const missing = { bySelf: 0.056, toInterviewer: 0.042, answers: 0.03 }

/** Groups whose gap is measured. */
export const gapBy: Demographic = 'race'
