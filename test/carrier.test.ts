import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { carrierFor } from '#server/carrier.ts'
import { testConfig } from '#test/support/databases.ts'
import { accountSid, authToken, messagingServiceSid } from '#test/support/fake-twilio.ts'

let close = () => {}
afterEach(() => close())

/** What becomes of a text where somebody on the way answers in the carrier's stead. */
async function handedIn(status: number, body: string, type = 'text/html') {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const address = server.address()
  const carrier = carrierFor(
    testConfig({
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
      TWILIO_API_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    }),
  )!
  const text = { id: crypto.randomUUID(), to: '+12125550101', body: 'Hello', until: undefined }
  return carrier.send(text, new Date())
}

test.each([
  [401, 401],
  [403, 403],
  [407, 407],
  [429, 20429],
])('HTTP %i without a code of the carrier is a refusal with a reason of ours', async (status, errorCode) => {
  expect(await handedIn(status, '<h1>No</h1>')).toEqual({ outcome: 'refused', errorCode })
})

test.each([400, 404, 408, 500, 502])(
  'HTTP %i without a code leaves it open whether the text was taken',
  async (status) => {
    expect(await handedIn(status, '<h1>No</h1>')).toMatchObject({ outcome: 'unknown', why: `HTTP ${status}` })
  },
)

test('the carrier’s own code is what counts', async () => {
  const refusal = JSON.stringify({ code: 21408, message: 'Not permitted', status: 400 })
  expect(await handedIn(400, refusal, 'application/json')).toEqual({ outcome: 'refused', errorCode: 21408 })
})
