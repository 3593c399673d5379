import { beforeAll, expect, test } from 'vitest'
import { prepare, run } from '#server/cli.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { aCase, phoneOf } from '#test/support/resident.ts'
import { openTextedStudy } from '#test/support/texted-study.ts'

const at = testDatabase()
let wave: Wave

beforeAll(async () => {
  wave = await openTextedStudy(at.deps)
})

async function texts(...typed: string[]): Promise<{ exitCode: number; said: string }> {
  const prepared = prepare(['texts', ...typed, '--mode', 'home', '--how', 'said so at the door', '--by', 'ana'])
  if ('text' in prepared) throw new Error(prepared.text)
  let said = ''
  const hear = (text: string) => (said += text)
  const exitCode = await run(prepared, at.deps, '/', { out: hear, error: hear, progress: () => {} })
  return { exitCode, said }
}

test('a word taken at the door of a case holds on all phones of its person, until one takes it back', async () => {
  const [mobile, home] = [phoneOf(at.deps), phoneOf(at.deps)]
  const { caseId, personId } = await aCase(at.deps, wave, { phones: [mobile, home] })
  expect(await texts('opt-out', '--case', caseId)).toEqual({ exitCode: 0, said: 'Nothing more is sent to them.\n' })
  for (const { hash } of [mobile, home]) expect(await hasOptedOut(at.db, hash, null)).toBe(true)
  const words = await at.db.selectFrom('pii.consents').selectAll().where('person_id', '=', personId).execute()
  expect(words[0]).toMatchObject({ study_id: wave.study_id, mode: 'home', recorded_by: 'staff:ana' })
  await texts('opt-in', '--case', caseId)
  expect(await hasOptedOut(at.db, mobile.hash, personId)).toBe(false)
})

test('a case goes by the id of its file too, as long as that names one person', async () => {
  const [one, other] = [phoneOf(at.deps), phoneOf(at.deps)]
  const [first, second] = [
    await aCase(at.deps, wave, { phones: [one] }),
    await aCase(at.deps, wave, { phones: [other] }),
  ]
  const name = (id: string, caseId: string) =>
    at.db.updateTable('sample_cases').set({ external_id: id }).where('id', '=', caseId).execute()
  await name('H-17', first.caseId)
  expect((await texts('opt-out', '--case', 'H-17')).exitCode).toBe(0)
  expect(await hasOptedOut(at.db, one.hash, null)).toBe(true)
  expect(await hasOptedOut(at.db, other.hash, null)).toBe(false)
  await name(first.caseId, second.caseId)
  const { exitCode, said } = await texts('opt-out', '--case', first.caseId)
  expect(exitCode).toBe(1)
  expect(said).toMatch(/^Several people have a case/)
  expect(said).toContain(second.caseId)
})

test.each([
  { typed: [], exitCode: 2, said: 'Give a number or a --case' },
  { typed: ['+12125550100', '--case', 'x'], exitCode: 2, said: 'Give a number or a --case' },
  { typed: ['212 555 0100'], exitCode: 2, said: 'A number is written +12125550100.' },
  { typed: ['--case', 'nobody'], exitCode: 1, said: 'There is no case "nobody".' },
])('$typed is refused, and why is said', async ({ typed, exitCode, said }) => {
  expect(await texts('opt-out', ...typed)).toEqual({ exitCode, said: expect.stringContaining(said) })
})
