import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  replicateChunk,
  type ReplicateFigures,
  type ReplicatePlan,
  replicatesPerChunk,
} from '#analysis/replicate-estimates.ts'
import type { Chunk, ChunkFigures } from './replicate-worker.ts'

/** Below so many steps a thread costs more than it saves: a row is one, a kind of rows or a cell to rake are more. */
const worthAThread = 100_000_000

/**
 * Computes all replicates of a plan, shared out among threads in chunks of the same size however many threads there are:
 * the figures have the same digits with any number of them.
 *
 * @param threads  default: what the machine has, or none beside this one where there is little to do
 */
export async function replicateInThreads(plan: ReplicatePlan, threads = threadsFor(plan)): Promise<ReplicateFigures> {
  const chunks = chunksOf(plan.resampling.count)
  const found = new Map<number, ReplicateFigures>()
  const next = () => chunks.shift()
  if (threads <= 1) {
    for (let chunk = next(); chunk; chunk = next()) found.set(chunk.from, replicateChunk(plan, chunk.from, chunk.to))
  } else {
    const shared = inSharedMemory(plan)
    const workers = Array.from({ length: Math.min(threads, chunks.length) }, () =>
      workThrough(shared, next, ({ from, figures }) => found.set(from, figures)),
    )
    await Promise.all(workers)
  }
  return [...found].sort(([a], [b]) => a - b).flatMap(([, figures]) => figures)
}

function threadsFor({ rows, resampling: { count, kinds }, reraking: { factors } }: ReplicatePlan): number {
  const steps = count * (rows.length * (kinds ? 12 : 1) + 15 * factors.length)
  return steps < worthAThread ? 1 : availableParallelism()
}

function chunksOf(count: number): Chunk[] {
  return Array.from({ length: Math.ceil(count / replicatesPerChunk) }, (_, chunk) => {
    const from = chunk * replicatesPerChunk
    return { from, to: Math.min(count, from + replicatesPerChunk) }
  })
}

/** One thread: takes chunk after chunk until none is left. */
async function workThrough(
  plan: ReplicatePlan,
  next: () => Chunk | undefined,
  keep: (done: ChunkFigures) => void,
): Promise<void> {
  const first = next()
  if (!first) return
  const worker = new Worker(new URL('./replicate-worker.ts', import.meta.url), { workerData: plan })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (done: ChunkFigures) => {
        keep(done)
        const chunk = next()
        if (chunk) worker.postMessage(chunk)
        else resolve()
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`A thread ended before its replicates (${code})`)))
      worker.postMessage(first)
    })
  } finally {
    await worker.terminate()
  }
}

/** The same plan with its columns where all threads can read them, instead of a copy for each. */
function inSharedMemory(plan: ReplicatePlan): ReplicatePlan {
  return share(plan) as ReplicatePlan // every array becomes one of its own kind, all else stays
}

function share(value: unknown): unknown {
  if (value instanceof Float64Array) return shared(value, Float64Array)
  if (value instanceof Int32Array) return shared(value, Int32Array)
  if (value instanceof Uint32Array) return shared(value, Uint32Array)
  if (ArrayBuffer.isView(value) || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(share)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, share(one)]))
}

function shared<Column extends Float64Array | Int32Array | Uint32Array>(
  column: Column,
  Kind: new (memory: SharedArrayBuffer) => Column,
): Column {
  const copy = new Kind(new SharedArrayBuffer(column.byteLength))
  copy.set(column)
  return copy
}
