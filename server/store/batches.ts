/**
 * Lets askings that wait at the same moment go together: while one batch is on its way, what comes in gathers for the
 * next. A lone asking goes at once, so nobody waits for company.
 *
 * Where a batch of several fails, each is asked by itself, so that a failure meets only the one it belongs to.
 *
 * @param ask       asks for all items at once and answers in their order
 * @param most      items in a batch, at most
 * @param atATime   batches on their way at the same time, at most
 */
export function inBatches<Item, Answer>(
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most, atATime }: { most: number; atATime: number },
): (item: Item) => Promise<Answer> {
  type Waiting = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let underWay = 0

  async function deliver(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await ask(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer) // one answer for each item
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await deliver([one])
    }
  }

  async function go(): Promise<void> {
    underWay++
    while (waiting.length > 0) await deliver(waiting.splice(0, most))
    underWay--
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (underWay < atATime) void go()
    })
}
