import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import type { Random } from '#server/simulation/random.ts'

/** Of all texts: those that the carrier brings twice, at the same moment or together with the next text. */
const shareRepeated = 0.02

/**
 * Of the answers and stops that nobody replied to: those that the carrier brings again, together with the next text. Who
 * asks for a question again does so until it comes.
 */
const shareBroughtAgain = 0.25

/** How long a resident waits for a reply before texting again, in ms: longer than a slip of the thumb lasts. */
const patience = { least: 2500, most: 4500 }

/** A text that was brought again after nobody had answered, and what it then got. */
export type BroughtAgain = { readonly sid: string; readonly reply: string; readonly at: Date }

/** A phone, and what it can tell of its texts. */
export type Phone = {
  readonly number: string
  /** What the phone shows last after a text: empty where nothing was said, nothing where nobody could be reached. */
  readonly send: (body: string) => Promise<string | undefined>
  /** Texts `again` later, until it is heard and, unless silence is meant, something is said to it. */
  readonly insist: (again: string, heard?: 'said' | 'silence') => Promise<string>
  /** Brings the text that is still to be repeated now, before another is sent. */
  readonly settle: () => Promise<void>
  /** Brings the first text once more, long after. */
  readonly repeatFirst: () => Promise<void>
  /** A text that we sent of our own accord has come. */
  readonly arrive: (body: string) => void
  /** The next of those that has not been looked at; nothing when the run is over. */
  readonly next: (over: AbortSignal) => Promise<string | undefined>
  /** Whether nothing happens here before one of those comes. */
  readonly isWaiting: () => boolean
  /** Texts that the server said it had taken. */
  readonly acknowledged: ReadonlySet<string>
  readonly repeated: () => number
  /** Repeats of a text that were answered in other words than the text itself. */
  readonly otherwise: () => number
  readonly broughtAgain: readonly BroughtAgain[]
}

export function phoneOf(carrier: Pick<Carrier, 'receive' | 'redeliver'>, number: string, random: Random): Phone {
  const acknowledged = new Set<string>()
  const broughtAgain: BroughtAgain[] = []
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
  const bringLate = async () => {
    if (!late) return undefined
    const { sid, reply } = late
    late = undefined
    const at = new Date()
    const again = await repeat(sid)
    compare(reply, again)
    if (reply !== undefined || again === undefined) return undefined
    broughtAgain.push({ sid, reply: again, at })
    return again
  }

  const send = async (body: string) => {
    const sid = `SM${randomBytes(16).toString('hex')}`
    first ??= sid
    const [isRepeated, isAtOnce, isBroughtAgain] = [
      random() < shareRepeated,
      random() < 0.5,
      random() < shareBroughtAgain,
    ]
    const [answer, earlier, twin] = await Promise.all([
      carrier.receive({ from: number, body, sid }),
      bringLate(),
      isRepeated && isAtOnce ? repeat(sid) : undefined,
    ])
    const reply = taken(answer)
    compare(reply, twin)
    const isUnheard = reply === undefined && twin === undefined
    if (isUnheard ? isBroughtAgain && body !== 'START' : isRepeated && !isAtOnce) late = { sid, reply }
    // What comes to us at last moves the interview on, and its reply is the one to go by.
    return earlier || (reply ?? twin)
  }

  const inbox = letterbox()
  return {
    ...inbox,
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
      await bringLate()
    },
    async repeatFirst() {
      if (first) await repeat(first)
    },
    acknowledged,
    repeated: () => repeated,
    otherwise: () => otherwise,
    broughtAgain,
  }
}

function letterbox(): Pick<Phone, 'arrive' | 'next' | 'isWaiting'> {
  const unread: string[] = []
  let wake: () => void = () => {}
  let waiting = 0
  return {
    isWaiting: () => waiting > 0,
    arrive(body) {
      unread.push(body)
      wake()
    },
    async next(over) {
      waiting++
      while (unread.length === 0 && !over.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve
          over.addEventListener('abort', () => resolve(), { once: true })
        })
      waiting--
      return unread.shift()
    },
  }
}
