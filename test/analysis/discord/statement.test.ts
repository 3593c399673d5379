import { expect, test } from 'vitest'
import { statementLimits, statementOf } from '#analysis/discord/statement.ts'

const points = (estimate: number, se: number) => ({ estimate: estimate / 100, mse: (se / 100) ** 2 })

test.each([
  { net: points(30, 5), polarization: points(35, 3), said: 'strong-support' },
  { net: points(30, 5), polarization: points(44, 3), said: 'no-clear-statement' }, // Pr(P < 45) = .63
  { net: points(30, 5), polarization: points(55, 3), said: 'divided' },
  { net: points(14, 5), polarization: points(35, 3), said: 'no-clear-statement' }, // Pr(N > 10) = .79
  { net: points(-30, 5), polarization: points(55, 3), said: 'strong-opposition' },
  { net: points(0, 5), polarization: points(30, 3), said: 'lukewarm' },
  { net: points(0, 12), polarization: points(30, 3), said: 'no-clear-statement' },
  { net: points(0, 5), polarization: points(40, 3), said: 'no-clear-statement' },
] as const)('net $net.estimate and polarization $polarization.estimate: $said', ({ net, polarization, said }) => {
  expect(statementOf(net, polarization)).toBe(said)
})

test('a leaning is strong from 1.2816 standard errors beyond 10 points on', () => {
  const calm = points(20, 1)
  expect(statementOf(points(10 + 1.28 * 5, 5), calm)).toBe('no-clear-statement')
  expect(statementOf(points(10 + 1.29 * 5, 5), calm)).toBe('strong-support')
})

test('the limits go with the scale: answers spread evenly are always a little more than divided', () => {
  expect(statementLimits(5)).toMatchObject({ divided: 0.45, together: 0.35 })
  // Seven options spread evenly: 4 · Var = 8 / 18
  expect(statementLimits(7).divided).toBeCloseTo((0.9 * 8) / 18, 12)
})
