import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { enqueueText } from '#server/operations/sending/enqueue-text.ts'
import { keepHours } from '#server/operations/sending/keep-hours.ts'
import { planTexts } from '#server/operations/sending/plan-texts.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { settleUncertainTexts } from '#server/operations/sending/settle-uncertain-texts.ts'
import { textLink } from '#server/operations/sending/text-link.ts'
import { releaseTexts } from '#server/operations/sending/waiting-campaign.ts'
import { Problem } from '#server/problems.ts'
import { addCase, days, hours, minutes } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phoneOf } from '#test/support/resident.ts'
import { sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)

const word = { mode: 'phone', how: 'said so', recordedBy: 'staff:ann', studyId: null } as const

type Resident = {
  readonly phone: string
  readonly personId: string
  readonly caseId: string
  readonly interviewId: string
}

/** Everything that makes a text leave sooner or later. */
const schedules: Readonly<Record<string, (resident: Resident, n: number) => Promise<unknown>>> = {
  plan: () => planTexts(on.deps, on.wave),
  send: () => sendDueTexts(on.deps, on.deps.carrier),
  'keep hours': () => keepHours(on.deps),
  settle: () => settleUncertainTexts(on.deps, on.deps.carrier),
  hear: () => on.hearAll(),
  'lose an answer': async () => on.fake.mishaps.push('answer-lost'),
  'refuse for a while': async () => on.fake.mishaps.push('unavailable'),
  'a minute': async () => on.clock.later(minutes),
  'an hour': async () => on.clock.later(hours),
  'four days': async () => on.clock.later(4 * days),
  'half a day': async () => on.clock.later(13 * hours),
  'hear from them': ({ phone: number }) => phoneOf(on.deps, number).text('ok'),
  'ask for a link at the door': ({ caseId }) =>
    unlessRefused(textLink(on.deps, on.wave, caseId, { mode: 'home', by: 'ann' })),
  'release what is held': () => releaseTexts(on.deps, on.wave),
  'answer late': async ({ phone: number, personId, caseId, interviewId }, n) => {
    const { study } = await on.deps.compiledFor(on.wave)
    const about = { personId, caseId, interviewId, study, waveId: on.wave.id, language: 'en' }
    return enqueueText(on.deps, at.db, {
      ...about,
      key: `late:${caseId}:${n}`,
      kind: 'late-reply',
      phone: number,
      body: 'Here you are.',
      rule: 'own-text',
    })
  },
}
/** What is refused is as good as not done. */
const unlessRefused = (task: Promise<unknown>) =>
  task.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
const someSteps = fc.array(fc.constantFrom('send', 'send', ...Object.keys(schedules)), { minLength: 3, maxLength: 12 })

let lines = 0

test('whatever was planned, tried again or under way: after an opt-out nothing is handed to the carrier', {
  timeout: 120_000,
}, async () => {
  await on.campaign({ remindAfterDays: [1, 2, 3] }, {}, 2)
  await on.start()
  let before = 0
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      someSteps,
      fc.constantFrom('number', 'person'),
      someSteps,
      async (atOnce, first, by, then) => {
        const line = `+1646555${1000 + lines++}`
        const resident = { phone: line, ...(await addCase(on.deps, on.wave, [{ phone: line }])) }
        await on.start() // an earlier resident's steps may have stopped it
        const sent = () => on.sentTo().filter((to) => to === line).length
        for (const [n, step] of ['plan', 'keep hours', 'a minute', ...(atOnce ? ['send'] : []), ...first].entries())
          await schedules[step]!(resident, n)
        const who = by === 'number' ? { phone: line } : { personId: resident.personId }
        await recordOptOut(on.deps, { ...word, ...who })
        const sentByThen = sent()
        before += sentByThen
        for (const [n, step] of [...then, 'four days', 'settle', 'plan', 'keep hours', 'send', 'hear'].entries())
          await schedules[step]!(resident, 100 + n)
        expect(sent()).toBe(sentByThen)
      },
    ),
    { numRuns: 60 },
  )
  expect(before).toBeGreaterThan(5)
})

test('who says stop when their text has been taken for sending, and is not handed in yet, does not get it', async () => {
  await on.campaign()
  const [stops, stays] = ['+16465550201', '+16465550202']
  for (const phone of [stops, stays]) await addCase(on.deps, on.wave, [{ phone }])
  await on.start()
  const { carrier } = on.deps
  let stop: Promise<void> | undefined
  const slow = {
    ...carrier,
    async ready() {
      stop ??= recordOptOut(on.deps, { ...word, phone: stops })
      await stop
    },
  }
  await sendDueTexts(on.deps, slow)
  expect(on.sentTo()).toEqual([stays])
  expect((await on.states()).sort()).toEqual(['invitation accepted', 'invitation canceled'])
})
