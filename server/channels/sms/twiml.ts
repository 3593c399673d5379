import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js'

/** Twilio takes no longer text. */
const longest = 1600

/** The reply to a text in Twilio's markup, in several texts where one cannot hold it; an empty one sends nothing. */
export function twiml(reply: string): string {
  const response = new MessagingResponse()
  for (const text of piecesOf(withoutControls(reply))) response.message(text)
  return response.toString()
}

/** Each as long as may be, ending with a line, else with a word, else anywhere but within a character. */
function piecesOf(text: string): string[] {
  if (text === '') return []
  if (text.length <= longest) return [text]
  const most = text.slice(0, longest + 1)
  const [line, word] = [most.lastIndexOf('\n'), most.search(/\s\S*$/)]
  const at = line > 0 ? line : word > 0 ? word : startOfCharacter(text, longest)
  return [text.slice(0, at).trimEnd(), ...piecesOf(text.slice(at).trimStart())].filter((piece) => piece !== '')
}

/** Not between the two halves of a character beyond the first 65,536, such as 😀. */
function startOfCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

/** XML has no place for control characters, not even escaped. */
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- those are the ones to take out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
