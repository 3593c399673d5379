import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import type { Watch } from './days.ts'
import type { Phone } from './phone.ts'

/** Brings what we send of our own accord to the phones, and watches whether anything still happens. */
export type Mail = Watch & {
  /** One resident is through. */
  readonly leave: () => void
  readonly stop: () => void
}

const everyMs = 100

export function deliverTo({ texts }: Pick<Carrier, 'texts'>, phones: ReadonlyMap<string, Phone>): Mail {
  const reached = new Set<string>()
  let [seen, reminders, left, still] = [0, 0, 0, 0]
  const look = () => {
    still++
    const waiting = [...phones.values()].filter((phone) => phone.isWaiting()).length
    if (waiting + left < phones.size) still = 0
    for (; seen < texts.length; seen++) {
      const text = texts[seen]
      if (text?.direction !== 'outbound-api') continue
      still = 0
      if (reached.has(text.to)) reminders++
      reached.add(text.to)
      phones.get(text.to)?.arrive(text.body)
    }
  }
  const timer = setInterval(look, everyMs)
  return {
    reached,
    // Looks are counted, since a busy machine may hold up this process itself.
    stillMs: () => still * everyMs,
    remindersSent: () => reminders,
    leave: () => void left++,
    stop: () => clearInterval(timer),
  }
}
