import { Worker } from 'node:worker_threads'
import type { CityTallies } from './one-city.ts'

export type Cities = { seeds: readonly number[]; sizes: readonly number[]; threads: number }

/**
 * Follows many cities on several threads; each thread holds one city and one survey at a time. The result does not
 * depend on the number of threads.
 *
 * @param onCity  called as cities are done
 */
export async function followCities(
  { seeds, sizes, threads }: Cities,
  onCity: (done: number) => void = () => {},
): Promise<CityTallies[]> {
  const left = [...seeds]
  const found: CityTallies[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./thread.ts', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: 600 },
      })
      const next = () => {
        const seed = left.shift()
        if (seed === undefined) void worker.terminate().then(() => resolve(), reject)
        else worker.postMessage({ seed, sizes })
      }
      worker.on('error', reject)
      worker.on('message', (tallies: CityTallies[]) => {
        found.push(...tallies)
        onCity(found.length / sizes.length)
        next()
      })
      next()
    })
  await Promise.all(Array.from({ length: threads }, work))
  return found.sort((a, b) => a.seed - b.seed || a.size - b.size)
}
