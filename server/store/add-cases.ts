import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { Wave } from './waves.ts'

/** A case of a sample with whom it stands for, sealed. */
export type NewCase = {
  readonly id: string
  readonly interviewId: string
  readonly tokenHash: Buffer
  readonly externalId: string | null
  readonly language: string | null
  readonly areaId: string | null
  readonly areaSource: 'file' | 'coordinates' | null
  readonly frame: string | null
  readonly stratum: string | null
  readonly probability: number | null
  readonly timeZone: string | null
  /** Of the number that is tried first. */
  readonly phoneKind: string | null
  readonly frameData: Readonly<Record<string, string>> | null
  readonly person: {
    readonly id: string
    readonly externalId: string | null
    readonly name: Buffer | null
    readonly address: Buffer | null
  } | null
  /** In the order in which they are tried. */
  readonly phones: readonly { readonly hash: Buffer; readonly sealed: Buffer; readonly kind: string }[]
  readonly consent: { readonly how: string; readonly givenAt: string | null } | null
}

/** What the database knows already of the rows of a piece. */
export type Known = {
  /** External ids of cases that the wave has. */
  readonly cases: ReadonlySet<string>
  /** People of a frame by `frame, external id` as JSON: who they are, and whether the wave has them. */
  readonly people: ReadonlyMap<string, { readonly id: string; readonly inWave: boolean }>
  /** Phone hash in hex → who has it in the wave: sealed name and external id of each. */
  readonly holders: ReadonlyMap<string, readonly { name: Buffer | null; personId: string | null }[]>
  /** Phone hashes, in hex, that may not be texted. */
  readonly stopped: ReadonlySet<string>
}

/**
 * Looks up the cases, people and phones of a piece, by index alone: while the tables fill, the planner knows nothing of
 * what is in them and would read all of it for every piece.
 *
 * @param db  a transaction: what is told to the planner ends with it
 */
