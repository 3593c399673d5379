import type { FastifyInstance } from 'fastify'

/** A browser without scripts: keeps cookies, follows redirects, and knows which question the page asks. */
export function plainBrowser(app: FastifyInstance, { language = 'en' }: { language?: string } = {}) {
  const jar = new Map<string, string>()
  const path = '/s/community-trust/plain'

  async function request(method: 'GET' | 'POST', url: string, payload?: string, headers: Record<string, string> = {}) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        ...(cookie ? { cookie } : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of response.cookies) {
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return {
      status: response.statusCode,
      location: response.headers.location,
      body: response.body,
      ...shownOn(response.body),
    }
  }

  const get = (url = `${path}?lang=${language}`) => request('GET', url)
  /** Sends a form and, as browsers do, goes where it leads. */
  async function send(fields: Record<string, string | string[]>, url = `${path}?lang=${language}`) {
    const form = new URLSearchParams()
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
    const sent = await request('POST', url, form.toString())
    return sent.status === 303 && sent.location ? request('GET', sent.location) : sent
  }
  const answer = (question: string, value: string | string[]) => send({ question, action: 'next', answer: value })
  return { jar, request, get, send, answer, press: (question: string, action: string) => send({ question, action }) }
}

function shownOn(html: string) {
  const main = /<main\b[^>]*>/.exec(html)?.[0] ?? ''
  return {
    question: /data-question="([^"]+)"/.exec(main)?.[1],
    ending: /data-status="([^"]+)"/.exec(main)?.[1],
    error: /id="error"[^>]*>([^<]*)</.exec(html)?.[1],
  }
}
