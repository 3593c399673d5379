import { createHash, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Deps } from '#server/deps.ts'
import { noOpenWave, refused } from '#server/problems.ts'
import { addCases, type Known, type NewCase, whatIsKnown } from '#server/store/add-cases.ts'
import { areaShapes } from '#server/store/area-shapes.ts'
import { beginSampleImport, finishSampleImport, removeSampleImport } from '#server/store/sample-imports.ts'
import { findVersion } from '#server/store/studies.ts'
import type { Wave } from '#server/store/waves.ts'
import { cannotRead } from './csv-file.ts'
import { type Columns, columnsOf } from './sample/columns.ts'
import { duplicatesFinder, isSamePerson, whoIs } from './sample/duplicates.ts'
import { locatorOf } from './sample/locate.ts'
import { type Fault, readRow, type SampledCase, type Surroundings } from './sample/read-row.ts'
import { openTable, type Table, type TableRow } from './sample/table.ts'
import { emptyTally, type Tally } from './sample/tally.ts'

export type SampleWanted = {
  readonly file: string
  /** Heading → our column, `keep` or `skip`. */
  readonly told: ReadonlyMap<string, string>
  /** Reads and checks everything, writes nothing. */
  readonly dryRun: boolean
  /** Gets every row that is not taken, with its reason. */
  readonly onReject?: ((row: TableRow, fault: Fault, table: Table) => Promise<void> | void) | undefined
  readonly onProgress?: ((share: number) => void) | undefined
}

export type ImportedSample = Tally & {
  readonly wave: number
  readonly encoding: string
  readonly delimiter: string
  readonly leftOutColumns: readonly string[]
  readonly frameColumns: readonly string[]
}

/** Rows that are looked up and written together: in well under 50 ms on the embedded database. */
const mostAtOnce = 200

/**
 * Takes in the cases of a file. They are seen together when the last is in, or not at all: one that fails or is killed
 * half-way leaves no case behind.
 *
 * @throws Problem study-closed, bad-file, refused while another import into the wave is under way
 */
export async function importSample(deps: Deps, wave: Wave, wanted: SampleWanted): Promise<ImportedSample> {
  if (wave.status === 'closed') throw noOpenWave({ study: wave.study_id })
  const table = await openTable(wanted.file)
  const columns = columnsFor(table, wanted, await layerName(deps, wave))
  const around = await surroundingsOf(deps, wave, table, columns)
  const importId = wanted.dryRun ? undefined : await beginSampleImport(deps.db, wave, basename(wanted.file), deps.now())
  if (importId === undefined && !wanted.dryRun)
    throw refused({ reason: `Another file is being taken into wave ${wave.number}. Wait until it is done.` })
  try {
    const tally = await takeRows(deps, { wave, table, around, importId }, wanted)
    if (importId !== undefined) await finishSampleImport(deps.db, importId, { ...tally, now: deps.now() })
    return {
      ...tally,
      wave: wave.number,
      encoding: table.encoding,
      delimiter: table.delimiter,
      leftOutColumns: columns.leftOut,
      frameColumns: columns.kept.map(([heading]) => heading),
    }
  } catch (error) {
    if (importId !== undefined) await removeSampleImport(deps.db, importId)
    throw error
  }
}

function columnsFor(table: Table, { file, told }: SampleWanted, layer: string): Columns {
  try {
    return columnsOf(table.heading, { layer, told })
  } catch (error) {
    throw cannotRead(file, error)
  }
}

async function layerName({ db }: Deps, { layer_id }: Wave): Promise<string> {
  const layer = await db.selectFrom('area_layers').select('name').where('id', '=', layer_id).executeTakeFirstOrThrow()
  return layer.name
}

async function surroundingsOf(deps: Deps, wave: Wave, table: Table, columns: Columns): Promise<Surroundings> {
  const areas = await areaShapes(deps.db, wave.layer_id)
  return {
    columns,
    width: table.heading.length,
    languages: (await findVersion(deps.db, wave.study_id, wave.version))?.study.languages ?? [],
    areas: new Set(areas.map(({ id }) => id)),
    areaAt: locatorOf(areas),
    now: deps.now(),
  }
}

type Taking = { wave: Wave; table: Table; around: Surroundings; importId: string | undefined }
type Candidate = { source: TableRow; row: SampledCase; hashes: Buffer[] }

