import { beforeAll, expect, test } from 'vitest'
import { beginWave, changeWave } from '#server/operations/field-waves.ts'
import { publishStudy } from '#server/operations/publish-study.ts'
import { testDatabase } from '#test/support/databases.ts'
import { bundledStudy, insertTinyCity } from '#test/support/fielding.ts'

const at = testDatabase()
const study = 'community-trust'
beforeAll(() => insertTinyCity(at.deps))

test('a study that many publish at once has one version', async () => {
  const published = await Promise.all(Array.from({ length: 5 }, () => publishStudy(at.deps, bundledStudy)))
  expect(new Set(published.map(({ version }) => version))).toEqual(new Set([1]))
  expect(published.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test('of many who open a wave at once one does, and the others learn which is open', async () => {
  const opened = await Promise.allSettled(
    Array.from({ length: 5 }, () => beginWave(at.deps, study, { invented: false, status: 'open' })),
  )
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of opened)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'another-wave-open' })
})

test('a wave that is closed while others pause and open it stays closed', async () => {
  const changes = ['paused', 'closed', 'open', 'paused', 'open'] as const
  await Promise.allSettled(changes.map((to) => changeWave(at.deps, study, 1, to)))
  await expect(changeWave(at.deps, study, 1, 'open')).rejects.toMatchObject({ code: 'refused' })
})
