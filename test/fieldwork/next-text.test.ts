import { expect, test } from 'vitest'
import { type CaseSoFar, nextText, type PhoneSoFar, type TextSoFar } from '#server/fieldwork/next-text.ts'

const day = 86_400_000
const now = 100 * day
const number = (hash: string, but: Partial<PhoneSoFar> = {}): PhoneSoFar => ({
  hash,
  isLandline: false,
  hasTrouble: false,
  optedOut: false,
  mayBeTexted: true,
  inDoubt: false,
  ...but,
})
const text = (but: Partial<TextSoFar> = {}): TextSoFar => ({
  kind: 'invitation',
  phone: 'a',
  fate: 'arrived',
  sentAt: now - 2 * day,
  errorCode: undefined,
  isRetry: false,
  ...but,
})
const failed = (errorCode: number, phone = 'a') => text({ fate: 'failed', errorCode, phone })
const untouched: CaseSoFar = {
  interview: undefined,
  heardAt: undefined,
  phones: [number('a'), number('b')],
  texts: [],
}
const begun = { isOpen: true, changedAt: now - 4 * day }

test.each<[string, Partial<CaseSoFar>, string]>([
  ['a case that was never texted', {}, 'invitation 1 to a'],
  [
    'a first number that is a landline',
    { phones: [number('a', { isLandline: true }), number('b')] },
    'invitation 1 to b',
  ],
  [
    'a first number without consent',
    { phones: [number('a', { mayBeTexted: false }), number('b')] },
    'invitation 1 to b',
  ],
  ['a number that proved dead', { texts: [failed(30005)] }, 'invitation 2 to b'],
  ['numbers that all proved dead', { texts: [failed(30005), failed(30005, 'b')] }, 'could-not-be-reached'],
  ['a text that our sender was filtered with', { texts: [failed(30007)] }, 'invitation 2 to a'],
  ['three texts that failed', { texts: [failed(30007), failed(30007), failed(30007)] }, 'could-not-be-reached'],
  ['a text that is planned', { texts: [text({ fate: 'waiting' })] }, 'text-under-way'],
  ['silence of two days', { texts: [text()] }, 'silent-too-short'],
  ['silence of three days', { texts: [text({ sentAt: now - 3 * day })] }, 'reminder 1 to a'],
  [
    'silence on the second number',
    { texts: [failed(30005), text({ phone: 'b', sentAt: now - 3 * day })] },
    'reminder 1 to b',
  ],
  [
    'an interview that stopped four days ago',
    { interview: begun, texts: [text({ sentAt: now - 9 * day })] },
    'reminder 1 to a',
  ],
  [
    'one that moved yesterday',
    { interview: { ...begun, changedAt: now - day }, texts: [text({ sentAt: now - 9 * day })] },
    'silent-too-short',
  ],
  ['one that began on the web, uninvited', { interview: begun }, 'reminder 1 to a'],
  [
    'one reminder and seven days',
    { texts: [text({ sentAt: now - 7 * day }), text({ kind: 'reminder', sentAt: now - 4 * day })] },
    'reminder 2 to a',
  ],
  [
    'a reminder that was tried again',
    { texts: [text({ sentAt: now - 9 * day }), text({ kind: 'reminder' }), text({ kind: 'reminder', isRetry: true })] },
    'reminder 2 to a',
  ],
  [
    'two reminders',
    { texts: [text({ sentAt: now - 30 * day }), text({ kind: 'reminder' }), text({ kind: 'reminder' })] },
    'reminded-enough',
  ],
  [
    'a question to us yesterday, in an interview that has not moved since',
    { interview: begun, heardAt: now - day, texts: [text({ sentAt: now - 9 * day })] },
    'silent-too-short',
  ],
  [
    'a reminder that was canceled before it left',
    { texts: [text({ sentAt: now - 3 * day }), text({ kind: 'reminder', fate: 'canceled', sentAt: undefined })] },
    'reminder 2 to a',
  ],
  [
    'four invitations, three of them canceled',
    { texts: [failed(30007), ...[1, 2, 3].map(() => text({ fate: 'canceled', sentAt: undefined }))] },
    'invitation 5 to a',
  ],
  [
    'words of the other number that may be an opt-out',
    { phones: [number('a'), number('b', { inDoubt: true })] },
    'may-have-opted-out',
  ],
  ['an interview that is over', { interview: { ...begun, isOpen: false } }, 'finished'],
  ['no number', { phones: [] }, 'no-number'],
  ['landlines alone', { phones: [number('a', { isLandline: true })] }, 'for-the-phone'],
  ['numbers in trouble alone', { phones: [number('a', { hasTrouble: true })] }, 'for-the-phone'],
  ['nobody’s consent', { phones: [number('a', { mayBeTexted: false })] }, 'no-consent'],
  ['an opt-out', { phones: [number('a', { optedOut: true, mayBeTexted: false })] }, 'opted-out'],
])('%s', (_, changes, expected) => {
  const next = nextText({ ...untouched, ...changes }, [3, 7], now)
  expect(next.send ? `${next.send} ${next.number} to ${next.phone}` : next.because).toBe(expected)
})
