import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginWave, changeWave } from '#server/operations/field-waves.ts'
import { importSample, type SampleWanted } from '#server/operations/import-sample.ts'
import { recordOptOut } from '#server/operations/record-opt-out.ts'
import { beginSampleImport } from '#server/store/sample-imports.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'

const at = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'canvass-sample-'))
let wave: Wave
beforeAll(async () => {
  wave = await openBundledStudy(at.deps)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Every test has a wave of its own. */
async function freshWave(): Promise<void> {
  await changeWave(at.deps, wave.study_id, undefined, 'closed')
  wave = await beginWave(at.deps, wave.study_id, { invented: false, status: 'open' })
}

async function imported(content: string | Buffer, wanted: Partial<SampleWanted> = {}) {
  const file = join(folder, 'sample.csv')
  writeFileSync(file, content)
  return importSample(at.deps, wave, { file, told: new Map(), dryRun: false, ...wanted })
}

async function stored() {
  const cases = await at.db
    .selectFrom('known_cases as c')
    .leftJoin('pii.case_people as k', 'k.case_id', 'c.id')
    .leftJoin('pii.people as p', 'p.id', 'k.person_id')
    .select(['c.external_id', 'c.interview_id', 'c.token_hash', 'c.language', 'c.area_id', 'c.area_source', 'c.frame'])
    .select(['c.stratum', 'c.probability', 'c.time_zone', 'c.frame_data', 'p.id as person_id', 'p.name', 'p.address'])
    .where('c.wave_id', '=', wave.id)
    .orderBy('c.external_id')
    .execute()
  const { sealer } = at.deps
  return Promise.all(
    cases.map(async ({ name, address, person_id, ...told }) => {
      const phones = await at.db
        .selectFrom('pii.person_phones as n')
        .innerJoin('pii.phone_numbers as p', 'p.hash', 'n.phone_hash')
        .select(['p.sealed', 'p.kind'])
        .where('n.person_id', '=', person_id)
        .orderBy('n.rank')
        .execute()
      return {
        ...told,
        name: name && sealer.unseal(name),
        home: address && (JSON.parse(sealer.unseal(address)) as object),
        phones: phones.map(({ sealed, kind }) => `${sealer.unseal(sealed)} ${kind}`),
      }
    }),
  )
}

test('a row becomes a case: sealed person, phones in their order, place, chances and a link that can be made again', async () => {
  const rows = [
    'Case ID,First name,Last name,Phone,Phone type,Phone 2,Lang,Address,Apt,Lat,Lon,Frame,Stratum,Probability,TZ,Consent,Consent_at,Age group,E-mail',
    'A1,Ana,Muñoz,(212) 555-0101; 212-555-0102,cell,+1 917 555 0103,Spanish,1 Main St,4B,0.5,1.5,311,North,0.05,Eastern,311 sign-up form,2026-01-31,65+,a@example.org',
  ]
  const summary = await imported(rows.join('\r\n'))
  expect(summary).toMatchObject({
    rows: 1,
    cases: 1,
    rejected: 0,
    phones: 3,
    consents: 1,
    areasByCoordinates: 1,
    leftOutColumns: ['E-mail'],
    frameColumns: ['Age group'],
  })
  const [one, ...others] = await stored()
  expect(others).toEqual([])
  const { interview_id = '', token_hash, ...told } = one ?? {}
  expect(told).toEqual({
    external_id: 'A1',
    name: 'Ana Muñoz',
    home: { address: '1 Main St', unit: '4B', latitude: 0.5, longitude: 1.5 },
    phones: ['+12125550101 mobile', '+12125550102 mobile', '+19175550103 unknown'],
    language: 'es',
    area_id: '2',
    area_source: 'coordinates',
    frame: '311',
    stratum: 'North',
    probability: 0.05,
    time_zone: 'America/New_York',
    frame_data: { 'Age group': '65+' },
  })
  const link = at.deps.tokens.linkFor(wave.study_id, interview_id)
  expect(token_hash).toEqual(createHash('sha256').update(link).digest())
  const consents = await at.db.selectFrom('pii.consents').select(['kind', 'how', 'recorded_by', 'given_at']).execute()
  const consent = { kind: 'consent', how: '311 sign-up form', recorded_by: 'sample', given_at: new Date('2026-01-31') }
  expect(consents).toEqual([consent, consent, consent])
})

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
test.each([
  { written: 'UTF-8 with a byte order mark', content: '\uFEFFcase_id,name\nE1,José\n', encoding: 'utf-8' },
  { written: 'UTF-16', content: utf16('case_id\tname\r\nE1\tJosé\r\n'), encoding: 'utf-16le' },
  {
    written: 'Windows-1252 and semicolons',
    content: Buffer.from('case_id;name\r\nE1;José\r\n', 'latin1'),
    encoding: 'windows-1252',
  },
  { written: 'UTF-8 in quotes, with empty lines', content: '"case_id","name"\n\n"E1","José"\n,\n', encoding: 'utf-8' },
])('a file in $written is read', async ({ content, encoding }) => {
  await freshWave()
  expect(await imported(content)).toMatchObject({ cases: 1, rejected: 0, encoding })
  expect(await stored()).toMatchObject([{ external_id: 'E1', name: 'José' }])
})

test.each([
  { row: 'B,9.17556E+09', reason: 'rounded-phone' },
  { row: 'B,555-0142', reason: 'not-a-phone' },
  { row: 'B,212 555 0142 x12', reason: 'phone-extension' },
  { row: 'B,800 555 0142', reason: 'nobodys-phone' },
  { row: ',', reason: 'none' },
  { row: 'B,212 555 0142,0', reason: 'probability' },
  { row: 'B,212 555 0142,1.01', reason: 'probability' },
  { row: 'B,212 555 0142,,Moon', reason: 'time-zone' },
  { row: 'B,212 555 0142,,,99', reason: 'no-such-area' },
  { row: 'B,212 555 0142,,,,40,', reason: 'coordinates' },
  { row: 'B,212 555 0142,,,,40,-74', reason: 'no-such-area' },
  { row: 'B,212 555 0142,,,,,,form,tomorrow', reason: 'consent-at' },
  { row: ',,,,,,,,,x', reason: 'nobody' },
  { row: 'B,212 555 0142,,,,,,,,,,', reason: 'none' },
])('the reason against $row: $reason', async ({ row, reason }) => {
  const header = 'case_id,phone,probability,time_zone,area,latitude,longitude,consent,consent_at,note'
  const padded = row + ','.repeat(Math.max(0, 9 - row.split(',').length + 1))
  const { rejects } = await imported(`${header}\n${padded}\n`, { dryRun: true })
  expect(rejects).toEqual(reason !== 'none' ? [{ line: 2, reason }] : [])
})

test('a household shares a phone; one person twice, by case, by id or by phone, is refused in the file and later', async () => {
  await freshWave()
  const header = 'case_id,person_id,frame,name,phone'
  const first = [
    header,
    'C1,P1,panel,Ana,2125550110',
    'C2,P2,panel,Ben,2125550110',
    'C1,P3,panel,Cyd,2125550111',
    'C4,P1,panel,Ana,2125550112',
    'C5,,,ANA,2125550113',
    'C6,,,ana,212-555-0113',
    'C7,,,,2125550113',
  ]
  expect((await imported(first.join('\n'))).rejects).toEqual([
    { line: 4, reason: 'same-case' },
    { line: 5, reason: 'same-person' },
    { line: 7, reason: 'same-phone' },
    { line: 8, reason: 'same-phone' },
  ])
  const second = [
    header,
    'C1,P9,panel,Zoe,2125550114',
    'C8,P2,panel,Ben,2125550115',
    'C9,,,Ana,2125550113',
    'D1,,,Dan,2125550113',
  ]
  expect(await imported(second.join('\n'))).toMatchObject({
    cases: 1,
    rejects: [
      { line: 2, reason: 'case-in-wave' },
      { line: 3, reason: 'person-in-wave' },
      { line: 4, reason: 'phone-in-wave' },
    ],
  })
  expect((await stored()).map(({ external_id }) => external_id)).toEqual(['C1', 'C2', 'C5', 'D1'])
})

test('who has opted out stays so, whatever consent a file claims', async () => {
  await freshWave()
  const word = { mode: 'sms', how: 'said so', recordedBy: 'resident', studyId: null } as const
  await recordOptOut(at.deps, { phone: '+12125550120', ...word })
  expect(await imported('case_id,phone,consent\nO1,2125550120,form\n')).toMatchObject({ cases: 1, optedOut: 1 })
  const phone_hash = at.deps.sealer.hashPhone('+12125550120')
  const said = await at.db.selectFrom('pii.consents').select('kind').where('phone_hash', '=', phone_hash).execute()
  expect(said).toEqual([{ kind: 'opt-out' }])
})

test('a person of a frame is the same person in the next wave, and brings new phones along', async () => {
  await freshWave()
  await imported('case_id,person_id,frame,name,phone\nF1,7,list,Eve,2125550130\n')
  await freshWave()
  await imported('case_id,person_id,frame,phone\nF1,7,list,2125550131\n')
  expect(await stored()).toMatchObject([{ name: 'Eve', phones: expect.arrayContaining(['+12125550131 unknown']) }])
  const people = await at.db.selectFrom('pii.people').select('id').where('external_id', '=', '7').execute()
  expect(people).toHaveLength(1)
})

test('a dry run tells the same and writes nothing; a file that breaks half-way leaves nothing', async () => {
  await freshWave()
  const rows = Array.from({ length: 250 }, (_, n) => `R${n},N${n}`).join('\n')
  expect(await imported(`case_id,name\n${rows}\n`, { dryRun: true })).toMatchObject({ cases: 250 })
  await expect(imported(`case_id,name\n${rows}\nX,"never closed\n`)).rejects.toThrow('not CSV as we read it')
  expect(await at.db.selectFrom('sample_cases').select('id').where('wave_id', '=', wave.id).execute()).toEqual([])
  expect(await imported(`case_id,name\n${rows}\n`)).toMatchObject({ cases: 250 })
})

test('one file at a time: another waits, and one whose process was killed is taken away', async () => {
  await freshWave()
  const now = at.deps.now()
  await beginSampleImport(at.db, wave, 'other.csv', now)
  await expect(imported('case_id\nK1\n')).rejects.toThrow('Another file is being taken')
  await at.db
    .updateTable('sample_imports')
    .set({ alive_at: new Date(0) })
    .where('file', '=', 'other.csv')
    .execute()
  expect(await imported('case_id\nK1\n')).toMatchObject({ cases: 1 })
})

test.each([
  { content: '', finding: 'It is empty' },
  { content: Buffer.from('PK\x03\x04rest'), finding: 'It is a spreadsheet' },
  { content: Buffer.of(1, 0, 0, 2, 3, 4), finding: 'It is not text' },
  { content: 'phone,phone\n', finding: 'more than once' },
  { content: 'lat,latitude,id,case,x\n', finding: 'could both be case_id' },
])('refused: $finding', async ({ content, finding }) => {
  await expect(imported(content)).rejects.toThrow(finding)
})

test('a heading is what the caller says it is', async () => {
  await freshWave()
  const content = 'Ref,Número,Mail\nM1,2125550140,x@example.org\n'
  const told = new Map([
    ['ref', 'case_id'],
    ['Número', 'phone'],
    ['Mail', 'keep'],
  ])
  await imported(content, { told })
  expect(await stored()).toMatchObject([
    { external_id: 'M1', phones: ['+12125550140 unknown'], frame_data: { Mail: 'x@example.org' } },
  ])
  await expect(imported(content, { told: new Map([['Nope', 'phone']]) })).rejects.toThrow('no column "Nope" to map')
  await expect(imported(content, { told: new Map([['Ref', 'shoe size']]) })).rejects.toThrow('is none of')
})
