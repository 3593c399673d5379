import type { Figure, Item, Place, Results, Shown } from '#server/reports/results.ts'
import { communityTrust } from './fielded-wave.ts'
import { smallCity } from './small-city.ts'

/** An invented figure in points; its interval is two standard errors to each side. */
export function shown(estimate: number, se = 5, n = 200): Shown {
  return { status: 'shown', estimate, se, low: estimate - 1.96 * se, high: estimate + 1.96 * se, n }
}

export const withheld: Figure = { status: 'withheld', reason: 'few-respondents' }

export function item(question: string, net: Figure, polarization?: Figure): Item {
  return { question, title: { en: `About ${question}?` }, net, ...(polarization && { polarization }) }
}

/** An invented place: what is not said is in the middle and certain. */
export function place({
  net = shown(10),
  polarization = shown(40),
  items = [item('trust', shown(10)), item('respect', shown(12))],
  issues = { drugs: shown(20, 3), guns: shown(18, 3), theft: shown(17, 3), other: shown(30, 3) },
  leastHeard = [],
}: Partial<Pick<Place, 'leastHeard'>> & {
  net?: Figure
  polarization?: Figure
  items?: readonly Item[]
  issues?: Readonly<Record<string, Figure>>
} = {}): Place {
  return {
    scores: [{ id: 'support', title: { en: 'Support for the police' }, net, polarization, items }],
    shares: [
      {
        id: 'issue',
        title: { en: 'Most important issue' },
        question: { en: 'Which?' },
        choices: Object.entries(issues).map(([code, share]) => ({ code, label: { en: `Issue ${code}` }, share })),
      },
    ],
    modes: {
      categories: [
        { category: 'web', percent: 60 },
        { category: 'sms', percent: 40 },
      ],
      others: 0,
    },
    languages: {
      categories: [
        { category: 'en', percent: 90 },
        { category: 'es', percent: 10 },
      ],
      others: 0,
    },
    leastHeard,
  }
}

/** Invented results of the small city: three areas shown, two withheld, a park where nobody lives. */
export function results(changes: Partial<Results> = {}): Results {
  const published = [shown(34), shown(-20), shown(2)]
  const wave = { number: 1, title: 'Spring 2026', invented: true, status: 'closed' as const }
  return {
    study: communityTrust(),
    wave,
    waves: [wave],
    layer: { id: 'layer', name: 'precinct' },
    methods: {
      runId: '00000000-0000-4000-8000-000000000000',
      interviews: 412,
      weighedAt: new Date('2026-04-02T10:00:00Z'),
      firstAnswer: new Date('2026-03-01T10:00:00Z'),
      lastAnswer: new Date('2026-03-31T10:00:00Z'),
      designEffect: 1.3,
      nEffective: 317,
      margins: [{ en: 'Age', es: 'Edad' }],
      areasDrawn: 3,
      areaTotals: true,
      program: 'canvass test',
      snapshotHash: 'abc',
      layerVersion: 1,
    },
    city: place({ net: shown(8, 2, 412), polarization: shown(42, 1, 412) }),
    areas: smallCity.map(({ id, name, parent }, i) => {
      const net = published[i]
      if (net) return { id, name, parent, status: 'published', place: place({ net }) }
      return i < 5
        ? { id, name, parent, status: 'withheld', reason: i === 3 ? 'few-respondents' : 'few-residents' }
        : { id, name, parent, status: 'unpopulated' }
    }),
    shapes: smallCity,
    ...changes,
  }
}
