import { expect, test } from 'vitest'
import { prepare, run } from '#server/cli.ts'
import { addCase } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

async function canvass(...argv: string[]) {
  let [out, error] = ['', '']
  const prepared = prepare(argv)
  if ('text' in prepared) return { exitCode: prepared.exitCode, out: prepared.text, error }
  const output = { out: (text: string) => (out += text), error: (text: string) => (error += text), progress: () => {} }
  const exitCode = await run(prepared, on.deps, process.cwd(), output)
  return { exitCode, out, error }
}

test('a manager knows what it costs beforehand, starts it, stops it, and sees how it goes', async () => {
  await on.campaign()
  const study = on.wave.study_id
  await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  await addCase(on.deps, on.wave, [{ phone: phone(6, 646) }])
  await addCase(on.deps, on.wave, [{ phone: phone(2) }], { language: 'ru' })
  await addCase(on.deps, on.wave, [{ phone: phone(3), kind: 'landline' }])

  const plan = JSON.parse((await canvass('texts', 'plan', study, '--dry-run', '--json')).out) as Record<string, unknown>
  expect(plan).toMatchObject({ dryRun: true, texts: 3, currency: 'USD', days: 1, others: { 'for-the-phone': 1 } })
  const russian = (plan.kinds as { language: string; encoding: string; segments: number }[]).find(
    ({ language }) => language === 'ru',
  )
  expect(russian).toMatchObject({ encoding: 'UCS-2', kind: 'invitation' })
  expect(plan.cost).toBeCloseTo((2 + russian!.segments) * 0.0113, 2)
  expect(await on.texts()).toEqual([])

  expect(await canvass('texts', 'stop', study)).toMatchObject({
    exitCode: 1,
    error: expect.stringContaining('never started'),
  })
  expect((await canvass('texts', 'start', study)).out).toMatch(/^3 texts, about 0\.\d\d USD/)
  on.clock.later(1000)
  await on.sendAll()
  await on.hearAll()
  const status = JSON.parse((await canvass('texts', 'status', study, '--json')).out) as object
  expect(status).toMatchObject({
    campaign: { state: 'running', sent_today: 3 },
    mishaps: [{ what: 'undelivered, 30006: is a landline', texts: 1 }],
    response: { invited: 2, begun: 0, complete: 0, optedOut: 0 },
    alarms: [],
  })
  expect((await canvass('texts', 'stop', study, '--reason', 'wrong wording')).exitCode).toBe(0)
  expect((await canvass('texts', 'status', study)).out).toMatch(/LOOK AT THIS: Stopped: wrong wording/)
  expect((await canvass('texts', 'stop', study)).error).toMatch(/stopped already: wrong wording/)
})

test('held texts are released and waiting ones canceled, each with its number, and once', async () => {
  await on.campaign()
  const study = on.wave.study_id
  await addCase(on.deps, on.wave, [{ phone: phone(17, 646) }]) // the carrier refuses it: held
  await addCase(on.deps, on.wave, [{ phone: phone(4) }])
  const said = async (...argv: string[]) => JSON.parse((await canvass('texts', ...argv, study, '--json')).out) as object
  await said('start')
  on.clock.later(1000)
  await on.sendAll()
  expect((await on.states()).sort()).toEqual(['invitation accepted', 'invitation held'])
  expect((await canvass('texts', 'status', study)).out).toContain(`canvass texts release ${study}`)
  expect(await said('release')).toMatchObject({ released: 1 })
  expect(await said('release')).toMatchObject({ released: 0 })
  expect((await on.states()).sort()).toEqual(['invitation accepted', 'invitation planned'])
  await on.sendAll()
  await addCase(on.deps, on.wave, [{ phone: phone(5) }])
  await said('plan')
  expect(await said('cancel')).toMatchObject({ planned: 1, held: 1, reason: 'canceled by hand' })
  expect(await said('cancel')).toMatchObject({ planned: 0, held: 0 })
  expect((await canvass('texts', 'status', study)).out).toMatch(/LOOK AT THIS: Stopped: canceled by hand/)
  expect(await said('start')).toMatchObject({ texts: 2 })
  on.clock.later(1000)
  await on.sendAll()
  expect(on.sentTo().sort()).toEqual([phone(4), phone(5)])
})
