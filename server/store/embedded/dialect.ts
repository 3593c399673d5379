import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Failure, Query, Result } from './worker.ts'

/** What PostgreSQL said, with the same fields as pg's own error. */
class DatabaseError extends Error {
  constructor({ message, ...told }: Failure) {
    super(message)
    this.name = 'DatabaseError'
    Object.assign(this, told)
  }
}

type Thread = { ask: (sql: string, params: readonly unknown[]) => Promise<Result>; end: () => Promise<void> }

/** Starts the database's thread; resolves when it can be asked. */
async function startThread(directory: string, image?: Uint8Array): Promise<Thread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { directory, image } })
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>()
  const lastWords: { error?: Error } = {}
  let asked = 0
  const ready = new Promise<Result>((resolve, reject) => waiting.set(0, { resolve, reject }))
  worker.on('message', (result: Result) => {
    const asker = waiting.get(result.id)
    waiting.delete(result.id)
    if (result.failure) asker?.reject(new DatabaseError(result.failure))
    else asker?.resolve(result)
  })
  const giveUp = (error: Error) => {
    lastWords.error = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (cause) => giveUp(new Error(`The embedded database in ${directory} failed`, { cause })))
  worker.on('exit', () => giveUp(new Error('The embedded database is closed.')))
  await ready

  const ask = (sql: string, params: readonly unknown[]) =>
    new Promise<Result>((resolve, reject) => {
      if (lastWords.error) return reject(lastWords.error)
      const id = ++asked
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, sql, params } satisfies Query)
    })
  const end = async () => {
    if (!lastWords.error) await ask('close', [])
    await worker.terminate()
  }
  return { ask, end }
}

/** A Kysely dialect over PGlite in a worker thread: one connection, taken in turns. */
export function embeddedDialect(directory: string, image?: Uint8Array): Dialect & { dump: () => Promise<Uint8Array> } {
  let thread: Promise<Thread> | undefined
  const started = () => (thread ??= startThread(directory, image))
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => takingTurns(started),
    /** A copy of the whole database, to open others from. */
    async dump() {
      const { rows } = await (await started()).ask('dump', [])
      return rows?.[0]?.image as Uint8Array // the worker answers a dump with just this
    },
  }
}

function takingTurns(started: () => Promise<Thread>): Driver {
  let turn = Promise.resolve()
  const releases = new WeakMap<DatabaseConnection, () => void>()
  const plainly = async (connection: DatabaseConnection, sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql))
  }
  return {
    init: async () => void (await started()),
    async acquireConnection() {
      const before = turn
      let release = () => {}
      turn = new Promise((resolve) => (release = resolve))
      await before
      const connection = connectionTo(await started())
      releases.set(connection, release)
      return connection
    },
    beginTransaction: (connection, { isolationLevel }) =>
      plainly(connection, isolationLevel ? `start transaction isolation level ${isolationLevel}` : 'begin'),
    commitTransaction: (connection) => plainly(connection, 'commit'),
    rollbackTransaction: (connection) => plainly(connection, 'rollback'),
    releaseConnection: async (connection) => releases.get(connection)?.(),
    destroy: async () => (await started()).end(),
  }
}

function connectionTo(thread: Thread): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows = [], binary = [], affected = 0 } = await thread.ask(sql, parameters)
      for (const column of binary)
        for (const row of rows) if (row[column] !== null) row[column] = Buffer.from(row[column] as Uint8Array)
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    // oxlint-disable-next-line require-yield -- PGlite has no cursors; nothing here streams
    async *streamQuery() {
      throw new Error('The embedded database does not stream: read in pages by key.')
    },
  }
}
