import { describe, expect, test } from 'vitest'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { addCase, days } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

describe('a reminder', () => {
  const silent = async (ms: number) => {
    on.clock.later(ms)
    await planTexts(on.deps, on.wave)
    await keepHours(on.deps)
    await on.sendAll()
    await on.hearAll()
  }

  test('goes after each silence that the study names, and then no more', async () => {
    await on.campaign({ remindAfterDays: [3, 7] })
    await addCase(on.deps, on.wave, [{ phone: phone(1) }])
    await on.start()
    await on.sendAll()
    await on.hearAll()
    const sent = []
    for (let day = 1; day <= 20; day++) {
      await silent(days)
      sent.push(on.fake.texts.length)
    }
    expect(sent).toEqual([1, 1, 2, 2, 2, 2, ...Array.from({ length: 14 }, () => 3)])
    expect(on.fake.texts[1]?.body).toMatch(/^A reminder from/)
    expect((await on.texts()).map(({ rule }) => rule)).toEqual(['drawn-case', 'silence', 'silence'])
  })

  test('does not go to a case whose text never arrived', async () => {
    await on.campaign()
    await addCase(on.deps, on.wave, [{ phone: phone(6, 646) }])
    await on.start()
    await on.sendAll()
    await on.hearAll()
    await silent(20 * days)
    expect(await on.states()).toEqual(['invitation undelivered'])
  })
})
