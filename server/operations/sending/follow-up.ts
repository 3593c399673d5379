import { readyToText } from '#instruments/engine/prompts/ready-to-text.ts'
import { Texts } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { contactHours } from '#server/fieldwork/contact-hours.ts'
import { badFile, refused } from '#server/problems.ts'
import { type FollowedUp, whoAgreedToHear } from '#server/store/follow-ups.ts'
import { insertTexts } from '#server/store/outbound-texts.ts'
import { runCampaign } from '#server/store/text-campaigns.ts'
import type { Wave } from '#server/store/waves.ts'
import { rowOf } from './enqueue-text.ts'
import { requireCarrier } from './run-campaign.ts'

/** What a round of follow-ups planned. */
export type FollowUps = {
  /** Those that were not planned before. */
  readonly texts: number
  readonly segments: number
  readonly cost: number
  readonly currency: string
  /** Who agreed, and whom no text may go to: opted out, or without a number. */
  readonly unreachable: number
}

/** A text has this many characters at most, as carriers take it. */
const longestText = 1600

/** Read and written together, in well under 50 ms. */
const textsAtOnce = 200

/**
 * Tells everybody who finished an interview of a closed wave, and agreed to hear of it, what came of it: one text each,
 * in the language of the interview, within their hours and at the pace of the study. Said again, nobody gets it twice.
 *
 * @param words   by language, as their file has them; each says how to stop
 * @param dryRun  write nothing, only say what would be planned
 * @throws Problem refused, or bad-file where the words will not do
 */
export async function followUp(
  deps: Deps,
  wave: Wave,
  { words, file, dryRun = false }: { words: unknown; file: string; dryRun?: boolean },
): Promise<FollowUps> {
  const { study } = await deps.compiledFor(wave)
  const { followUp: agreed, segmentPrice } = study.texts
  if (wave.status !== 'closed')
    throw refused({
      reason: `Wave ${wave.number} is ${wave.status}: what came of it is told once it is closed.`,
    })
  if (!agreed)
    throw refused({
      reason: `study.json of ${study.id} names no question that agrees to a follow-up (texts.followUp).`,
    })
  if (!dryRun) requireCarrier(deps, wave)
  const { followedUp, unreachable } = await allWhoAgreed(deps, wave, agreed)
  const languageOf = ({ language }: FollowedUp) => language ?? study.languages[0] ?? 'en'
  const byLanguage = readWords(words, file, new Set(followedUp.map(languageOf)))

  const openingAfter = contactHours(study.texts)
  const rowFor = (one: FollowedUp) => {
    const language = languageOf(one)
    const text = {
      key: `follow-up:${one.interview_id}`,
      kind: 'follow-up',
      phone: deps.sealer.unseal(one.sealed),
      personId: one.person_id,
      study,
      waveId: wave.id,
      caseId: one.case_id,
      interviewId: one.interview_id,
      language,
      body: byLanguage[language] ?? '',
      rule: 'agreed-to-hear-results',
      timeZone: one.time_zone,
    } as const
    return rowOf(deps, text, openingAfter)
  }
  let [texts, segments] = [0, 0]
  for (let from = 0; from < followedUp.length; from += textsAtOnce) {
    const rows = followedUp.slice(from, from + textsAtOnce).map(rowFor)
    const written = dryRun ? undefined : await insertTexts(deps.db, rows)
    const planned = rows.filter(({ id }) => !written || written.has(id))
    texts += planned.length
    segments += planned.reduce((sum, row) => sum + row.segments, 0)
  }
  if (!dryRun) await runCampaign(deps.db, wave.id, deps.now())
  const { amount, currency } = segmentPrice
  return { texts, segments, cost: Math.round(100 * segments * amount) / 100, currency, unreachable }
}

const beforeAll = '00000000-0000-0000-0000-000000000000'

async function allWhoAgreed(
  { db }: Deps,
  wave: Wave,
  { question, values }: { readonly question: string; readonly values: readonly (string | number | boolean)[] },
): Promise<{ followedUp: FollowedUp[]; unreachable: number }> {
  const followedUp: FollowedUp[] = []
  let unreachable = 0
  let after: string | undefined = beforeAll
  while (after !== undefined) {
    const agreed = { question, values: values.map(String) }
    const page = await whoAgreedToHear(db, wave.id, agreed, { after, most: textsAtOnce })
    followedUp.push(...page.followedUp)
    unreachable += page.unreachable
    after = page.last
  }
  return { followedUp, unreachable }
}

/** The words as they leave, for every language that is needed. */
function readWords(words: unknown, file: string, needed: ReadonlySet<string>): Record<string, string> {
  const { success, data, error } = Texts.safeParse(words)
  if (!success)
    throw badFile({ file, findings: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) })
  const ready = Object.fromEntries(
    Object.entries(data).map(([language, text]) => [language, readyToText(text.trim(), language)]),
  )
  const findings = [
    ...[...needed].filter((language) => !ready[language]).map((language) => `it has no text in ${language}`),
    ...Object.entries(ready).flatMap(([language, text]) => [
      ...(text.length > longestText
        ? [`${language}: a text has ${longestText} characters at most; this one has ${text.length}`]
        : []),
      ...(/\bSTOP\b/.test(text) ? [] : [`${language}: it must say that STOP ends all texts, in these letters`]),
    ]),
  ]
  if (findings.length > 0) throw badFile({ file, findings })
  return ready
}
