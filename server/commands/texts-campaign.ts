import type { Study } from '#instruments/engine/study.ts'
import { forecast } from '#server/fieldwork/forecast.ts'
import { type Planned, type PlannedText, planTexts } from '#server/operations/sending/plan-texts.ts'
import { type CampaignReport, readCampaign } from '#server/operations/sending/read-campaign.ts'
import { startTexts, stopTexts } from '#server/operations/sending/run-campaign.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type Call, type Command, text, wholeNumber } from './command.ts'

const wave = { wave: { type: 'string' } } as const

/** The wave that a command about texts names. */
export const waveOf = (call: Call) =>
  requireWave(call.deps.db, call.args[0] ?? '', wholeNumber(call, 'wave', { least: 1, most: 1_000_000 }))

export const textsPlan: Command = {
  words: 'texts plan',
  usage: '<study> [--dry-run] [--wave n]',
  summary:
    'Writes the texts that are next for every case, or with --dry-run only says how many, when, and at what cost.',
  takes: { least: 1, most: 1 },
  options: { ...wave, 'dry-run': { type: 'boolean' } },
  async run(call) {
    const fielded = await waveOf(call)
    const { study } = await call.deps.compiledFor(fielded)
    const dryRun = call.options['dry-run'] === true
    const planned = await planTexts(call.deps, fielded, { dryRun })
    const summary = summaryOf(planned, study.texts)
    print(call, summary)
    call.print(
      dryRun ? 'Nothing was written.' : `They leave with: npx canvass texts start ${study.id} --wave ${fielded.number}`,
    )
    return { study: study.id, wave: fielded.number, dryRun, ...summary }
  },
}

export const textsStart: Command = {
  words: 'texts start',
  usage: '<study> [--wave n]',
  summary: 'Starts the invitations and reminders of an open wave, or lets stopped ones go on.',
  takes: { least: 1, most: 1 },
  options: wave,
  async run(call) {
    const fielded = await waveOf(call)
    const planned = await startTexts(call.deps, fielded)
    const { study } = await call.deps.compiledFor(fielded)
    const summary = summaryOf(planned, study.texts)
    print(call, summary)
    call.print(`The texts of wave ${fielded.number} are running. Look at them: npx canvass texts status ${study.id}`)
    return { study: study.id, wave: fielded.number, ...summary }
  },
}

export const textsStop: Command = {
  words: 'texts stop',
  usage: '<study> [--reason "why"] [--wave n]',
  summary: 'Keeps the invitations and reminders of a wave back, at once, until they are started again.',
  takes: { least: 1, most: 1 },
  options: { ...wave, reason: { type: 'string' } },
  async run(call) {
    const fielded = await waveOf(call)
    const reason = text(call, 'reason') ?? 'stopped by hand'
    await stopTexts(call.deps, fielded, reason)
    call.print(`No more texts of wave ${fielded.number} leave. Those that the carrier has already are under way.`)
    return { study: fielded.study_id, wave: fielded.number, reason }
  },
}

export const textsStatus: Command = {
  words: 'texts status',
  usage: '<study> [--wave n]',
  summary: 'Shows how a wave’s texts fare: sent, delivered, failed and why, their cost, and what came of them.',
  takes: { least: 1, most: 1 },
  options: wave,
  async run(call) {
    const fielded = await waveOf(call)
    const report = await readCampaign(call.deps, fielded)
    for (const line of linesOf(report)) call.print(line)
    return { study: fielded.study_id, wave: fielded.number, ...report }
  },
}

type Summary = ReturnType<typeof summaryOf>

function summaryOf({ texts, others }: Planned, texting: Study['texts']) {
  const groups = Map.groupBy(texts, ({ kind, language, encoding, segments }) =>
    JSON.stringify({ kind, language, encoding, segments }),
  )
  const kinds = [...groups].map(([key, group]) => ({
    ...(JSON.parse(key) as Pick<PlannedText, 'kind' | 'language' | 'encoding' | 'segments'>),
    texts: group.length,
    cost: costOf(group),
  }))
  const hourOf = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
  const dailyHours = hourOf(texting.until) - hourOf(texting.from)
  return {
    texts: texts.length,
    kinds: kinds.sort((a, b) => b.texts - a.texts),
    cost: costOf(texts),
    currency: texting.segmentPrice.currency,
    others,
    ...forecast(
      texts.map(({ notBefore }) => notBefore),
      { perSecond: texting.perSecond, perDay: texting.perDay, dailyHours },
    ),
  }
}

function costOf(texts: readonly PlannedText[]): number {
  return Math.round(100 * texts.reduce((sum, { price }) => sum + price.amount, 0)) / 100
}

function print({ print: say }: Call, { texts, kinds, cost, currency, others, begins, ends, days }: Summary): void {
  say(`${whole(texts)} texts, about ${cost.toFixed(2)} ${currency} without the conversations that follow.`)
  for (const { kind, language, encoding, segments, texts: count, cost: part } of kinds)
    say(
      `  ${kind.padEnd(11)} ${language.padEnd(8)} ${encoding}, ${segments} segments ${whole(count).padStart(9)} ${part.toFixed(2).padStart(10)}`,
    )
  if (begins && ends)
    say(`  from ${begins.toISOString()} to about ${ends.toISOString()}, on ${days} ${days === 1 ? 'day' : 'days'}`)
  for (const [because, count] of Object.entries(others))
    say(`  no text now: ${whole(count)} ${because.replaceAll('-', ' ')}`)
}

function linesOf({ campaign, figures, mishaps, cost, response, next, alarms }: CampaignReport): string[] {
  return [
    campaign
      ? `The campaign is ${campaign.state}; ${whole(campaign.sent_today)} sent on its latest day.`
      : 'The campaign was never started.',
    ...alarms.map((alarm) => `LOOK AT THIS: ${alarm}`),
    ...figures.map(
      ({ kind, state, texts, segments }) =>
        `  ${kind.padEnd(11)} ${state.padEnd(12)} ${whole(texts).padStart(9)} texts ${whole(segments).padStart(10)} segments`,
    ),
    ...mishaps.map(({ what, texts }) => `  ${whole(texts)} ${what}`),
    `Cost so far about ${cost.expected.toFixed(2)} ${cost.currency}${cost.billed > 0 ? `, billed ${cost.billed.toFixed(2)}` : ''}.`,
    `${whole(response.invited)} people reached, ${whole(response.begun)} began, ${whole(response.complete)} finished, ${whole(response.optedOut)} opted out.`,
    ...(next ? [`The next text is due ${next.toISOString()}.`] : []),
  ]
}

function whole(count: number): string {
  return count.toLocaleString('en-US')
}
