import { expect, test } from 'vitest'
import type { Measure } from '#analysis/estimates/measure.ts'
import { adjustAreas } from '#analysis/modes/adjust-areas.ts'
import { modeEffects } from '#analysis/modes/mode-effects.ts'
import { lettered } from '../sample.ts'

const weighed = (weights: Float64Array) => ({ weights, calibration: { constraints: [], baseWeights: weights } })
const areas = lettered('area', 'aabbaabb')
const modes = lettered('mode', 'wwwwpppp')
const share: Measure = { kind: 'share', name: 'yes', values: Float64Array.of(0, 1, 0, 1, 1, 1, 1, 0) }

test('the difference is that of the means where every area has as many of each mode', () => {
  const model = { modes, reference: ['w'], covariates: [areas] }
  // Three of four say yes in either area, so that a mode reaches as far in both.
  const alike: Measure = { kind: 'share', name: 'yes', values: Float64Array.of(0, 1, 1, 0, 1, 1, 1, 1) }
  const [found] = modeEffects(weighed(new Float64Array(8).fill(1)), areas, [{ measure: alike, model }])
  expect(found).toMatchObject({ effect: { modes: ['p'], reference: ['w'] } })
  expect('effect' in found! && found.effect.delta[0]).toBeCloseTo(1 - 0.5, 12)
})

test('it is the one that estimates are adjusted by', () => {
  const weights = Float64Array.of(1, 2, 1, 3, 2, 2, 1, 1)
  const items = [{ name: 'trust', options: 5, answers: Int8Array.of(1, 4, 2, 5, 4, 3, 5, 2) }]
  const measures: Measure[] = [
    share,
    { kind: 'net', name: 'net', items },
    { kind: 'polarization', name: 'discord', items },
  ]
  const model = { modes, reference: ['w'], covariates: [areas] }
  const adjusted = adjustAreas(weighed(weights), areas, measures, model)
  const asked = measures.map((measure) => ({ measure, model }))
  expect(modeEffects(weighed(weights), areas, asked)).toEqual(adjusted.map(({ effect }) => ({ effect })))
})

test('a measure that cannot be compared leaves the others alone, and says why', () => {
  const model = { modes, reference: ['w'], covariates: [areas] }
  const alike = { ...model, modes: { ...modes, codes: modes.codes.map(() => modes.labels.indexOf('w')) } }
  const found = modeEffects(weighed(new Float64Array(8).fill(1)), areas, [
    { measure: share, model: alike },
    { measure: share, model },
    { measure: share, model: { ...model, covariates: [lettered('told by', 'xxxxyyyy')] } },
  ])
  expect(found[0]).toMatchObject({ refused: { code: 'bad-option' } })
  expect(found[1]).toHaveProperty('effect')
  expect(found[2]).toMatchObject({ refused: { code: 'singular', category: 'p' } })
})
