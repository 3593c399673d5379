import { expect, test } from 'vitest'
import { measureCoverage } from '#test/bench/coverage.ts'

test('the printed 95 % intervals hold the truth of simulated cities as often as they say', {
  timeout: 120_000,
}, async () => {
  const { areas } = await measureCoverage({ seeds: [1, 2, 3, 4, 5, 6], residents: 1_300, areas: 24 })
  const of = (figure: string) => areas.find((one) => one.figure === figure)!
  for (const figure of [
    'support net',
    'support support',
    'support polarization',
    'safety net',
    'safety polarization',
  ]) {
    const { covered, published, withheld, bias } = of(figure)
    expect(published + withheld, figure).toBe(6 * 23)
    expect(published, figure).toBeGreaterThan(0.7 * 6 * 23)
    // About 110 areas: npm run bench:coverage measures it closely.
    expect(covered, figure).toBeGreaterThan(0.9)
    expect(covered, figure).toBeLessThan(0.99)
    expect(Math.abs(bias), figure).toBeLessThan(0.03)
  }
})
