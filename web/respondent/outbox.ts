import type { WireEvent } from '#instruments/engine/events.ts'

/** What the server says to a batch of events. */
export type Receipt = {
  readonly events: readonly { readonly id: string; readonly verdict: string; readonly reason?: string }[]
  readonly status: string | null
  readonly next: string | null
}

export type OutboxState = 'saving' | 'saved' | 'offline' | 'retrying' | 'refused'

export type Outbox = {
  readonly add: (events: readonly WireEvent[]) => void
  /** Sends what is left while the page goes away; what arrived already is only repeated. */
  readonly sendOnLeaving: () => void
  /** When everything added so far has been answered for: the server's last word. */
  readonly settled: () => Promise<Receipt>
  readonly isEmpty: () => boolean
}

type Wiring = {
  readonly url: string
  /** What stands around the events of a request. */
  readonly envelope: { readonly study: string; readonly version: number; readonly language: string }
  /** Under which name the browser tab keeps what has not been acknowledged. */
  readonly key: string
  readonly tell: (state: OutboxState) => void
  readonly receive: (sent: readonly WireEvent[], receipt: Receipt) => void
}

const batchSize = 100
const [firstWaitMs, longestWaitMs] = [1000, 30_000]

/** Holds the events of an interview until the server has acknowledged them, through reloads and lost connections. */
export function openOutbox({ url, envelope, key, tell, receive }: Wiring): Outbox {
  let queue = kept(key)
  let isSending = false
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let waiting: ((receipt: Receipt) => void)[] = []

  const keep = () => {
    if (queue.length > 0) sessionStorage.setItem(key, JSON.stringify(queue))
    else sessionStorage.removeItem(key)
  }
  /** Only what outlives its page is kept alive: browsers refuse more than 64 KB of that, as long remarks may be. */
  const post = (events: readonly WireEvent[], { keepalive = false } = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...envelope, mode: 'web', events }),
      keepalive,
    })

  async function send(): Promise<void> {
    if (isSending || queue.length === 0) return
    clearTimeout(retry)
    isSending = true
    tell('saving')
    const batch = queue.slice(0, batchSize)
    const response = await post(batch).catch(() => undefined)
    // A connection may break in the middle of the receipt: the same events are then sent again, and only repeated.
    const receipt = response?.ok ? await receiptIn(response).catch(() => undefined) : undefined
    isSending = false
    if (receipt) return acknowledge(batch, receipt)
    if (response && !response.ok && response.status < 500 && response.status !== 429) return tell('refused')
    tell(navigator.onLine ? 'retrying' : 'offline')
    retry = setTimeout(send, Math.min(longestWaitMs, firstWaitMs * 2 ** failures++))
  }

  function acknowledge(batch: readonly WireEvent[], receipt: Receipt): void {
    failures = 0
    const done = new Set(batch.map(({ id }) => id))
    queue = queue.filter(({ id }) => !done.has(id))
    keep()
    if (queue.length === 0) tell('saved')
    receive(batch, receipt) // after that, since it may have worse to tell
    if (queue.length > 0) return void send()
    const settled = waiting
    waiting = []
    for (const resolve of settled) resolve(receipt)
  }

  addEventListener('online', () => void send())
  void send()

  return {
    add(events) {
      queue = [...queue, ...events]
      keep()
      void send()
    },
    sendOnLeaving() {
      for (let from = 0; from < queue.length; from += batchSize)
        post(queue.slice(from, from + batchSize), { keepalive: true }).catch(() => {})
    },
    settled: () => new Promise((resolve) => waiting.push(resolve)),
    isEmpty: () => queue.length === 0,
  }
}

async function receiptIn(response: Response): Promise<Receipt> {
  return response.json() // by the same server, of the same type
}

function kept(key: string): WireEvent[] {
  return JSON.parse(sessionStorage.getItem(key) ?? '[]') // written by keep() alone
}
