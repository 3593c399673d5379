import { sql } from 'kysely'
import type { Interview } from '#instruments/engine/interview.ts'
import type { Db } from './database.ts'

/** What a personal link by text needs to know of a case. */
export type CaseToLink = {
  readonly id: string
  readonly interview_id: string
  readonly language: string | null
  readonly time_zone: string | null
  readonly person_id: string | null
  /** Null: not begun. */
  readonly fold: Interview | null
  /** In the order in which they are tried; hashes and sealed numbers in hex. */
  readonly phones: readonly {
    readonly hash: string
    readonly sealed: string
    readonly kind: 'mobile' | 'landline' | 'voip' | 'unknown'
    readonly timeZone: string | null
    readonly trouble: string | null
    readonly optedOut: boolean
    readonly mayBeTexted: boolean
  }[]
}

/** The case of a wave that goes by this id, ours or that of its file. */
export async function caseToLink(db: Db, waveId: string, called: string): Promise<CaseToLink | undefined> {
  const { rows } = await sql<CaseToLink>`
    select c.id, c.interview_id, c.language, c.time_zone, k.person_id, i.fold,
      coalesce((
        select json_agg(json_build_object('hash', encode(n.hash, 'hex'), 'sealed', encode(n.sealed, 'hex'),
          'kind', n.kind, 'timeZone', n.time_zone, 'trouble', n.trouble,
          'optedOut', pii.has_opted_out(n.hash, k.person_id),
          'mayBeTexted', pii.consent_for(n.hash, k.person_id) is not null) order by h.rank, n.hash)
        from pii.person_phones h join pii.phone_numbers n on n.hash = h.phone_hash
        where h.person_id = k.person_id), '[]') as phones
    from known_cases c
    left join pii.case_people k on k.case_id = c.id
    left join interviews i on i.study_id = c.study_id and i.id = c.interview_id
    where c.wave_id = ${waveId}::uuid and (c.external_id = ${called} or c.id::text = lower(${called}))
    order by c.id::text = lower(${called}) desc
    limit 1`.execute(db)
  return rows[0]
}

/** How often a case was texted its link, and when it last was. */
export async function linksSent(db: Db, caseId: string): Promise<{ times: number; latest: Date | null }> {
  const { rows } = await sql<{ times: number; latest: Date | null }>`
    select count(*)::int as times, max(created_at) filter (where state not in ('failed', 'undelivered', 'canceled'))
      as latest
    from pii.outbound_texts where case_id = ${caseId}::uuid and kind = 'link' and retry_of is null`.execute(db)
  return rows[0] ?? { times: 0, latest: null }
}
