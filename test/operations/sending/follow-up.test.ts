import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepare, run } from '#server/cli.ts'
import { setWaveStatus } from '#server/store/waves.ts'
import { addCase, days } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { type Phone, phoneOf } from '#test/support/resident.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
const words = {
  en: 'The Block watch office: most of you want more light, and it comes in May. STOP ends all texts.',
  es: 'Oficina Block watch: la mayoría quiere más luz. STOP para no recibir más mensajes.',
}

async function canvass(...argv: string[]) {
  let [out, error] = ['', '']
  const prepared = prepare(argv)
  if ('text' in prepared) return { exitCode: prepared.exitCode, out: prepared.text, error }
  const output = { out: (text: string) => (out += text), error: (text: string) => (error += text), progress: () => {} }
  const exitCode = await run(prepared, on.deps, process.cwd(), output)
  return { exitCode, out, error }
}

async function followUp(said: unknown, ...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'canvass-follow-up-'))
  const file = join(folder, 'words.json')
  await writeFile(file, JSON.stringify(said))
  const done = await canvass('texts', 'follow-up', on.wave.study_id, '--text', file, ...options)
  await rm(folder, { recursive: true })
  return done
}

const finish = async (one: Phone, safe: string) => {
  for (const body of ['ok', 'yes', safe, 'more light']) await one.text(body)
}
const followUps = () => on.fake.texts.filter(({ to, body }) => to !== '' && Object.values(words).includes(body))

test('whoever finished and agreed hears what came of it, once, in their language, after the wave is closed', async () => {
  await on.campaign({ followUp: { question: 'safe', values: [1, 2] } })
  const [agreed, spanish, declined, unfinished, stopped] = [1, 2, 3, 4, 5].map((line) => phoneOf(on.deps, phone(line)))
  for (const one of [agreed, declined, unfinished, stopped]) await addCase(on.deps, on.wave, [{ phone: one!.number }])
  await addCase(on.deps, on.wave, [{ phone: spanish!.number }], { language: 'es' })
  await on.start()
  await on.sendAll()
  const stranger = phoneOf(on.deps, phone(6))
  await stranger.text('hello')
  for (const body of ['yes', '1', 'more light']) await stranger.text(body)
  await finish(agreed!, '1')
  await finish(spanish!, '2')
  await finish(declined!, '3')
  await unfinished!.text('ok')
  await finish(stopped!, '1')
  await stopped!.text('STOP')

  expect(await followUp(words)).toMatchObject({ exitCode: 1, error: expect.stringContaining('once it is closed') })
  await setWaveStatus(at.db, on.wave.id, 'closed', on.clock.at)
  on.clock.later(3 * days)
  expect(JSON.parse((await followUp(words, '--dry-run', '--json')).out)).toMatchObject({
    dryRun: true,
    texts: 3,
    unreachable: 1,
    currency: 'USD',
  })
  await on.sendAll()
  expect(followUps()).toEqual([])

  expect(JSON.parse((await followUp(words, '--json')).out)).toMatchObject({ texts: 3 })
  expect(JSON.parse((await followUp(words, '--json')).out)).toMatchObject({ texts: 0 })
  on.clock.later(1000)
  await on.sendAll()
  expect(Object.fromEntries(followUps().map(({ to, body }) => [to, body]))).toEqual({
    [agreed!.number]: words.en,
    [spanish!.number]: words.es,
    [stranger.number]: words.en,
  })
  expect(followUps()).toHaveLength(3)
  const rows = (await on.texts()).filter(({ kind }) => kind === 'follow-up')
  expect(rows.every(({ rule, consent_id }) => rule === 'agreed-to-hear-results' && consent_id !== null)).toBe(true)
})

test('no follow-up leaves to who opts out after it was planned', async () => {
  await on.campaign({ followUp: { question: 'safe', values: [1] } })
  const one = phoneOf(on.deps, phone(11))
  await addCase(on.deps, on.wave, [{ phone: one.number }])
  await on.start()
  await on.sendAll()
  await finish(one, '1')
  await setWaveStatus(at.db, on.wave.id, 'closed', on.clock.at)
  on.clock.later(3 * days)
  await followUp(words)
  await one.text('STOP')
  on.clock.later(1000)
  await on.sendAll()
  expect(followUps()).toEqual([])
})

test('words that will not do are refused with what is wrong', async () => {
  await on.campaign({ followUp: { question: 'safe', values: [1] } })
  const one = phoneOf(on.deps, phone(21))
  await addCase(on.deps, on.wave, [{ phone: one.number }], { language: 'es' })
  await on.start()
  await on.sendAll()
  await finish(one, '1')
  await setWaveStatus(at.db, on.wave.id, 'closed', on.clock.at)
  const { exitCode, error } = await followUp({ en: 'It comes in May.', ru: `STOP ${'x'.repeat(1600)}` })
  expect(exitCode).toBe(1)
  for (const wrong of ['no text in es', 'en: it must say that STOP', 'ru: a text has 1600'])
    expect(error).toContain(wrong)
  await on.campaign()
  await setWaveStatus(at.db, on.wave.id, 'closed', on.clock.at)
  expect((await followUp(words)).error).toContain('texts.followUp')
})
