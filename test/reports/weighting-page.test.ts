import { describe, expect, test } from 'vitest'
import type { WeightingAccount } from '#server/reports/weighting/account.ts'
import { weightingPage } from '#server/reports/weighting/weighting-page.ts'
import { everyConcern, everyIntake, weightingAccount } from '#test/support/weighting-account.ts'

const frame = (language: string) => ({ language, looks: { styles: [] }, links: { area: () => '#content' } })
const pageOf = (changes: Partial<WeightingAccount> = {}, language = 'en') =>
  weightingPage(weightingAccount(changes), frame(language))
/** What a reader reads: words without markup and drawings. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>|<[^>]+>/gs, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')

describe('the report on a weighting', () => {
  test('begins with plain words and its main figures', () => {
    const words = wordsOf(pageOf())
    expect(words).toContain('How 15,989 interviews stand for 6,975,137 adults')
    expect(words).toContain('to match the census in age, sex, and education, and in the number of adults of each area.')
    expect(words).toContain('15,989 interviews are as precise as 9,956.')
    expect(words).toContain('436 adults on average; 8 in 10 for 144 to 885')
    expect(words).toContain('Every answer behind these figures is invented')
  })

  test('shows every margin before, after and in the population', () => {
    const words = wordsOf(pageOf())
    expect(words).toContain('Women 6,560 41.0% 52.0% 52.0%')
    expect(words).toContain('65 to 74 + 75 or older 2,080 13.0% 19.1% 19.1%')
    expect(words).toContain('every group is met to within 0.0000007% of its size; the farthest is Precinct 113.')
  })

  test('names the groups that were heard too little or too much, one of two that mirror each other', () => {
    const words = wordsOf(pageOf())
    expect(words).toContain(
      'Women (sex): 41.0% of the interviews but 52.0% of the population, so each counts 1.27 times',
    )
    expect(words).toContain('25 to 34 (age): 27.8% of the interviews but 22.1% of the population, so each counts only')
    expect(words).toContain('75 or older (age): nobody answered, 5.0% of the population.')
    expect(words).not.toContain('Men (sex)')
    expect(wordsOf(pageOf({ misses: [] }))).toContain('was within one point of its part of the population')
  })

  test('tells what was joined, trimmed, missing, drawn and left out', () => {
    const words = wordsOf(pageOf())
    for (const said of [
      'Joined because too few answered: 75 or older (age) with 65 to 74; 14 interviews.',
      'Trimmed: 0.8% of the weights, which lay beyond 0.2 or 5 times the median of their area; 0.4% of all weight',
      'Not told: age 4.2% and sex 5.3%. Nothing was filled in for them.',
      '11.1% are not among those whom the census counts here',
      '237 interviews have no area',
      'Precinct 22 (3)',
      'Of 209 interviews only a ZIP code is known',
      'Without residents in the census, and so without weights: Precinct 22.',
      'All interviews started with the same weight.',
      'to meet all margins together by raking, in 17 rounds',
    ])
      expect(words).toContain(said)
  })

  test('tells as well that nothing had to be done', () => {
    const margins = weightingAccount().margins.map((margin) => ({ ...margin, missing: 0 }))
    const trimmed = { ...weightingAccount().trimmed, rounds: 0 }
    const words = wordsOf(
      pageOf({ collapsed: [], margins, trimmed, unpopulated: [], inUnpopulated: [], withoutArea: 0 }),
    )
    expect(words).toContain('No groups were joined')
    expect(words).toContain('No weight had to be trimmed: all lie within 0.2 to 5 times')
    expect(words).toContain('nothing was missing, and nothing was filled in')
    expect(words).not.toContain('Precinct 22')
  })

  test('tells what interviews began with, and what was done about silence, frames and people on their own', () => {
    const words = wordsOf(pageOf({ intake: everyIntake }))
    for (const said of [
      '12,000 interviews were drawn with known chances and 3,989 came on their own. They started with weights from 1 to 310.',
      'in 12 classes, in which 11% to 43% answered: their weights were multiplied by 2.3 to 9.1.',
      'combined by what each is worth in an area: addresses and phones.',
      'People who came on their own have 5% to 25% of an area’s weight',
    ])
      expect(words).toContain(said)
  })

  test('puts the concerns first, or says that there are none', () => {
    expect(wordsOf(pageOf())).toContain('Nothing is beyond the limits set for this weighting')
    const words = wordsOf(pageOf({ concerns: everyConcern }))
    for (const said of [
      '12.4% did not tell their answer to “Age”. The plan allows 10%.',
      '3.1% of the weights were out of bounds and trimmed.',
      'Trimming took 6.2% of all weight.',
      'After 10 rounds of trimming some weights are still out of bounds.',
      'design effect 2.35',
      '(design effect above 2.5)',
      'Precinct 14 and Precinct 102.',
      '1,234 interviews come from a sample with known chances',
    ])
      expect(words).toContain(said)
  })

  test('lists areas from the weakest, without those where nobody answered', () => {
    const page = pageOf()
    const worth = [...page.matchAll(/<td class="number"><strong>([\d,]+)<\/strong>/g)].map(([, count]) => Number(count))
    expect(worth).toHaveLength(77)
    expect(worth).toEqual(worth.toSorted((a, b) => a - b))
    expect(page).not.toContain('<th scope="row">78</th>')
  })

  test('of very many areas lists the weakest and says how many are left', () => {
    const areas = Array.from({ length: 2000 }, (_, i) => ({
      name: `Tract ${i}`,
      respondents: 10 + i,
      designEffect: 1,
      nEffective: 10 + i,
    }))
    const words = wordsOf(pageOf({ areas }))
    expect(words).toContain('1,910 areas that are worth more are not listed.')
    expect(words).toContain('Tract 89 99 99 1.00')
    expect(words).not.toContain('Tract 90 ')
  })

  test('can be traced: run, program, snapshot, areas, recipe', () => {
    const words = wordsOf(pageOf())
    for (const said of [
      '00000000-0000-4000-8000-000000000001',
      'canvass test',
      '5482433f9825',
      'Precinct, 3',
      '&quot;neutral&quot;',
    ])
      expect(words).toContain(said)
  })

  test('says the histogram in words for those who cannot see it', () => {
    expect(pageOf()).toContain(
      'aria-label="0.74 times the average is the middle weight, 0.12 the smallest, 6.4 the largest."',
    )
  })

  test.each(['en', 'es'])('leaves no blank and no missing figure in %s', (language) => {
    const words = wordsOf(
      pageOf({ concerns: everyConcern, intake: everyIntake }, language).replaceAll(/<code>.*?<\/code>/g, ''),
    )
    expect(words).not.toMatch(/NaN|undefined|Infinity|null|\{|\}|\[object/)
  })

  test('speaks Spanish, with its figures', () => {
    const words = wordsOf(pageOf({}, 'es'))
    expect(words).toContain('Cómo 15.989 entrevistas representan a 6.975.137 adultos')
    expect(words).toContain('41,0\u00a0%'.replaceAll(/\s/g, ' '))
  })

  test('takes names from files as text', () => {
    const odd = { name: '<img src=x>', respondents: 9, designEffect: 1, nEffective: 9 }
    expect(pageOf({ areas: [odd] })).toContain('&lt;img src&#x3D;x&gt;')
  })
})