async function takeRows(deps: Deps, taking: Taking, wanted: SampleWanted): Promise<Tally> {
  const tally = emptyTally()
  const duplicateOf = duplicatesFinder()
  const reject = async (source: TableRow, fault: Fault) => {
    tally.reject(source.line, fault)
    await wanted.onReject?.(source, fault, taking.table)
  }
  let piece: Candidate[] = []
  // While one piece is written the next is read.
  let writing: Promise<unknown> = Promise.resolve()
  const hand = async () => {
    await writing
    writing = takePiece(deps, taking, piece, { tally, reject })
    writing.catch(() => {}) // told when it is awaited
    piece = []
    wanted.onProgress?.(taking.table.share())
  }
  try {
    for await (const source of taking.table.rows()) {
      const read = readRow(source, taking.around)
      const fault = 'fault' in read ? read.fault : duplicateOf(read.row)
      if ('fault' in read || fault !== undefined) {
        if (fault !== undefined) await reject(source, fault)
        continue
      }
      tally.note(source.line, read)
      piece.push({ source, row: read.row, hashes: read.row.phones.map(({ phone }) => deps.sealer.hashPhone(phone)) })
      if (piece.length === mostAtOnce) await hand()
    }
    await hand()
    await writing
  } finally {
    await Promise.allSettled([writing]) // whatever fails, nothing is written after this
  }
  return tally.done()
}

async function takePiece(
  deps: Deps,
  { wave, importId }: Taking,
  piece: readonly Candidate[],
  { tally, reject }: { tally: ReturnType<typeof emptyTally>; reject: (row: TableRow, fault: Fault) => Promise<void> },
): Promise<void> {
  if (piece.length === 0) return
  const asked = {
    cases: piece.flatMap(({ row }) => row.caseId ?? []),
    people: piece.flatMap(({ row: { frame, personId } }) =>
      frame !== null && personId !== null ? { frame, externalId: personId } : [],
    ),
    phones: piece.flatMap(({ hashes }) => hashes),
  }
  const known = await deps.db.transaction().execute((trx) => whatIsKnown(trx, wave.id, asked))
  const cases: NewCase[] = []
  for (const candidate of piece) {
    const fault = clashOf(deps, known, candidate)
    if (fault) await reject(candidate.source, fault)
    else {
      tally.take(candidate.row, candidate.hashes.filter((hash) => known.stopped.has(hash.toString('hex'))).length)
      cases.push(newCase(deps, wave, known, candidate))
    }
  }
  if (importId !== undefined && cases.length > 0) await addCases(deps.db, { importId, wave, now: deps.now() }, cases)
}

function clashOf({ sealer }: Deps, known: Known, { row, hashes }: Candidate): Fault | undefined {
  if (row.caseId !== null && known.cases.has(row.caseId)) return 'case-in-wave'
  if (known.people.get(JSON.stringify([row.frame, row.personId]))?.inWave) return 'person-in-wave'
  const holders = hashes.flatMap((hash) => known.holders.get(hash.toString('hex')) ?? [])
  const isHeld = holders.some(({ name, personId }) =>
    isSamePerson(whoIs({ personId, name: name && sealer.unseal(name) }), whoIs(row)),
  )
  return isHeld ? 'phone-in-wave' : undefined
}

function newCase({ sealer, tokens }: Deps, wave: Wave, known: Known, { row, hashes }: Candidate): NewCase {
  const interviewId = randomUUID()
  const isSomebody = row.phones.length > 0 || row.name !== null || row.home !== null || row.personId !== null
  const person = known.people.get(JSON.stringify([row.frame, row.personId]))?.id ?? randomUUID()
  return {
    id: randomUUID(),
    interviewId,
    tokenHash: createHash('sha256').update(tokens.linkFor(wave.study_id, interviewId)).digest(),
    externalId: row.caseId,
    language: row.language,
    areaId: row.area?.id ?? null,
    areaSource: row.area?.source ?? null,
    frame: row.frame,
    stratum: row.stratum,
    probability: row.probability,
    timeZone: row.timeZone,
    phoneKind: row.phones[0]?.kind ?? null,
    frameData: row.frameData,
    person: isSomebody
      ? {
          id: person,
          externalId: row.personId,
          name: row.name === null ? null : sealer.seal(row.name),
          address: row.home === null ? null : sealer.seal(JSON.stringify(row.home)),
        }
      : null,
    phones: row.phones.flatMap(({ phone, kind }, index) => {
      const hash = hashes[index]
      return hash ? { hash, kind, sealed: sealer.seal(phone) } : []
    }),
    consent: row.consent,
  }
}
