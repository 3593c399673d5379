import { sql } from 'kysely'
import type { Interview } from '#instruments/engine/interview.ts'
import type { Deps } from '#server/deps.ts'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import { checkLogs } from '#test/support/check-logs.ts'
import { lookAtSent, type Sent } from './look-at-sent.ts'
import type { Lived } from './resident.ts'

export type Found = {
  readonly residents: number
  readonly interviews: number
  readonly complete: number
  /** Texts that the server said it had taken, repeats of the same text counted once. */
  readonly texts: number
  readonly repeated: number
  readonly outOfOrder: number
  readonly optOuts: number
  /** Residents whom the end of the run met in the middle of the interview. */
  readonly cutShort: number
  /** Texts that were brought again after nobody had answered: all, and those that had been taken all the same. */
  readonly broughtAgain: number
  readonly takenUnanswered: number
  readonly sent: Sent['figures']
  /** What must not be: none of it. */
  readonly wrong: Sent['wrong'] & {
    /** Texts that were acknowledged and are not kept. */
    readonly textsLost: number
    /** Answers that were taken, and that the log does not have as they were given. */
    readonly answersLost: number
    /** Questions that were asked again after an answer that was understood, by the phones and by the logs. */
    readonly askedAgain: number
    /** Answers that a log has twice. */
    readonly heardTwice: number
    /** Repeats of a text that got another reply than the text, or than the one that is stored with it. */
    readonly repliedOtherwise: number
    /** Opt-outs that the ledger does not have. */
    readonly optOutsLost: number
    /** Interviews whose log has a gap or does not lead to their projection, and residents with another number than theirs. */
    readonly broken: number
    /** Residents who heard the last words, and whose interview is not over. */
    readonly unfinished: number
  }
}

/** Compares what residents were told with what the database has and what the carrier was given. */
export async function lookAt(deps: Deps, carrier: Pick<Carrier, 'texts'>, lives: readonly Lived[]): Promise<Found> {
  const { db, sealer } = deps
  const messages = await db.selectFrom('pii.messages').select(['sid', 'reply', 'recorded_at']).execute()
  const kept = new Map(messages.map((message) => [message.sid, message]))
  const interviews = await db
    .selectFrom('pii.conversations as v')
    .innerJoin('interviews as i', (join) =>
      join.onRef('i.study_id', '=', 'v.study_id').onRef('i.id', '=', 'v.interview_id'),
    )
    .select(['v.phone_hash', 'i.fold'])
    .execute()
  const byPhone = Map.groupBy(interviews, ({ phone_hash }) => phone_hash.toString('hex'))
  const { rows: twice } = await sql<{ type: string }>`
    select type from interview_events where type in ('asked', 'answered')
    group by study_id, interview_id, type, happening ->> 'question', happening ->> 'group'
    having count(*) > 1`.execute(db)
  const { rows: stopped } = await sql<{ phone_hash: Buffer }>`
    select distinct phone_hash from pii.consents where kind = 'opt-out'`.execute(db)
  const ledger = new Set(stopped.map(({ phone_hash }) => phone_hash.toString('hex')))
  const logs = await checkLogs(db)
  const { figures: sent, wrong: wronglySent } = await lookAtSent(deps, carrier, lives)

  const hashOf = ({ phone }: Lived) => sealer.hashPhone(phone.number).toString('hex')
  const sum = (count: (lived: Lived) => number) => lives.reduce((total, lived) => total + count(lived), 0)
  const foldOf = (lived: Lived) => byPhone.get(hashOf(lived))?.[0]?.fold
  const optedOut = lives.filter(({ stoppedAt }) => stoppedAt !== undefined)
  const broughtAgain = lives.flatMap(({ phone, stoppedAt }) =>
    phone.broughtAgain.map((one) => ({ ...one, before: kept.get(one.sid), isOver: stoppedAt !== undefined })),
  )
  const takenUnanswered = broughtAgain.filter(({ before, at }) => before && before.recorded_at < at)
  return {
    residents: lives.length,
    interviews: interviews.length,
    complete: interviews.filter(({ fold }) => fold.status === 'complete').length,
    texts: sum(({ phone }) => phone.acknowledged.size),
    repeated: sum(({ phone }) => phone.repeated()),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    optOuts: optedOut.length,
    cutShort: lives.filter(({ begun, finished, stoppedAt }) => begun && !finished && stoppedAt === undefined).length,
    broughtAgain: broughtAgain.length,
    takenUnanswered: takenUnanswered.length,
    sent,
    wrong: {
      ...wronglySent,
      textsLost: sum(({ phone }) => [...phone.acknowledged].filter((sid) => !kept.has(sid)).length),
      answersLost: sum((lived) => missing(lived, foldOf(lived))),
      askedAgain: sum(({ askedAgain }) => askedAgain.length) + twice.filter(({ type }) => type === 'asked').length,
      heardTwice: twice.filter(({ type }) => type === 'answered').length,
      repliedOtherwise:
        sum(({ phone }) => phone.otherwise()) +
        broughtAgain.filter(({ before, reply, isOver }) => {
          const stored = before?.reply ? sealer.unseal(before.reply) : ''
          return reply !== stored && !(isOver && reply === '') // an opt-out was faster than the repeat
        }).length,
      optOutsLost: optedOut.filter((lived) => !ledger.has(hashOf(lived))).length,
      broken:
        logs.broken + lives.filter((lived) => (byPhone.get(hashOf(lived))?.length ?? 0) !== Number(lived.begun)).length,
      unfinished: lives.filter((lived) => lived.finished && foldOf(lived)?.status !== 'complete').length,
    },
  }
}

/** How many answers of a resident an interview does not have. */
function missing({ given }: Lived, interview: Interview | undefined): number {
  return [...given].filter(([question, value]) => {
    const had = interview?.given[question]
    return had?.kind !== 'answered' || JSON.stringify(had.value) !== JSON.stringify(value)
  }).length
}
