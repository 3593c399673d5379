import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zonesOfAreaCode } from '#server/fieldwork/area-codes.ts'
import { type ContactHours, contactHours, leavingAt } from '#server/fieldwork/contact-hours.ts'

const usual = { from: '09:00', until: '20:30', blockedWeekdays: [], blockedDates: [] }
const ny = 'America/New_York'
const opening = (from: string, zones: readonly string[], hours: Partial<ContactHours> = {}) => {
  const { opens, closes } = contactHours({ ...usual, ...hours })(new Date(from), zones)
  return [opens.toISOString(), closes.toISOString()]
}

describe('a text to New York', () => {
  test.each([
    { at: '2026-03-02T13:59:59Z', local: '8:59 in winter', opens: '2026-03-02T14:00:00.000Z' },
    { at: '2026-03-02T14:00:00Z', local: '9:00', opens: '2026-03-02T14:00:00.000Z' },
    { at: '2026-03-03T01:28:59Z', local: '20:28', opens: '2026-03-03T01:28:59.000Z' },
    { at: '2026-03-03T01:29:00Z', local: '20:29, the last minute', opens: '2026-03-03T14:00:00.000Z' },
    { at: '2026-03-03T01:30:00Z', local: '20:30', opens: '2026-03-03T14:00:00.000Z' },
    { at: '2026-03-08T02:00:00Z', local: 'the evening before the clocks go on', opens: '2026-03-08T13:00:00.000Z' },
    { at: '2026-03-08T13:00:00Z', local: '9:00 on the day they did', opens: '2026-03-08T13:00:00.000Z' },
    { at: '2026-11-01T05:30:00Z', local: '1:30 in the night they go back', opens: '2026-11-01T14:00:00.000Z' },
    { at: '2026-11-01T06:30:00Z', local: '1:30 once more', opens: '2026-11-01T14:00:00.000Z' },
  ])('that is due at $local leaves at $opens', ({ at, opens }) => {
    expect(opening(at, [ny])[0]).toBe(opens)
  })

  test('may leave until a minute before the hours end', () => {
    expect(opening('2026-07-01T16:00:00Z', [ny])).toEqual(['2026-07-01T16:00:00.000Z', '2026-07-02T00:29:00.000Z'])
  })
})

test('where two zones are possible the hours of both hold', () => {
  expect(opening('2026-03-02T13:00:00Z', [ny, 'America/Los_Angeles'])).toEqual([
    '2026-03-02T17:00:00.000Z', // 9:00 in Los Angeles
    '2026-03-03T01:29:00.000Z', // 20:29 in New York
  ])
})

test('blocked weekdays and dates are left out, on the recipient’s calendar', () => {
  const hours = { blockedWeekdays: [6, 0], blockedDates: ['2026-12-25'] }
  // Thursday evening in New York: Friday is Christmas, then comes the weekend.
  expect(opening('2026-12-25T02:00:00Z', [ny], hours)[0]).toBe('2026-12-28T14:00:00.000Z')
  // Saturday in UTC, still Friday in Honolulu.
  expect(opening('2026-12-19T00:00:00Z', ['Pacific/Honolulu'], hours)[0]).toBe('2026-12-19T00:00:00.000Z')
})

test('zones that share no hour, and hours that never come, are said', () => {
  expect(() => opening('2026-03-02T13:00:00Z', [])).toThrow(RangeError)
  expect(() => opening('2026-03-02T13:00:00Z', ['Mars/Olympus'])).toThrow(RangeError)
  expect(() => opening('2026-03-02T13:00:00Z', [ny, 'Asia/Tokyo'], { from: '12:00', until: '13:00' })).toThrow(
    RangeError,
  )
  const always = { blockedWeekdays: [0, 1, 2, 3, 4, 5, 6] }
  expect(() => opening('2026-03-02T13:00:00Z', [ny], always)).toThrow(RangeError)
})

const zones = ['America/New_York', 'America/St_Johns', 'Pacific/Honolulu', 'America/Phoenix', 'America/Adak']
const openingAfter = contactHours({ ...usual, blockedWeekdays: [6] })

test('no text ever leaves outside the hours on the clock of the phone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (due, places, jitter) => {
        const { notBefore, notAfter } = leavingAt(openingAfter, due, places, jitter)
        expect(notBefore >= due && notBefore < notAfter).toBe(true)
        for (const moment of [notBefore, new Date(notAfter.getTime() - 1)])
          for (const timeZone of places) {
            const at = moment.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
            expect(at >= '09:00' && at < '20:30').toBe(true)
            expect(moment.toLocaleDateString('en-GB', { timeZone, weekday: 'short' })).not.toBe('Sat')
          }
      },
    ),
  )
})

test('a text that is due within the hours leaves at once, one that waited at its own moment of the first hour', () => {
  const at = (due: string, jitter: number) =>
    leavingAt(openingAfter, new Date(due), [ny], jitter).notBefore.toISOString()
  expect(at('2026-03-02T15:00:00Z', 0.5)).toBe('2026-03-02T15:00:00.000Z')
  expect(at('2026-03-02T05:00:00Z', 0)).toBe('2026-03-02T14:00:00.000Z')
  expect(at('2026-03-02T05:00:00Z', 0.5)).toBe('2026-03-02T14:30:00.000Z')
})

test.each([
  ['+12125550100', ['America/New_York']],
  ['+12135550100', ['America/Los_Angeles']],
  ['+18505550100', ['America/New_York', 'America/Chicago']],
  ['+14065550100', ['America/Denver']],
  ['+18005550100', []],
  ['+442079460000', []],
])('the area code of %s tells %j', (phone, told) => {
  expect(zonesOfAreaCode(phone)).toEqual(told)
})

test('every zone of the table is known', () => {
  for (const code of Array.from({ length: 800 }, (_, i) => 200 + i))
    expect(() =>
      zonesOfAreaCode(`+1${code}5550100`).map((timeZone) => new Intl.DateTimeFormat('en', { timeZone })),
    ).not.toThrow()
})
