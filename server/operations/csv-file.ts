import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { badFile, type Problem } from '#server/problems.ts'

/** A row of a CSV file: what stands in the wanted columns, and the line it stands on. */
export type CsvRow<Column extends string> = { line: number; cells: Record<Column, string> }

/** Wanted column → its heading in the file. An optional one may be absent and then reads as ''. */
export type Columns<Column extends string> = Record<Column, { heading: string; optional?: boolean }>

const mostRows = 1_000_000

/**
 * Reads the wanted columns of a CSV file (UTF-8, commas, a header), whatever its line ends, with or without a byte order
 * mark; other columns are ignored. It is streamed, so that a long file holds nobody up.
 *
 * @throws Problem bad-file naming the line; rows of the wrong length are returned as findings beside the good ones
 */
export async function readCsvFile<Column extends string>(
  file: string,
  columns: Columns<Column>,
): Promise<{ rows: CsvRow<Column>[]; findings: string[] }> {
  const rows: CsvRow<Column>[] = []
  const findings: string[] = []
  const parser = parse({ info: true, trim: true, skip_empty_lines: true, relax_column_count: true })
  try {
    await pipeline(
      decoded(file),
      parser,
      async (records: AsyncIterable<{ record: string[]; info: { lines: number } }>) => {
        let header: string[] | undefined
        let places: [Column, number][] = []
        for await (const { record, info } of records) {
          if (!header) {
            header = record
            places = placesIn(header, columns)
          } else if (record.length !== header.length)
            findings.push(`Line ${info.lines} has ${record.length} columns, the header has ${header.length}.`)
          else if (rows.length === mostRows) throw new Unreadable(`It has more than ${mostRows} rows.`)
          else {
            const cells = Object.fromEntries(places.map(([column, place]) => [column, record[place] ?? '']))
            rows.push({ line: info.lines, cells: cells as Record<Column, string> }) // fromEntries forgets the names
          }
        }
        if (!header) throw new Unreadable('It is empty: a header is expected in its first line.')
        if (rows.length + findings.length === 0) throw new Unreadable('It has no rows below its header.')
      },
    )
  } catch (error) {
    throw cannotRead(file, error)
  }
  return { rows, findings }
}

/** What makes the file as a whole unreadable. */
export class Unreadable extends Error {}

/** A bad-file Problem that says why; any error that is no fault of the file is thrown on. */
export function cannotRead(file: string, error: unknown): Problem {
  return badFile({ file, findings: [reasonOf(error)] })
}

async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true }) // takes a byte order mark away
  const chunks: AsyncIterable<Buffer> = createReadStream(file)
  for await (const bytes of chunks) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

function placesIn<Column extends string>(header: readonly string[], columns: Columns<Column>): [Column, number][] {
  const wanted = Object.entries(columns) as [Column, Columns<Column>[Column]][] // entries forgets the names
  const absent = wanted.filter(([, { heading, optional }]) => !optional && !header.includes(heading))
  const twice = wanted.filter(([, { heading }]) => header.indexOf(heading) !== header.lastIndexOf(heading))
  const named = (list: typeof wanted) => list.map(([, { heading }]) => `"${heading}"`).join(', ')
  if (absent.length > 0) {
    const found =
      header.length === 1 && header[0]?.includes(';') ? 'columns separated by semicolons' : header.join(', ')
    throw new Unreadable(`It has no column ${named(absent)}. Its header is: ${found.slice(0, 300)}.`)
  }
  if (twice.length > 0) throw new Unreadable(`It has the column ${named(twice)} more than once.`)
  return wanted.map(([column, { heading }]) => [column, header.indexOf(heading)])
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  if (error instanceof CsvError) return `It is not CSV as we read it: ${error.message}.`
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'It is not UTF-8 text. Save it again as "CSV UTF-8".'
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return 'There is no such file, or it may not be read.'
  throw error
}
