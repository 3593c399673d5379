import { Agent, request } from 'node:http'
import type { Config } from '#server/config.ts'

/** An answer of the server, as a browser or Twilio would see it. */
export type Page = {
  readonly status: number
  readonly location: string | undefined
  readonly cookies: readonly string[]
  readonly body: string
}

/** Asks this machine's own server, and nothing else in the world. */
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  sent?: { readonly form?: URLSearchParams; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Page>

/**
 * A way to the server that this configuration runs, over connections that are kept, as many as are asked for.
 *
 * @param signal  from its abort on nothing more is asked; what is under way is answered
 */
export function loopbackTo(
  { host, port }: Pick<Config, 'host' | 'port'>,
  connections: number,
  signal: AbortSignal,
): { ask: Ask; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  // A server that listens on every address is reached on this one.
  const hostname = host.includes(':') ? '::1' : '127.0.0.1'
  const ask: Ask = (method, path, { form, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const body = form?.toString()
      const sent =
        body === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
      const asking = request({ agent, hostname, port, method, path, headers: { ...headers, ...sent } }, (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            location: reply.headers.location,
            cookies: reply.headers['set-cookie'] ?? [],
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      })
      asking.on('error', reject)
      asking.end(body)
    })
  return { ask, close: () => agent.destroy() }
}

/** What stands between two tags, with its entities read. */
export function unescaped(markup: string): string {
  return markup.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal) return String.fromCodePoint(Number(decimal))
      return named[name ?? ''] ?? whole
    },
  )
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
