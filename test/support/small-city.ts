import type { NewArea } from '#server/store/layers.ts'
import type { MarginCount } from '#server/store/margins.ts'

/** Six areas in two boroughs; the last is a park without residents. */
export const smallCity: readonly NewArea[] = ['1', '2', '3', '4', '5', '6'].map((id, i) => ({
  id,
  name: `Area ${id}`,
  parent: i < 3 ? 'North' : 'South',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [i, 0],
        [i + 1, 0],
        [i + 1, 1],
        [i, 1],
        [i, 0],
      ],
    ],
  },
}))

const adults: Readonly<Record<string, number>> = { '1': 4000, '2': 6000, '3': 2000, '4': 800, '5': 400, '6': 0 }

const shares: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'adults_18plus age': { '18-24': 12, '25-34': 20, '35-44': 18, '45-54': 16, '55-64': 15, '65-74': 11, '75+': 8 },
  'all_ages sex': { female: 52, male: 48 },
  'all_ages race_eth': { hispanic: 29, white_nh: 32, black_nh: 21, asian_nh: 14, other_nh: 4 },
  'adults_25plus education': { ba_plus: 39, below_ba: 61 },
}

/** Counts of the small city's people, which the bundled study can be weighed to. */
export const smallCityCounts: readonly MarginCount[] = Object.entries(adults).flatMap(([area, people]) => [
  { area, universe: 'adults_18plus', dimension: 'total', category: 'all', count: people, source: null },
  ...Object.entries(shares).flatMap(([name, categories]) => {
    const [universe = '', dimension = ''] = name.split(' ')
    return Object.entries(categories).map(([category, percent]) => ({
      area,
      universe,
      dimension,
      category,
      count: (people * percent) / 100,
      source: null,
    }))
  }),
])
