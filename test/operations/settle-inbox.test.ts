import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { listInbox, showInboxItem } from '#server/operations/read-inbox.ts'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { codeItem, replyToItem } from '#server/operations/settle-inbox.ts'
import { clockAt, hours, noon, openCampaignStudy, sendingDeps } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { type FakeTwilio, startFakeTwilio } from '#test/support/fake-twilio.ts'
import { type Phone, phoneOf } from '#test/support/resident.ts'

const at = testDatabase()
const clock = clockAt(noon)
let fake: FakeTwilio
let deps: Deps & { carrier: Carrier }

beforeAll(async () => {
  fake = await startFakeTwilio({ now: () => clock.at })
  deps = sendingDeps(at.db, fake, clock)
  await openCampaignStudy(deps)
})
afterAll(() => fake.close())
beforeEach(() => {
  clock.at = noon
})

/** Somebody who has finished, and then asks us something: their item. */
async function asker(): Promise<{ phone: Phone; id: string }> {
  const phone = phoneOf(
    deps,
    `+1212555${String(1000 + fake.texts.length + (await listInbox(deps, 'block-watch')).length)}`,
  )
  for (const body of ['hello', 'yes', '1', 'more light', 'when will I see the results?']) await phone.text(body)
  const items = await listInbox(deps, 'block-watch')
  return { phone, id: items.at(-1)?.id ?? '' }
}

const received = ({ number }: Phone) => fake.texts.filter(({ to }) => to === number).map(({ body }) => body)

test('a reply is sent in a person’s words, once, and takes the item off the list', async () => {
  const { phone, id } = await asker()
  await replyToItem(deps, id, ' In May, on our page. ', 'reader')
  await expect(replyToItem(deps, id, 'In May, on our page.', 'reader')).rejects.toThrow('has had this reply')
  await sendDueTexts(deps, deps.carrier)
  expect(received(phone)).toEqual(['In May, on our page.'])
  expect((await listInbox(deps, 'block-watch')).map((item) => item.id)).not.toContain(id)
  const { texts } = await showInboxItem(deps, id)
  expect(texts).toContainEqual({ direction: 'out', text: 'In May, on our page.', at: noon })
})

test('a reply waits for the morning of whom it goes to', async () => {
  const { phone, id } = await asker()
  clock.at = new Date('2026-03-03T04:00:00Z') // eleven in the evening in New York
  await replyToItem(deps, id, 'In May.', 'reader')
  expect(await sendDueTexts(deps, deps.carrier)).toBe(0)
  clock.later(12 * hours)
  await sendDueTexts(deps, deps.carrier)
  expect(received(phone)).toEqual(['In May.'])
})

test('nobody replies to who has opted out, with no words, with too many, or where no texts leave', async () => {
  const { phone, id } = await asker()
  await expect(replyToItem(deps, id, '  ', 'reader')).rejects.toThrow('needs words')
  await expect(replyToItem(deps, id, 'x'.repeat(1601), 'reader')).rejects.toThrow('1600 characters at most')
  await expect(replyToItem({ ...deps, carrier: undefined }, id, 'In May.', 'reader')).rejects.toThrow('No texts leave')
  await expect(replyToItem(deps, '999999', 'In May.', 'reader')).rejects.toThrow('999999')
  const said = { mode: 'phone', how: 'said so on the phone', recordedBy: 'staff:reader', studyId: null } as const
  await recordOptOut(deps, { phone: phone.number, ...said })
  await expect(replyToItem(deps, id, 'In May.', 'reader')).rejects.toThrow('has opted out')
  expect(received(phone)).toEqual([])
  expect((await listInbox(deps, 'block-watch')).map((item) => item.id)).toContain(id)
})

test('an item that answers no question cannot be coded, and says what to do instead', async () => {
  const { id } = await asker()
  await expect(codeItem(deps, id, '1', 'reader')).rejects.toThrow('close it, or record an opt-out')
})
