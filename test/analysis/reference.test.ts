import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import { answersTo, canPlay, type ReferenceCase, supports } from './reference/answers.ts'
import { largestDifference } from './reference/compare.ts'
import { prepare, type Step } from './reference/prepare.ts'

type MustRefuse = { id: string; data: string; steps: Step[]; refused: Record<string, string> }

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

  const refusals: { cases: MustRefuse[] } = JSON.parse(readFileSync(join(folder, 'must_refuse.json'), 'utf8'))
  const refused = refusals.cases.filter(({ steps }) => canPlay(steps))
  test.each(refused.map((each) => [each.id, each] as const))('%s is refused by name', (_id, each) => {
    const act = () => prepare(folder, each.data, each.steps)
    expect(act).toThrow(AnalysisRefusal)
    expect(act).toThrow(expect.objectContaining(each.refused))
  })
} else {
  console.log(`reference: ${folder} is absent, nothing is compared with R`)
  test.skip('agrees with R')
}
