import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, randomFrom } from '#server/simulation/random.ts'
import { type ServerProcess, startServerProcess, startWorkerProcess } from '#test/support/server-process.ts'

/** The servers and workers of a run, which are killed one after the other and started again where they were. */
export type Site = {
  readonly ports: readonly number[]
  /** Kills all workers, and starts them when something is done. */
  readonly withoutWorkers: (work: () => void) => Promise<void>
  readonly kills: () => number
  /** No more kills; then all end as they are told to. */
  readonly stop: () => Promise<void>
}

type Word = 'server' | 'worker'

/**
 * Starts the processes of a site on PostgreSQL as they run in production.
 *
 * @param killedEvery  seconds from one kill to the next, on average
 */
export async function startSite(
  env: Readonly<Record<string, string>>,
  { servers, workers, killedEvery, seed }: { servers: number; workers: number; killedEvery: number; seed: string },
): Promise<Site> {
  const start = (word: Word, port?: number) =>
    word === 'server' ? startServerProcess(env, port) : startWorkerProcess(env)
  const words: Word[] = [...Array<Word>(servers).fill('server'), ...Array<Word>(workers).fill('worker')]
  const all = await Promise.all(words.map(async (word) => ({ word, process: await start(word) })))
  const over = new AbortController()
  let [kills, busy] = [0, Promise.resolve()]
  /** Only one thing is done to the processes at a time. */
  const inTurn = (work: () => Promise<void>) => (busy = busy.then(work))
  const kill = async ({ process }: { process: ServerProcess }) => {
    kills++
    await process.kill()
  }
  const again = async (one: (typeof all)[number]) => {
    one.process = await start(one.word, one.process.port)
  }

  const killAtRandom = async () => {
    const random: Random = randomFrom(seed, 'kills')
    for (let n = 0; ; n++) {
      await sleep(2000 * killedEvery * random(), undefined, { signal: over.signal }).catch(() => undefined)
      const one = all[n % all.length]
      if (over.signal.aborted || !one) return
      await inTurn(async () => {
        await kill(one)
        await again(one)
      })
    }
  }
  const killing = killAtRandom()
  killing.catch(() => undefined) // told when it is awaited

  return {
    ports: all.filter(({ word }) => word === 'server').map(({ process }) => process.port),
    withoutWorkers: (work) =>
      inTurn(async () => {
        const ours = all.filter(({ word }) => word === 'worker')
        await Promise.all(ours.map(kill))
        work()
        await Promise.all(ours.map(again))
      }),
    kills: () => kills,
    async stop() {
      over.abort()
      await killing
      await Promise.all(all.map(({ process }) => process.stop()))
    },
  }
}
