import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isMigrated, migrate } from '#server/store/migrate.ts'
import { testDatabase } from '#test/support/databases.ts'

const at = testDatabase()

test('both engines give the same JavaScript values', async () => {
  const { rows } = await sql`
    select 9007199254740993::bigint as big, 1.50::numeric as exact, 1.5::float8 as real, date '2026-11-23' as day,
      timestamptz '2026-11-23 10:00+00' as moment, '\\x00ff'::bytea as bytes, '{"a": [1, null]}'::jsonb as document,
      array['a', 'b'] as list, null::bytea as nothing`.execute(at.db)
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      exact: '1.50',
      real: 1.5,
      day: '2026-11-23',
      moment: new Date('2026-11-23T10:00:00Z'),
      bytes: Buffer.of(0, 255),
      document: { a: [1, null] },
      list: ['a', 'b'],
      nothing: null,
    },
  ])
  expect(Buffer.isBuffer((rows[0] as { bytes: unknown }).bytes)).toBe(true)
})

test('a failure carries the code and the constraint of PostgreSQL', async () => {
  await expect(at.db.insertInto('studies').values({ id: 'NOT A NAME' }).execute()).rejects.toMatchObject({
    code: '23514',
    constraint: 'studies_id_check',
  })
})

test('transactions of many askers are kept apart, and a failed one leaves nothing', async () => {
  const write = (n: number) =>
    at.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('studies')
        .values({ id: `study-${n}` })
        .execute()
      if (n % 2 === 1) throw new Error('an odd one')
    })
  await Promise.allSettled(Array.from({ length: 20 }, (_, n) => write(n)))
  const { count } = await at.db
    .selectFrom('studies')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe('10')
})

test('migrating again changes nothing', async () => {
  expect(await migrate(at.db)).toEqual([])
  expect(await isMigrated(at.db)).toBe(true)
})

test.each(['instrument_versions', 'interview_events', 'set_aside_events', 'pii.consents', 'weights', 'estimates'])(
  'rows of %s are never changed or deleted',
  async (table) => {
    const name = sql.table(table)
    await expect(sql`delete from ${name}`.execute(at.db)).rejects.toMatchObject({ code: '23001' })
  },
)
