import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

export const authToken = 'a-token-for-benchmarks-only'
export const publicUrl = 'http://127.0.0.1:3000'

/** An invented resident: texts hello, then answers every question with its first choice. */
export type Resident = { readonly phone: string; texts: number }

let nextResident = 0

export function aResident(): Resident {
  const n = nextResident++
  return { phone: `+1${200 + (Math.floor(n / 10_000_000) % 700)}${String(n % 10_000_000).padStart(7, '0')}`, texts: 0 }
}

/** The fields of a resident's next text. */
export function nextText(resident: Resident): Record<string, string> {
  const body = resident.texts++ === 0 ? 'hello' : resident.texts === 20 ? '00001' : '1'
  const sid = `SM${randomBytes(16).toString('hex')}`
  return { MessageSid: sid, From: resident.phone, To: '+15555550100', Body: body, NumMedia: '0' }
}

export type Post = (fields: Record<string, string>) => Promise<{ status: number }>

/** Posts forms to one route of the server under load, signed for it. */
export function poster(port: number, path: '/twilio/sms' | '/bare', connections: number): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return (fields) => {
    const payload = new URLSearchParams(fields).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(payload),
      'x-twilio-signature': getExpectedTwilioSignature(authToken, `${publicUrl}${path}`, fields),
    }
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
        response.resume()
        response.once('end', () => resolve({ status: response.statusCode ?? 0 }))
      })
        .once('error', reject)
        .end(payload)
    })
  }
}

/** As many as go through in a time, each connection with one resident after the other. */
export async function flood(post: Post, connections: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000
  let answered = 0
  const connection = async () => {
    let resident = aResident()
    while (performance.now() < end) {
      const { status } = await post(nextText(resident))
      if (status !== 200) throw new Error(`The server answered ${status}`)
      answered++
      if (resident.texts > 24) resident = aResident()
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, connection))
  return answered / ((performance.now() - started) / 1000)
}

/**
 * So many a second whatever comes back, as residents do.
 *
 * @returns the time of each answer in ms, ascending, from when its text was due: a late start counts
 * @throws Error when a text is not answered 200
 */
export async function pace(post: Post, perSecond: number, seconds: number): Promise<number[]> {
  const residents = Array.from({ length: perSecond * 4 }, aResident)
  const answers: Promise<number>[] = []
  const started = performance.now()
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = started + (i * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const resident = residents[i % residents.length]
    if (resident) answers.push(sinceDue(post, nextText(resident), due))
  }
  return (await Promise.all(answers)).sort((a, b) => a - b)
}

async function sinceDue(post: Post, fields: Record<string, string>, due: number): Promise<number> {
  const { status } = await post(fields)
  if (status !== 200) throw new Error(`The server answered ${status}`)
  return performance.now() - due
}
