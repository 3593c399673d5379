import { type CarriedText, shown } from './carried-text.ts'

/**
 * A page of the account's texts, newest first, as the REST API lists them. A text that is not sent yet has no
 * DateSent, so that no filter on it finds the text.
 *
 * @param texts  in the order they came
 */
export function listing(texts: readonly CarriedText[], accountSid: string, query: URLSearchParams): object {
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
  const size = Math.min(1000, Math.max(1, Number(query.get('PageSize') ?? 50) || 50))
  const page = Math.max(0, Number(query.get('Page') ?? 0) || 0)
  const found = texts.filter((text) => text.direction !== 'carrier' && passes(text, query)).reverse()
  const addressOf = (n: number) => {
    const asked = new URLSearchParams(query)
    asked.set('PageSize', String(size))
    asked.set('Page', String(n))
    return `${path}?${asked.toString()}`
  }
  return {
    page,
    page_size: size,
    start: page * size,
    end: Math.min(found.length, (page + 1) * size) - 1,
    uri: addressOf(page),
    first_page_uri: addressOf(0),
    previous_page_uri: page > 0 ? addressOf(page - 1) : null,
    next_page_uri: found.length > (page + 1) * size ? addressOf(page + 1) : null,
    messages: found.slice(page * size, (page + 1) * size).map((text) => shown(text, accountSid)),
  }
}

function passes({ to, from, sentAt }: CarriedText, query: URLSearchParams): boolean {
  const isNamed = (name: string, value: string) => (query.get(name) ?? value) === value
  const [after, before, day] = ['DateSent>', 'DateSent<', 'DateSent'].map((name) => query.get(name))
  if (!isNamed('To', to) || !isNamed('From', from)) return false
  if (!after && !before && !day) return true
  // Dates are kept to the second.
  const sent = sentAt && Math.floor(sentAt.getTime() / 1000) * 1000
  if (sent === null) return false
  return (
    (!after || sent >= Date.parse(after)) &&
    (!before || sent <= Date.parse(before)) &&
    (!day || new Date(sent).toISOString().startsWith(day.slice(0, 10)))
  )
}
