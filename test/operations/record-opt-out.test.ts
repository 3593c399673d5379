import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { recordOptIn, recordOptOut } from '#server/operations/record-opt-out.ts'
import { addConsent, hasOptedOut } from '#server/store/consents.ts'
import { testDatabase } from '#test/support/databases.ts'

const at = testDatabase()
let number = 5_550_100

const aPhone = () => `+1212${number++}`
const word = { mode: 'sms', how: 'carrier keyword', recordedBy: 'resident', studyId: null } as const
const atTheDoor = { mode: 'home', how: 'said so at the door', recordedBy: 'staff:ana', studyId: null } as const

async function aPerson(...phones: string[]): Promise<string> {
  const id = randomUUID()
  await at.db.insertInto('pii.people').values({ id, name: null, address: null }).execute()
  for (const phone of phones) {
    const hash = at.deps.sealer.hashPhone(phone)
    await at.db
      .insertInto('pii.phone_numbers')
      .values({ hash, sealed: at.deps.sealer.seal(phone) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await at.db.insertInto('pii.person_phones').values({ person_id: id, phone_hash: hash }).execute()
  }
  return id
}

const isStopped = (phone: string, person: string | null = null) =>
  hasOptedOut(at.db, at.deps.sealer.hashPhone(phone), person)

test('a stranger who says stop is blocked by the number alone, and one who was never heard of is not', async () => {
  const [phone, other] = [aPhone(), aPhone()]
  await recordOptOut(at.deps, { ...word, phone })
  expect(await isStopped(phone)).toBe(true)
  expect(await isStopped(phone, randomUUID())).toBe(true)
  expect(await isStopped(other)).toBe(false)
})

test('a number of one person alone blocks the person on all numbers', async () => {
  const [mobile, home] = [aPhone(), aPhone()]
  const person = await aPerson(mobile, home)
  await recordOptOut(at.deps, { ...word, phone: mobile })
  expect(await isStopped(aPhone(), person)).toBe(true)
  expect(await isStopped(home)).toBe(true)
})

test('a shared number is blocked for everybody, but says nothing about their other numbers', async () => {
  const [shared, own] = [aPhone(), aPhone()]
  const [one, other] = [await aPerson(shared, own), await aPerson(shared)]
  await recordOptOut(at.deps, { ...word, phone: shared })
  expect(await isStopped(shared, one)).toBe(true)
  expect(await isStopped(shared, other)).toBe(true)
  expect(await isStopped(own, one)).toBe(false)
})

test('a shared number blocks the person who is known to have written, everywhere', async () => {
  const [shared, own, others] = [aPhone(), aPhone(), aPhone()]
  const [one, other] = [await aPerson(shared, own), await aPerson(shared, others)]
  await recordOptOut(at.deps, { ...word, phone: shared, personId: one })
  expect(await isStopped(own, one)).toBe(true)
  expect(await isStopped(others, other)).toBe(false)
})

test('a refusal at the door holds on all numbers of that person and leaves who shares one alone', async () => {
  const [shared, own] = [aPhone(), aPhone()]
  const [one, other] = [await aPerson(shared, own), await aPerson(shared)]
  await recordOptOut(at.deps, { ...atTheDoor, personId: one })
  expect(await isStopped(shared, one)).toBe(true)
  expect(await isStopped(own)).toBe(true) // also for a later sample that knows only the number
  expect(await isStopped(shared, other)).toBe(false)
})

test('is taken back from the number it came from, while another number that said stop stays stopped', async () => {
  const [mobile, home] = [aPhone(), aPhone()]
  const person = await aPerson(mobile, home)
  await recordOptOut(at.deps, { ...word, phone: mobile })
  await recordOptOut(at.deps, { ...word, phone: home })
  await recordOptIn(at.deps, { ...word, phone: mobile, how: 'texted START' })
  expect(await isStopped(mobile, person)).toBe(false)
  expect(await isStopped(home, person)).toBe(true)
})

test('is not taken back by a consent that a form or a sample brings later, only by asking for texts again', async () => {
  const phone = aPhone()
  const person = await aPerson(phone)
  await recordOptOut(at.deps, { ...word, phone })
  const phoneHash = at.deps.sealer.hashPhone(phone)
  await addConsent(at.db, { ...word, kind: 'consent', how: 'paper form', phoneHash, personId: person })
  const isStoppedInConversations = async () =>
    (await at.deps.conversations.read({ phoneHash, sid: randomUUID(), to: '+12125550199', cameAt: performance.now() }))
      .refusal !== undefined
  expect(await isStopped(phone)).toBe(true)
  expect(await isStopped(phone, person)).toBe(true)
  expect(await isStoppedInConversations()).toBe(true)
  await recordOptIn(at.deps, { ...word, phone, how: 'texted START' })
  expect(await isStopped(phone, person)).toBe(false)
  expect(await isStoppedInConversations()).toBe(false)
})

test('outlives the deletion of the person, and is never changed or deleted itself', async () => {
  const phone = aPhone()
  const person = await aPerson(phone)
  await recordOptOut(at.deps, { ...atTheDoor, personId: person })
  await at.db.deleteFrom('pii.people').where('id', '=', person).execute()
  expect(await isStopped(phone)).toBe(true)
  await expect(at.db.updateTable('pii.consents').set({ how: 'x' }).execute()).rejects.toThrow(/append-only/)
  await expect(at.db.deleteFrom('pii.consents').execute()).rejects.toThrow(/append-only/)
})

test('says who took it down and to which words', async () => {
  const person = await aPerson()
  await recordOptOut(at.deps, { ...atTheDoor, personId: person })
  const rows = await at.db.selectFrom('pii.consents').selectAll().where('person_id', '=', person).execute()
  expect(rows).toMatchObject([
    { kind: 'opt-out', mode: 'home', how: 'said so at the door', recorded_by: 'staff:ana', phone_hash: null },
  ])
})

test('names nobody in vain', async () => {
  await expect(recordOptOut(at.deps, word)).rejects.toThrow('a number or a person')
})
