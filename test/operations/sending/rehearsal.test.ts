import { beforeAll, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { startTexts } from '#server/operations/sending/run-campaign.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import type { Wave } from '#server/store/waves.ts'
import { addCase, clockAt, noon, openCampaignStudy } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'

const at = testDatabase()
const clock = clockAt(noon)
let wave: Wave

beforeAll(async () => {
  wave = await openCampaignStudy(at.deps)
})

/** Without any credentials of a carrier. */
const rehearsing = () => ({ ...at.deps, now: () => clock.at })

async function sendAll() {
  const deps = rehearsing()
  await startTexts(deps, wave)
  clock.later(1000)
  await sendDueTexts(deps, deps.carrier!)
}

test('while rehearsing, an invitation to an invented number shows on its simulated phone', async () => {
  await addCase(rehearsing(), wave, [{ phone: '+12125550142' }])
  await sendAll()
  const app = await buildApp(rehearsing())
  const page = await app.inject({ url: '/dev/phone', query: { phone: '+12125550142' } })
  expect(page.body).toMatch(/<li class="text"><span class="visually-hidden">Survey: <\/span>[^<]*STOP/)
  await app.close()
})

test('while rehearsing, no real number is taken for texted: the campaign stops and says why', async () => {
  await addCase(rehearsing(), wave, [{ phone: '+12125550199' }])
  await addCase(rehearsing(), wave, [{ phone: '+12122024567' }])
  await sendAll()
  const { state, reason } = await at.db.selectFrom('text_campaigns').selectAll().executeTakeFirstOrThrow()
  expect({ state, reason }).toEqual({ state: 'stopped', reason: expect.stringContaining('this is a rehearsal') })
  const texts = await at.db.selectFrom('pii.outbound_texts').select('state').orderBy('state').execute()
  expect(texts.map((text) => text.state)).toEqual(['delivered', 'delivered', 'planned'])
  const troubled = at.db.selectFrom('pii.phone_numbers').select('hash').where('trouble', 'is not', null)
  expect(await troubled.execute()).toEqual([])
})
