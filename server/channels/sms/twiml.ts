import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'

/** The reply to a text in Twilio's markup; an empty one sends nothing. */
export function twiml(reply: string): string {
  const response = new MessagingResponse()
  if (reply !== '') response.message(withoutControls(reply))
  return response.toString()
}

/** XML has no place for control characters, not even escaped. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- those are the ones to take out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
