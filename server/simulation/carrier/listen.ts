import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { type Carrier, inventCarrier } from './carrier.ts'

/** An invented carrier that listens on loopback: give its address to the client as that of api.twilio.com. */
export type ListeningCarrier = Omit<Carrier, 'close'> & { readonly url: string; readonly close: () => Promise<void> }

/**
 * Starts an invented carrier on a port of this machine.
 *
 * @param port  0: any that is free
 */
export async function listenAsCarrier(account: Account, port = 0): Promise<ListeningCarrier> {
  const carrier = inventCarrier(account)
  const server = createServer((request, response) => {
    respond(carrier, account.lateMs ?? 200, request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    ...carrier,
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
    async close() {
      carrier.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function respond(
  carrier: Carrier,
  lateMs: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer) // no encoding is set, so parts are bytes
  const { status, body, mishap } = carrier.answer({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    authorization: request.headers.authorization,
    form: new URLSearchParams(Buffer.concat(parts).toString('utf8')),
  })
  if (mishap === 'silent' || mishap === 'answer-never') return
  if (mishap === 'answer-lost') {
    request.socket.destroy()
    return
  }
  if (mishap === 'answer-late') await pause(lateMs)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
