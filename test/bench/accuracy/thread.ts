import { parentPort } from 'node:worker_threads'
import { followCity } from './one-city.ts'

/** A thread of `follow-cities.ts`: a seed comes in, its tallies go out. */
parentPort!.on(
  'message',
  (
    { seed, sizes }: { seed: number; sizes: number[] }, // it runs as a thread only
  ) => parentPort!.postMessage(followCity(seed, sizes)),
)
