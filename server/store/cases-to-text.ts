import { sql } from 'kysely'
import type { Interview } from '#instruments/engine/interview.ts'
import type { InterviewRow } from './interviews.ts'
import { overtaken } from './claim-texts.ts'
import type { Db } from './database.ts'
import type { TextKind, TextState } from './schema-of-sending.ts'

/** Everything that decides whether and how a case is texted next. */
export type CaseToText = {
  readonly id: string
  readonly interview_id: string
  readonly language: string | null
  readonly time_zone: string | null
  readonly person_id: string | null
  readonly status: InterviewRow['status'] | null
  readonly interview_language: string | null
  /** When the interview last moved. */
  readonly changed_at: Date | null
  /** When the resident last texted in it. */
  readonly heard_at: Date | null
  /** Of an interview that is under way. */
  readonly fold: Interview | null
  /** In the order in which they are tried. */
  readonly phones: readonly {
    readonly hash: string
    readonly sealed: string
    readonly kind: 'mobile' | 'landline' | 'voip' | 'unknown'
    readonly timeZone: string | null
    readonly trouble: string | null
    readonly optedOut: boolean
    readonly mayBeTexted: boolean
    /** It wrote what may be an opt-out, and nobody has read that yet. */
    readonly inDoubt: boolean
  }[]
  /** What the campaign has for it already, oldest first. Hashes are in hex, as in `phones`. */
  readonly texts: readonly {
    readonly kind: TextKind
    readonly state: TextState
    readonly phone: string
    readonly sentAt: string | null
    readonly errorCode: number | null
    readonly isRetry: boolean
    /** About when it was canceled because the resident had spoken. */
    readonly overtakenAt: string | null
  }[]
}

/** A page of a wave's cases, after one of them, in the order of their ids: which is no order at all, since ids are drawn. */
export async function casesToText(db: Db, waveId: string, after: string, most: number): Promise<CaseToText[]> {
  const { rows } = await sql<CaseToText>`
    select c.id, c.interview_id, c.language, c.time_zone, p.person_id, i.status, i.language as interview_language,
      i.changed_at, (
        select max(v.heard_at) from pii.conversations v
        where v.study_id = c.study_id and v.interview_id = c.interview_id) as heard_at,
      case when i.status = 'in-progress' then i.fold end as fold,
      coalesce((
        select json_agg(json_build_object('hash', encode(n.hash, 'hex'), 'sealed', encode(n.sealed, 'hex'),
          'kind', n.kind, 'timeZone', n.time_zone, 'trouble', n.trouble,
          'optedOut', pii.has_opted_out(n.hash, p.person_id),
          'mayBeTexted', pii.consent_for(n.hash, p.person_id) is not null,
          'inDoubt', exists (
            select from pii.inbox d
            where d.phone_hash = n.hash and d.reason = 'opt-out-in-doubt' and d.done_at is null)) order by h.rank, n.hash)
        from pii.person_phones h join pii.phone_numbers n on n.hash = h.phone_hash
        where h.person_id = p.person_id), '[]') as phones,
      coalesce((
        select json_agg(json_build_object('kind', t.kind, 'state', t.state, 'phone', encode(t.phone_hash, 'hex'),
          'sentAt', t.sent_at, 'errorCode', t.error_code, 'isRetry', t.retry_of is not null,
          'overtakenAt', case when t.state = 'canceled' and t.reason = ${overtaken} then t.not_before end) order by t.created_at)
        from pii.outbound_texts t where t.case_id = c.id and t.of_campaign), '[]') as texts
    from (
      select * from known_cases where wave_id = ${waveId}::uuid and id > ${after}::uuid order by id limit ${most}
    ) c
    left join pii.case_people p on p.case_id = c.id
    left join interviews i on i.study_id = c.study_id and i.id = c.interview_id
    order by c.id`.execute(db)
  return rows
}
