import { parentPort, workerData } from 'node:worker_threads'
import { replicateChunk, type ReplicateFigures, type ReplicatePlan } from '#analysis/replicate-estimates.ts'

/** A thread that computes replicates chunk by chunk, for as long as it is given any (replicate-in-threads.ts). */

export type Chunk = { from: number; to: number }
export type ChunkFigures = Chunk & { figures: ReplicateFigures }

const port = parentPort
if (!port) throw new Error('This file is a worker thread; it is not started by itself.')
const plan: ReplicatePlan = workerData // replicate-in-threads.ts starts this file with nothing else
port.on('message', ({ from, to }: Chunk) =>
  port.postMessage({ from, to, figures: replicateChunk(plan, from, to) } satisfies ChunkFigures),
)
