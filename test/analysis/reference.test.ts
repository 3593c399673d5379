import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answersTo, type ReferenceCase, supports } from './reference/answers.ts'
import { largestDifference } from './reference/compare.ts'

const folder = join(import.meta.dirname, '../../../shared/reference')

if (existsSync(folder)) {
  const { cases }: { cases: ReferenceCase[] } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  const covered = cases.filter(supports)
  console.log(
    `reference: ${covered.length} of ${cases.length} cases computed, the others need operations that are not built yet`,
  )

  test('covers the cases that part 9 needs', () => {
    expect(covered.length).toBeGreaterThanOrEqual(44)
  })

  test.each(covered.map((each) => [each.id, each] as const))('%s agrees with R', (_id, each) => {
    for (const { what, ours, theirs, tolerance } of answersTo(folder, each)) {
      const { difference, path } = largestDifference(theirs, ours)
      expect(difference, `${what}${path}`).toBeLessThanOrEqual(tolerance)
    }
  })
} else {
  console.log(`reference: ${folder} is absent, nothing is compared with R`)
  test.skip('agrees with R')
}