export async function whatIsKnown(
  db: Trx,
  waveId: string,
  piece: {
    cases: readonly string[]
    people: readonly { frame: string; externalId: string }[]
    phones: readonly Buffer[]
  },
): Promise<Known> {
  await sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)`.execute(db)
  const cases = await sql<{ external_id: string }>`
    select asked.external_id from unnest(${piece.cases}::text[]) as asked (external_id)
    cross join lateral (
      select from sample_cases c
      where c.wave_id = ${waveId}::uuid and c.external_id = asked.external_id limit 1) as found`.execute(db)
  const people = await sql<{ frame: string; external_id: string; id: string; in_wave: boolean }>`
    select p.frame, p.external_id, p.id, exists (
      select from pii.case_people k join sample_cases c on c.id = k.case_id
      where k.person_id = p.id and c.wave_id = ${waveId}::uuid) as in_wave
    from pii.people p
    join unnest(${piece.people.map(({ frame }) => frame)}::text[],
      ${piece.people.map(({ externalId }) => externalId)}::text[]) as asked (frame, external_id)
      on asked.frame = p.frame and asked.external_id = p.external_id`.execute(db)
  const phones = await sql<{ hash: Buffer; name: Buffer | null; external_id: string | null }>`
    select h.hash, p.name, p.external_id from unnest(${piece.phones}::bytea[]) as h (hash)
    cross join lateral (select n.person_id from pii.person_phones n where n.phone_hash = h.hash offset 0) as n
    cross join lateral (select p.name, p.external_id from pii.people p where p.id = n.person_id limit 1) as p
    where (
      select bool_or((select c.wave_id from sample_cases c where c.id = k.case_id) = ${waveId}::uuid)
      from pii.case_people k where k.person_id = n.person_id)`.execute(db)
  const stopped = await sql<{ hash: Buffer }>`
    select h.hash from unnest(${piece.phones}::bytea[]) as h (hash)
    where exists (select from pii.consents c where c.phone_hash = h.hash) and pii.has_opted_out(h.hash, null)`.execute(
    db,
  )
  const holders = Map.groupBy(phones.rows, ({ hash }) => hash.toString('hex'))
  return {
    cases: new Set(cases.rows.map(({ external_id }) => external_id)),
    people: new Map(
      people.rows.map(({ frame, external_id, id, in_wave }) => [
        JSON.stringify([frame, external_id]),
        { id, inWave: in_wave },
      ]),
    ),
    holders: new Map(
      [...holders].map(([hash, rows]) => [
        hash,
        rows.map(({ name, external_id }) => ({ name, personId: external_id })),
      ]),
    ),
    stopped: new Set(stopped.rows.map(({ hash }) => hash.toString('hex'))),
  }
}

/**
 * Adds a piece of cases with their people, phones and words of consent, all of it or nothing. A person whom a frame has
 * named before keeps what the file leaves open. Nobody who has said stop consents by a file.
 */
export async function addCases(
  db: Db,
  { importId, wave, now }: { importId: string; wave: Wave; now: Date },
  cases: readonly NewCase[],
): Promise<void> {
  // One text of JSON instead of 25 arrays; bytes stand in it as PostgreSQL writes them.
  const rows = cases.map(({ person, phones: _, consent: __, ...row }) => ({
    ...row,
    tokenHash: hex(row.tokenHash),
    person: person?.id ?? null,
    personExternalId: person?.externalId ?? null,
    name: person?.name ? hex(person.name) : null,
    address: person?.address ? hex(person.address) : null,
  }))
  const numbers = cases.flatMap(({ person, phones, consent }) =>
    phones.map(({ hash, sealed, kind }, index) => ({
      person: person?.id,
      rank: index + 1,
      hash: hex(hash),
      sealed: hex(sealed),
      kind,
      ...consent,
    })),
  )
  await sql`
    with r as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, "interviewId" uuid,
        "tokenHash" bytea, "externalId" text, language text, "areaId" text, "areaSource" text, frame text, stratum text,
        probability double precision, "timeZone" text, "frameData" json, "phoneKind" text, person uuid, "personExternalId" text,
        name bytea, address bytea)
    ), n as materialized (
      select * from json_to_recordset(${JSON.stringify(numbers)}::json) as n (person uuid, rank integer, hash bytea,
        sealed bytea, kind text, how text, "givenAt" timestamptz)
    ), alive as (
      update sample_imports set alive_at = ${now} where id = ${importId}::uuid
    ), new_cases as (
      insert into sample_cases (id, study_id, wave_id, interview_id, token_hash, language, layer_id, area_id,
        area_source, frame, stratum, probability, external_id, time_zone, frame_data, import_id, phone_kind)
      select id, ${wave.study_id}, ${wave.id}::uuid, "interviewId", "tokenHash", language,
        case when "areaId" is not null then ${wave.layer_id}::uuid end, "areaId", "areaSource", frame, stratum,
        probability, "externalId", "timeZone", "frameData", ${importId}::uuid, "phoneKind" from r
    ), new_people as (
      insert into pii.people as p (id, frame, external_id, name, address)
      select person, case when "personExternalId" is not null then frame end, "personExternalId", name, address
      from r where person is not null
      on conflict (id) do update
        set name = coalesce(excluded.name, p.name), address = coalesce(excluded.address, p.address)
    ), new_case_people as (
      insert into pii.case_people (case_id, person_id) select id, person from r where person is not null
    ), new_numbers as (
      insert into pii.phone_numbers as p (hash, sealed, kind)
      select distinct on (hash) hash, sealed, kind from n order by hash, kind = 'unknown'
      on conflict (hash) do update set kind = excluded.kind where p.kind = 'unknown' and excluded.kind <> 'unknown'
    ), new_person_phones as (
      insert into pii.person_phones (person_id, phone_hash, rank) select person, hash, rank from n
      on conflict (person_id, phone_hash) do update set rank = excluded.rank
    )
    insert into pii.consents (phone_hash, person_id, kind, how, study_id, recorded_by, given_at)
    select hash, person, 'consent', how, ${wave.study_id}, 'sample', "givenAt" from n
    where how is not null and not pii.has_opted_out(hash, person)`.execute(db)
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
