import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import type { Random } from '#server/simulation/random.ts'

/** Of all texts: those that the carrier brings twice, at the same moment or together with the next text. */
const shareRepeated = 0.02

/** How long a resident waits for a reply before texting again, in ms: longer than a slip of the thumb lasts. */
const patience = { least: 2500, most: 4500 }

/** A phone, and what it can tell of its texts. */
export type Phone = {
  readonly number: string
  /** The reply to a text: empty where nothing was said, nothing where the server could not be reached. */
  readonly send: (body: string) => Promise<string | undefined>
  /** Texts `again` later, until it is heard and, unless silence is meant, something is said to it. */
  readonly insist: (again: string, heard?: 'said' | 'silence') => Promise<string>
  /** Brings the text that is still to be repeated now, before another is sent. */
  readonly settle: () => Promise<void>
  /** Brings the first text once more, long after. */
  readonly repeatFirst: () => Promise<void>
  /** Texts that the server said it had taken. */
  readonly acknowledged: ReadonlySet<string>
  readonly repeated: () => number
  /** Repeats of a text that were answered in other words than the text itself. */
  readonly otherwise: () => number
}

export function phoneOf(carrier: Carrier, number: string, random: Random): Phone {
  const acknowledged = new Set<string>()
  let [repeated, otherwise] = [0, 0]
  let first: string | undefined
  let late: { readonly sid: string; readonly reply: string | undefined } | undefined

  const taken = ({ sid, status, replies }: { sid: string; status: number; replies: readonly string[] }) => {
    if (status !== 200) return undefined
    acknowledged.add(sid)
    return replies.join('\n\n')
  }
  const repeat = async (sid: string) => {
    repeated++
    return taken(await carrier.redeliver(sid))
  }
  const compare = (one: string | undefined, other: string | undefined) => {
    // Said nothing: an opt-out was faster than the repeat.
    if (one !== undefined && other && one !== other) otherwise++
  }

  const send = async (body: string) => {
    const sid = `SM${randomBytes(16).toString('hex')}`
    first ??= sid
    const before = late
    late = undefined
    const isRepeated = random() < shareRepeated
    const isAtOnce = random() < 0.5
    const received = carrier.receive({ from: number, body, sid })
    const [answer, twin, earlier] = await Promise.all([
      received,
      isRepeated && isAtOnce ? repeat(sid) : undefined,
      before && repeat(before.sid),
    ])
    const reply = taken(answer)
    compare(reply, twin)
    compare(before?.reply, earlier)
    if (isRepeated && !isAtOnce) late = { sid, reply }
    return reply ?? twin
  }

  return {
    number,
    send,
    async insist(again, heard = 'said') {
      for (;;) {
        await sleep(patience.least + random() * (patience.most - patience.least))
        const reply = await send(again)
        if (reply || (reply === '' && heard === 'silence')) return reply
      }
    },
    async settle() {
      if (late) await repeat(late.sid)
      late = undefined
    },
    async repeatFirst() {
      if (first) await repeat(first)
    },
    acknowledged,
    repeated: () => repeated,
    otherwise: () => otherwise,
  }
}
