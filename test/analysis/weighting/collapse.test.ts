import { expect, test } from 'vitest'
import { collapse } from '#analysis/weighting/collapse.ts'

const f64 = (...values: number[]) => Float64Array.from(values)
const ages = ['18-24', '25-34', '35-64', '65+']

test('a thin category of an ordered variable joins the thinner of its neighbours', () => {
  const { labels, groupOf, merges } = collapse('age', ages, f64(40, 12, 90, 60), f64(0.1, 0.2, 0.4, 0.3), {
    by: 'order',
  })
  expect(labels).toEqual(['18-24 + 25-34', '35-64', '65+'])
  expect([...groupOf]).toEqual([0, 0, 1, 2])
  expect(merges).toEqual([{ variable: 'age', category: '25-34', into: '18-24', respondents: 12, share: 0.2 }])
})

test('a category that is rare in the population is thin whatever its respondents', () => {
  const { labels } = collapse('race', ['x', 'y', 'other'], f64(80, 40, 30), f64(0.8, 0.004, 0.196), {
    by: 'other',
    other: 'other',
  })
  expect(labels).toEqual(['x', 'y + other'])
})

test('a thin "other" joins the thinnest category', () => {
  const { labels } = collapse('race', ['x', 'y', 'other'], f64(80, 40, 3), f64(0.6, 0.3, 0.1), {
    by: 'other',
    other: 'other',
  })
  expect(labels).toEqual(['x', 'y + other'])
})

test('merging goes on until nothing is thin', () => {
  const { labels } = collapse('age', ages, f64(8, 8, 3, 60), f64(0.2, 0.2, 0.3, 0.3), { by: 'order' })
  expect(labels).toEqual(['18-24 + 25-34 + 35-64 + 65+'])
})

test('areas join only inside their group, and unpopulated ones never', () => {
  const rule = { by: 'group', groups: ['n', 'n', 's', 's', 's'], minRespondents: 1, minShare: 0 } as const
  const { labels } = collapse(
    'area',
    ['1', '2', '3', '4', 'park'],
    f64(0, 50, 90, 0, 0),
    f64(0.2, 0.2, 0.3, 0.3, 0),
    rule,
  )
  expect(labels).toEqual(['1 + 2', '3 + 4', 'park'])
})

test('without a rule nothing is merged', () => {
  expect(collapse('age', ages, f64(0, 1, 1, 1), f64(0.2, 0.2, 0.3, 0.3), undefined)).toMatchObject({
    labels: ages,
    merges: [],
  })
})
