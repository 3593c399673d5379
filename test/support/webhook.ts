import { createServer } from 'node:http'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'

export type Posted = {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly isSigned: boolean
}

/** A server as an account of the carrier has one: keeps what is posted to it and says what it is told to say. */
export async function startWebhook(
  authToken: string,
  reply: (posted: Posted) => { status: number; body?: string } = () => ({ status: 204 }),
) {
  const posted: Posted[] = []
  let url = ''
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const fields = Object.fromEntries(new URLSearchParams(body))
    const path = request.url ?? ''
    const signature = String(request.headers['x-twilio-signature'])
    const one = { path, fields, isSigned: validateRequest(authToken, signature, `${url}${path}`, fields) }
    posted.push(one)
    const said = reply(one)
    response.writeHead(said.status).end(said.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, posted, close }
}
