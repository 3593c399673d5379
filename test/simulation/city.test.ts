import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { describe, expect, test } from 'vitest'
import { inventCity } from '#server/simulation/city.ts'
import { randomFrom } from '#server/simulation/random.ts'

const city = inventCity('rehearsal')
const { features } = city.areas
const ringsOf = (seed: string) => inventCity(seed).areas.features.flatMap(({ geometry }) => geometry.coordinates)

const edgesOf = (ring: number[][]) => ring.slice(1).map((to, i) => ({ from: String(ring[i]), to: String(to) }))

describe('the invented city', () => {
  test('is the same for the same seed and another for another', () => {
    expect(inventCity('rehearsal')).toEqual(city)
    expect(inventCity('2')).not.toEqual(city)
  })

  test('has 24 precincts in 4 boroughs, each named once and labelled as invented', () => {
    expect(features).toHaveLength(24)
    expect(new Set(features.map(({ properties }) => properties.borough)).size).toBe(4)
    expect(new Set(features.map(({ properties }) => properties.name)).size).toBe(24)
    expect(new Set(features.map(({ properties }) => properties.precinct)).size).toBe(24)
    expect(features.every(({ properties }) => properties.invented)).toBe(true)
  })

  test('lies in the open ocean, half a degree wide at most', () => {
    const places = ringsOf('rehearsal').flat()
    expect(
      places.filter(([longitude, latitude]) => longitude! < -21.5 || longitude! > -21 || latitude! < -29.9),
    ).toEqual([])
  })

  test.each(['rehearsal', '1', '2', '3'])('of seed %s shares every inner border exactly and never twice', (seed) => {
    const edges = ringsOf(seed).flatMap(edgesOf)
    const drawn = new Set(edges.map(({ from, to }) => `${from} > ${to}`))
    expect(drawn.size).toBe(edges.length)
    const outer = edges.filter(({ from, to }) => !drawn.has(`${to} > ${from}`))
    // What has no neighbor on the other side is shore: it closes into rings by itself.
    expect(outer.map(({ from }) => from).sort()).toEqual(outer.map(({ to }) => to).sort())
    expect(outer.length).toBeGreaterThan(300)
    expect(outer.length).toBeLessThan(edges.length / 2)
  })

  test('puts every point of the land into one precinct, and has open water', () => {
    const random = randomFrom('points')
    const counts = [0, 0, 0]
    for (let i = 0; i < 3000; i++) {
      const point = [-21.4 + 0.34 * random(), -29.8 + 0.235 * random()]
      const inside = features.filter(({ geometry }) => booleanPointInPolygon(point, geometry)).length
      counts[Math.min(inside, 2)]! += 1
    }
    expect(counts[2]).toBe(0)
    expect(counts[0]).toBeGreaterThan(600)
    expect(counts[1]).toBeGreaterThan(1200)
  })

  test('closes every ring, outer ones counter-clockwise and holes clockwise', () => {
    for (const { geometry } of features)
      for (const [i, ring] of geometry.coordinates.entries()) {
        expect(ring[0]).toEqual(ring.at(-1))
        const turn = ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k]![0]! * y! - x! * ring[k]![1]!, 0)
        expect(Math.sign(turn)).toBe(i === 0 ? 1 : -1)
      }
  })

  test('counts people so that every dimension adds up to its universe', () => {
    const sums = new Map<string, number>()
    for (const { area, universe, dimension, count } of city.margins) {
      expect(Number.isInteger(count) && count >= 0).toBe(true)
      sums.set(`${area} ${universe} ${dimension}`, (sums.get(`${area} ${universe} ${dimension}`) ?? 0) + count)
    }
    for (const { properties } of features) {
      const sum = (universe: string, dimension: string) => sums.get(`${properties.precinct} ${universe} ${dimension}`)
      expect(sum('adults_18plus', 'age')).toBe(sum('adults_18plus', 'total'))
      expect(sum('all_ages', 'sex')).toBe(sum('all_ages', 'total'))
      expect(sum('all_ages', 'race_eth')).toBe(sum('all_ages', 'total'))
      expect(sum('adults_25plus', 'education')).toBe(sum('adults_25plus', 'total'))
    }
  })

  test('has one park where nobody lives; everywhere else live thousands', () => {
    const adults = city.margins.filter((row) => row.universe === 'adults_18plus' && row.dimension === 'total')
    expect(adults.filter(({ count }) => count === 0).map(({ area }) => area)).toEqual(['7'])
    expect(adults.filter(({ count }) => count > 5000)).toHaveLength(23)
  })

  test('has ZIP codes of one precinct and of several, whose shares sum to one', () => {
    const zips = [...Map.groupBy(city.places, ({ place }) => place).values()]
    for (const shares of zips) expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(zips.filter((shares) => shares[0]!.share >= 0.9).length).toBeGreaterThanOrEqual(8)
    expect(zips.filter((shares) => shares[0]!.share < 0.9).length).toBeGreaterThanOrEqual(8)
    expect(city.places.every(({ place }) => /^000\d\d$/.test(place))).toBe(true)
    const served = new Set(city.places.map(({ area }) => area))
    expect(features.filter(({ properties }) => !served.has(properties.precinct))).toHaveLength(1)
  })
})
