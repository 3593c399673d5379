import { describe, expect, test } from 'vitest'
import { comparedWith, smallestVisibleChange } from '#server/reports/compare.ts'
import { spoken } from '#server/reports/frame.ts'
import { nextSteps } from '#server/reports/next-steps.ts'
import type { Place, Representation } from '#server/reports/results.ts'
import { worded } from '#server/reports/step-words.ts'
import { item, place, shown, withheld } from '#test/support/estimates.ts'

const city = place({
  net: shown(10, 1),
  polarization: shown(40, 1),
  items: [item('trust', shown(10, 1)), item('respect', shown(12, 1))],
})
const young: Representation = {
  demographic: 'age',
  title: { en: 'Age' },
  category: '18-24',
  label: { en: '18 to 24' },
  populationPercent: 14,
  answeredPercent: 6,
}
/** Five issues that nobody could tell apart: no rule fires on them. */
const alike = { drugs: shown(20, 3), guns: shown(19, 3), theft: shown(18, 3) }

test.each<{ name: string; here: Place; kinds: string[] }>([
  { name: 'nothing stands out', here: place({ issues: alike }), kinds: ['measure-again', 'tell-residents'] },
  {
    name: 'one question is clearly below the city',
    here: place({ issues: alike, items: [item('trust', shown(-10)), item('respect', shown(12))] }),
    kinds: ['practice', 'tell-residents'],
  },
  {
    name: 'a question is below the city by less than chance explains',
    here: place({ issues: alike, items: [item('trust', shown(-2)), item('respect', shown(12))] }),
    kinds: ['measure-again', 'tell-residents'],
  },
  {
    name: 'one question is clearly below the others, though not below the city',
    here: place({ issues: alike, items: [item('trust', shown(15)), item('respect', shown(45))] }),
    kinds: ['practice', 'tell-residents'],
  },
  {
    name: 'opinion is divided for certain',
    here: place({ issues: alike, polarization: shown(60, 5) }),
    kinds: ['both-sides', 'tell-residents'],
  },
  {
    name: 'opinion may be divided or not',
    here: place({ issues: alike, polarization: shown(48, 5) }),
    kinds: ['measure-again', 'tell-residents'],
  },
  {
    name: 'one issue is named more often than the next',
    here: place({ issues: { ...alike, drugs: shown(40, 3) } }),
    kinds: ['issue', 'tell-residents'],
  },
  {
    name: 'a group answered too little',
    here: place({ issues: alike, leastHeard: [young] }),
    kinds: ['reach', 'tell-residents'],
  },
  {
    name: 'support is clearly above the city',
    here: place({ issues: alike, net: shown(40), items: [item('trust', shown(40)), item('respect', shown(40))] }),
    kinds: ['share', 'tell-residents'],
  },
  {
    name: 'everything stands out: four steps at most',
    here: place({
      net: shown(40),
      polarization: shown(70),
      items: [item('trust', shown(-60)), item('respect', shown(40))],
      issues: { drugs: shown(50, 3), guns: shown(20, 3) },
      leastHeard: [young],
    }),
    kinds: ['practice', 'both-sides', 'issue', 'tell-residents'],
  },
  {
    name: 'only the main figure is shown',
    here: place({
      polarization: withheld,
      items: [item('trust', withheld), item('respect', withheld)],
      issues: { drugs: withheld },
    }),
    kinds: ['measure-again', 'tell-residents'],
  },
])('when $name, the steps are $kinds', ({ here, kinds }) => {
  expect(nextSteps(here, city).map(({ kind }) => kind)).toEqual(kinds)
})

describe('picking', () => {
  test('the question farthest below the city is named, with both figures', () => {
    const here = place({ issues: alike, items: [item('trust', shown(-20)), item('respect', shown(-40))] })
    expect(nextSteps(here, city)[0]).toMatchObject({
      question: 'respect',
      here: { estimate: -40 },
      city: { estimate: 12 },
    })
  })

  test('two issues that cannot be told apart are named together, three are not named at all', () => {
    const two = place({ issues: { drugs: shown(30, 3), guns: shown(28, 3), theft: shown(10, 2) } })
    expect(nextSteps(two, city)[0]).toMatchObject({ kind: 'issue', first: { code: 'drugs' }, second: { code: 'guns' } })
    const three = place({ issues: { drugs: shown(30, 3), guns: shown(28, 3), theft: shown(27, 3) } })
    expect(nextSteps(three, city).some(({ kind }) => kind === 'issue')).toBe(false)
  })

  test('"something else" is no issue to plan for', () => {
    const here = place({ issues: { other: shown(60, 3), drugs: shown(30, 3), guns: shown(5, 1) } })
    expect(nextSteps(here, city)[0]).toMatchObject({ kind: 'issue', first: { code: 'drugs' } })
  })
})

test.each([
  { here: shown(17, 2), city: shown(10, 1), told: 'above' },
  { here: shown(15, 2), city: shown(10, 1), told: 'alike' },
  { here: shown(3, 2), city: shown(10, 1), told: 'below' },
])('$here.estimate ± $here.se is $told, beside $city.estimate in the city', ({ here, city, told }) => {
  expect(comparedWith(city, here)).toBe(told)
})

test('each of two issues is told with its own partners', () => {
  const page = spoken({ language: 'en', links: { area: () => '' }, looks: { styles: [] } })
  const issue = (code: string) => ({ code, label: { en: code }, share: shown(30, 3) })
  const how = (second: string) => worded({ kind: 'issue', first: issue('drugs'), second: issue(second) }, page).how
  expect(how('traffic')).toBe(
    'For the first, sit down with the health department and treatment providers; for the second, with the transportation department and schools.',
  )
  expect(how('drugs')).toBe('Sit down with the health department and treatment providers.')
})

test('the smallest visible change is 1.96 · √2 · 5', () => {
  expect(smallestVisibleChange(shown(0, 5))).toBeCloseTo(13.859, 3)
})
