import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

/** The embedded database lives in a thread of its own, so that a long query does not hold up the event loop. */

export type Query = { id: number; sql: string; params: readonly unknown[] }
export type Failure = { message: string; code?: string; constraint?: string; detail?: string; table?: string }
export type Result = {
  id: number
  rows?: Record<string, unknown>[]
  /** Names of the bytea columns: a Buffer crosses threads as a plain Uint8Array. */
  binary?: string[]
  affected?: number
  failure?: Failure
}

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')

// What pg gives for the same types, so that both engines return the same JavaScript values.
const parsers = {
  [types.INT8]: (value: string) => value,
  [types.DATE]: (value: string) => value,
  [types.NUMERIC]: (value: string) => value,
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), 'hex'),
}
const { directory, image } = workerData as { directory: string; image?: Uint8Array }
const db = await PGlite.create({
  dataDir: directory,
  parsers,
  ...(image ? { loadDataDir: new Blob([new Uint8Array(image)]) } : {}),
})
port.postMessage({ id: 0 } satisfies Result)

port.on('message', async ({ id, sql, params }: Query) => {
  try {
    if (sql === 'close') {
      await db.close()
      port.postMessage({ id } satisfies Result)
      port.close()
      return
    }
    if (sql === 'dump') {
      const file = await db.dumpDataDir('none')
      port.postMessage({ id, rows: [{ image: new Uint8Array(await file.arrayBuffer()) }] } satisfies Result)
      return
    }
    const { rows, fields, affectedRows } = await db.query<Record<string, unknown>>(sql, [...params])
    const binary = fields.filter(({ dataTypeID }) => dataTypeID === types.BYTEA).map(({ name }) => name)
    port.postMessage({ id, rows, binary, affected: affectedRows ?? 0 } satisfies Result)
  } catch (error) {
    port.postMessage({ id, failure: failureOf(error) } satisfies Result)
  }
})

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, code, constraint, detail, table } = error as Error & Omit<Failure, 'message'>
  const told = { code, constraint, detail, table }
  return { message, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) }
}
