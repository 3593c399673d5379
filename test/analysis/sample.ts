import * as fc from 'fast-check'
import type { Categories, Margin } from '#analysis/weighting/margin.ts'

/** A small categorical variable, for tests: one letter per row, '-' missing, '.' not in the universe. */
export function lettered(variable: string, letters: string): Categories {
  const labels = [...new Set(letters.replace(/[-.]/g, ''))].sort()
  const codes = Int32Array.from(letters, (letter) =>
    letter === '-' ? -1 : letter === '.' ? -2 : labels.indexOf(letter),
  )
  return { variable, labels, codes }
}

/** A margin of such a variable. */
export const margin = (
  variable: string,
  letters: string,
  targets: number[],
  targetsAre: Margin['targetsAre'] = 'counts',
): Margin => ({
  ...lettered(variable, letters),
  targets: Float64Array.from(targets),
  targetsAre,
})

/** Everybody in one area. */
export const oneArea = (rows: number): Categories => ({
  variable: 'area',
  labels: ['all'],
  codes: new Int32Array(rows),
})

export type RandomSample = { baseWeights: Float64Array; areas: Categories; margins: Margin[] }

/**
 * Samples that can be weighed: area totals and two margins, every combination of categories present (so that the margins
 * can be met together), some rows missing in the second margin.
 */
export const randomSamples = (): fc.Arbitrary<RandomSample> =>
  fc
    .record({
      extra: fc.array(
        fc.record({
          area: fc.nat(2),
          age: fc.nat(1),
          race: fc.integer({ min: -1, max: 2 }),
          weight: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 60 },
      ),
      populations: fc.tuple(
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 200, max: 900 }),
      ),
      old: fc.integer({ min: 30, max: 70 }),
      races: fc.tuple(
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 20, max: 60 }),
      ),
    })
    .map(({ extra, populations, old, races }) => {
      const grid = Array.from({ length: 18 }, (_, i) => ({
        area: i % 3,
        age: Math.floor(i / 3) % 2,
        race: Math.floor(i / 6),
        weight: 3,
      }))
      const rows = [...grid, ...extra]
      const areas = { variable: 'area', labels: ['a', 'b', 'c'], codes: Int32Array.from(rows, ({ area }) => area) }
      return {
        baseWeights: Float64Array.from(rows, ({ weight }) => weight),
        areas,
        margins: [
          { ...areas, targets: Float64Array.from(populations), targetsAre: 'counts' },
          {
            variable: 'age',
            labels: ['young', 'old'],
            codes: Int32Array.from(rows, ({ age }) => age),
            targets: Float64Array.of(100 - old, old),
            targetsAre: 'shares',
          },
          {
            variable: 'race',
            labels: ['x', 'y', 'z'],
            codes: Int32Array.from(rows, ({ race }) => race),
            targets: Float64Array.from(races),
            targetsAre: 'shares',
          },
        ],
      }
    })
