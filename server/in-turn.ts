/** Runs tasks of the same key one after the other, in the order they came; different keys do not wait. */
export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>

export function turnTaking(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const before = last.get(key)
    const mine = before ? before.then(task, task) : task()
    last.set(key, mine)
    const leave = () => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(leave, leave)
    return mine
  }
}
