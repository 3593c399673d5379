import { describe, expect, test } from 'vitest'
import { formatsIn, intervalOf } from '#server/reports/formats.ts'
import type { Frame } from '#server/reports/frame.ts'
import { discordHeadline, supportHeadline } from '#server/reports/headline.ts'
import { locatorLayout, mapLayout } from '#server/reports/map-layouts.ts'
import { nothingYetPage, studiesPage } from '#server/reports/plain-pages.ts'
import { resultsCsv, resultsGeoJson, resultsJson } from '#server/reports/public-data.ts'
import { reportPage } from '#server/reports/report-page.ts'
import { resultsPage } from '#server/reports/results-page.ts'
import { reportLanguages, wordsIn } from '#server/reports/words/index.ts'
import { place, results, shown, withheld } from '#test/support/estimates.ts'

const frame = (language = 'en'): Frame => ({ language, looks: { styles: [] }, links: { area: (id) => `${id}.html` } })
const english = [formatsIn('en'), wordsIn('en')] as const
/** What a reader reads: words without markup. */
const wordsOf = (html: string) => html.replaceAll(/<svg.*?<\/svg>|<[^>]+>/gs, ' ').replaceAll(/\s+/g, ' ')

describe('the headline', () => {
  test.each([
    {
      here: shown(34),
      says: 'More residents are favorable than unfavorable: net support is +34, very likely between +24 and +44. That is clearly above',
    },
    {
      here: shown(-34),
      says: 'More residents are unfavorable than favorable: net support is −34, very likely between −44 and −24. That is clearly below',
    },
    {
      here: shown(3),
      says: 'These answers cannot tell whether more residents are favorable or unfavorable: net support is +3, very likely between −7 and +13. The difference',
    },
  ])('at $here.estimate says what can be told of support', ({ here, says }) => {
    expect(supportHeadline(here, shown(8, 1), ...english)).toContain(says)
  })

  test.each([
    { here: shown(60), says: 'clearly divided among themselves: discord is 60 of 100' },
    { here: shown(20), says: 'fairly close to one another' },
    { here: shown(45), says: 'disagree among themselves to a moderate degree' },
    { here: withheld, says: 'is not shown' },
  ])('says what can be told of discord', ({ here, says }) => {
    expect(discordHeadline(here, shown(42, 1), ...english)).toContain(says)
  })

  test('compares with nothing where the city is withheld', () => {
    expect(supportHeadline(shown(34), withheld, ...english)).not.toContain('city')
  })
})

test('figures are whole points and whole percent, with a true minus sign', () => {
  const [formats, words] = english
  expect([formats.points(-7.4), formats.points(0.2), formats.points(33.5), formats.percent(26.6)]).toEqual([
    '−7',
    '0',
    '+34',
    '27%',
  ])
  expect(intervalOf(shown(34), 'points', formats, words)).toBe('+24 to +44')
  expect(formatsIn('es').percent(26.6)).toBe('27\u00a0%')
})

describe.each(reportLanguages)('the pages in %s', (language) => {
  const all = results()
  const words = wordsIn(language)

  test('say on each that an invented wave is invented', () => {
    const pages = [
      resultsPage(all, mapLayout(all), frame(language)),
      ...all.areas.map((area) => reportPage(all, area, locatorLayout(all), frame(language))),
      nothingYetPage({ study: all.study, wave: all.wave }, frame(language)),
    ]
    for (const page of pages) {
      expect(page).toContain(words.invented)
      expect(page).toContain(`<html lang="${language}" dir="ltr">`)
    }
    const real = results({ wave: { ...all.wave, invented: false } })
    expect(resultsPage(real, mapLayout(real), frame(language))).not.toContain(words.invented)
  })

  test('leave no blank unfilled and no text undefined', () => {
    const pages = [
      resultsPage(all, mapLayout(all), frame(language)),
      ...all.areas.map((area) => reportPage(all, area, locatorLayout(all), frame(language))),
      studiesPage([{ study: all.study, invented: true, hasResults: true }], frame(language)),
      studiesPage([], frame(language)),
    ]
    for (const page of pages) expect(wordsOf(page)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
  })

  test('end a report with what can be done next', () => {
    for (const area of all.areas.filter(({ status }) => status !== 'unpopulated')) {
      const page = reportPage(all, area, locatorLayout(all), frame(language))
      const [, end = ''] = page.split(`<h2>${words.report.next}</h2>`)
      expect(end.match(/<li>/g)?.length).toBeGreaterThanOrEqual(2)
      expect(end).not.toContain('<h2>')
    }
  })
})

test('a language without words gets English ones', () => {
  const all = results()
  expect(resultsPage(all, mapLayout(all), frame('xx'))).toContain('All areas')
})

describe('a figure that the model gives', () => {
  const figure = { ...shown(21, 8, 17), modelled: true } as const
  const [area, ...others] = results().areas
  const some = results({ areas: [{ ...area!, status: 'published', place: place({ net: figure }) }, ...others] })

  test('is marked wherever it stands, and the methods say what that means', () => {
    const words = wordsIn('en')
    for (const page of [
      resultsPage(some, mapLayout(some), frame()),
      reportPage(some, some.areas[0]!, locatorLayout(some), frame()),
    ]) {
      expect(wordsOf(page)).toContain('+5 to +37 modelled')
      expect(page).toContain(words.methods.modelled)
    }
    expect(resultsPage(some, mapLayout(some), frame())).toContain('+5 to +37, modelled from 17 answers')
    expect(resultsCsv(some)).toContain('support,net,,21,5,37,17,,modelled')
    expect(resultsGeoJson(some).features[0]?.properties).toMatchObject({ net_support_method: 'modelled' })
  })

  test('leaves pages without one as they are', () => {
    const page = resultsPage(results(), mapLayout(results()), frame())
    expect(page).not.toContain('modelled')
  })
})

describe('files', () => {
  test('the table has one row per statistic, whole points, and for withheld areas the reason alone', () => {
    const rows = resultsCsv(results()).trim().split('\n')
    expect(rows[0]).toBe(
      'study,wave,invented,area,name,parent,measure,statistic,category,estimate,low,high,n,withheld,method',
    )
    expect(rows).toContain('community-trust,1,true,1,Area 1,North,support,net,,34,24,44,200,,direct')
    expect(rows).toContain('community-trust,1,true,,,,support,net,,8,4,12,412,,direct')
    expect(rows).toContain('community-trust,1,true,4,Area 4,South,,,,,,,,few-respondents,')
    expect(rows).toContain('community-trust,1,true,6,Area 6,South,,,,,,,,unpopulated,')
  })

  test('a name that a spreadsheet would run as a formula is made inert', () => {
    const [area, ...others] = results().areas
    const named = results({ areas: [{ ...area!, name: '=HYPERLINK("http://x")' }, ...others] })
    expect(resultsCsv(named)).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  test('the map file has every area, with figures only where they are shown', () => {
    const { features } = resultsGeoJson(results())
    expect(features.map(({ properties }) => properties.net_support)).toEqual([
      34,
      -20,
      2,
      undefined,
      undefined,
      undefined,
    ])
    expect(features[3]?.properties).toEqual({
      id: '4',
      name: 'Area 4',
      parent: 'South',
      study: 'community-trust',
      wave: 1,
      invented: true,
      status: 'withheld',
      reason: 'few-respondents',
    })
  })

  test('the document tells how the figures were made', () => {
    expect(resultsJson(results())).toMatchObject({
      study: 'community-trust',
      wave: { number: 1, invented: true },
      methods: { interviews: 412, confidence: 0.95, minimumInterviews: 30 },
    })
  })
})
