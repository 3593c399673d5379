import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { cannotRead, Unreadable } from '../csv-file.ts'
import { type Encoding, encodingOf } from './encoding.ts'

/** A row below the heading, and the line on which it ends. */
export type TableRow = { readonly line: number; readonly record: readonly string[] }

/** A CSV file, opened: any size, since its rows come as they are read. */
export type Table = {
  readonly file: string
  readonly encoding: Encoding
  readonly delimiter: string
  readonly heading: readonly string[]
  readonly rows: () => AsyncIterable<TableRow>
  /** How much of the file has been read, from 0 to 1. */
  readonly share: () => number
}

const delimiters = [',', ';', '\t', '|']

/**
 * Opens a CSV file whatever wrote it: commas, semicolons or tabs, any line ends, UTF-8, UTF-16 or Windows-1252. Empty
 * lines, and rows of nothing but commas, are passed over.
 *
 * @throws Problem bad-file, also while its rows are read
 */
export async function openTable(file: string): Promise<Table> {
  try {
    const { size } = await stat(file)
    const encoding = await encodingOf(file)
    const delimiter = await delimiterOf(file, encoding)
    const read = { bytes: 0 }
    const heading = await firstOf(recordsOf(file, encoding, delimiter, { bytes: 0 }))
    if (!heading) throw new Unreadable('It is empty: a header is expected in its first line.')
    const rows = () => belowHeading(file, recordsOf(file, encoding, delimiter, read))
    return { file, encoding, delimiter, heading: heading.record, rows, share: () => read.bytes / size }
  } catch (error) {
    throw cannotRead(file, error)
  }
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item
  return undefined
}

async function* belowHeading(file: string, records: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  try {
    await records.next()
    yield* records
  } catch (error) {
    throw cannotRead(file, error)
  }
}

async function* recordsOf(
  file: string,
  encoding: Encoding,
  delimiter: string,
  read: { bytes: number },
): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter,
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
  })
  // What goes wrong before the parser comes out of it.
  void pipeline(decoded(file, encoding, read), parser).catch(() => {})
  const records: AsyncIterable<{ record: string[]; info: { lines: number } }> = parser
  for await (const { record, info } of records) yield { line: info.lines, record }
}

async function* decoded(file: string, encoding: Encoding, read: { bytes: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true }) // takes a byte order mark away
  const pieces: AsyncIterable<Buffer> = createReadStream(file)
  for await (const bytes of pieces) {
    read.bytes += bytes.length
    yield decoder.decode(bytes, { stream: true })
  }
  yield decoder.decode()
}

/** What separates the columns of the first line: whatever stands there most often outside of quotes. */
async function delimiterOf(file: string, encoding: Encoding): Promise<string> {
  let text = ''
  for await (const piece of decoded(file, encoding, { bytes: 0 })) {
    text += piece
    if (/[^\s][\r\n]/.test(text) || text.length > 100_000) break
  }
  const line = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1)[0]
  const times = (delimiter: string) => (line ?? '').split(delimiter).length
  return delimiters.reduce((best, other) => (times(other) > times(best) ? other : best))
}
