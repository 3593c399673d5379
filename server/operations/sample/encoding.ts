import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Unreadable } from '../csv-file.ts'

/** How the text of a file is written, as a TextDecoder calls it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * How a file is written: by its byte order mark, by the zeros that UTF-16 leaves between Latin letters, or UTF-8 where
 * all of it can be that. What is left comes from an older Windows.
 *
 * @throws Unreadable for a spreadsheet, and for what is no text
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const start = await startOf(file)
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) || start.subarray(0, 4).equals(oldSpreadsheet))
    throw new Unreadable('It is a spreadsheet. Save it as "CSV UTF-8" and name that file.')
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zerosAt = (parity: number) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [even, odd] = [zerosAt(0), zerosAt(1)]
  if (odd > start.length / 4 && even === 0) return 'utf-16le'
  if (even > start.length / 4 && odd === 0) return 'utf-16be'
  if (even + odd > 0) throw new Unreadable('It is not text. A CSV file is needed.')
  return (await isUtf8(file)) ? 'utf-8' : 'windows-1252'
}

const oldSpreadsheet = Buffer.of(0xd0, 0xcf, 0x11, 0xe0)

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const pieces: AsyncIterable<Buffer> = createReadStream(file)
  try {
    for await (const bytes of pieces) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // how a decoder says that it cannot be
    throw error
  }
}
