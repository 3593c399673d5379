/** What a carrier does by itself when a text is one of its words. */
export type OptOutType = 'STOP' | 'START' | 'HELP'

const words: Readonly<Record<OptOutType, readonly string[]>> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
}

/** Which of the carrier's words a text is: that word and nothing else, in any case. */
export function keywordIn(body: string): OptOutType | undefined {
  const word = body.trim().toUpperCase()
  return (Object.keys(words) as OptOutType[]).find((kind) => words[kind].includes(word))
}

/** What the invented carrier says to a phone by itself; the real ones say much the same. */
export const confirmations: Readonly<Record<OptOutType, string>> = {
  STOP: 'You are unsubscribed and will get no more texts from this number. Reply START to subscribe again.',
  START: 'You are subscribed to this number again. Reply HELP for help, STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Message and data rates may apply.',
}
