import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** Cases of a sample that agree in everything that weighting classes know of them. */
export type SampledCases = {
  readonly frame: string | null
  readonly area: string | null
  readonly stratum: string | null
  readonly probability: number
  /** What became of them; null: no interview was begun. */
  readonly status: Schema['interviews']['status'] | null
  /** The asked columns of the sample file, in their order. */
  readonly columns: readonly (string | null)[]
  readonly cases: number
}

/** The cases of a wave that were drawn with a known chance, alike ones counted together, always in the same order. */
export async function sampledCases(db: Db, waveId: string, headings: readonly string[]): Promise<SampledCases[]> {
  const cells = sql<readonly (string | null)[]>`array[${sql.join(
    headings.map((heading) => sql`c.frame_data ->> ${heading}::text`),
  )}]::text[]`
  const { rows } = await sql<SampledCases>`
    select frame, area, stratum, probability, status, columns, count(*)::int as cases
    from (
      select c.frame, c.area_id as area, c.stratum, c.probability, i.status,
        ${headings.length > 0 ? cells : sql`'{}'::text[]`} as columns
      from known_cases c left join interviews i on i.case_id = c.id
      where c.wave_id = ${waveId}::uuid and c.probability is not null) as drawn
    group by frame, area, stratum, probability, status, columns
    order by frame collate "C", area collate "C", stratum collate "C", probability, status collate "C",
      columns collate "C"`.execute(db)
  return rows
}
