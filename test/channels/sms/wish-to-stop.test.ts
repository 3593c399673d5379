import { describe, expect, test } from 'vitest'
import { aSid, aStranger, interviewOf, post, text } from './signed-webhook.ts'

describe('a wish to stop', () => {
  test.each(['STOP', 'stop', ' Quit ', 'UNSUBSCRIBE'])(
    'by carrier word (%s) is recorded and answered with silence',
    async (word) => {
      const from = aStranger()
      await text(from, 'hello')
      expect(await text(from, word)).toBe('')
      expect((await interviewOf(from)).row.status).toBe('opted-out')
      expect(await text(from, '1')).toBe('')
      expect(await text(from, 'hello?')).toBe('')
    },
  )

  test.each(['stop texting me', 'Leave me alone!', 'no más', 'please remove me from your list'])(
    'in plain words (%s) gets one confirmation, then silence',
    async (words) => {
      const from = aStranger()
      await text(from, 'hello')
      expect(await text(from, words)).not.toBe('')
      expect(await text(from, words)).toBe('')
      expect((await interviewOf(from)).row.status).toBe('opted-out')
    },
  )

  test('keeps a late repeat of an earlier text without a reply, and that of the wish itself with one', async () => {
    const [from, hello, stop] = [aStranger(), aSid(), aSid()]
    await text(from, 'hello', hello)
    const confirmed = await text(from, 'leave me alone', stop)
    expect(await text(from, 'hello', hello)).toBe('')
    expect(await text(from, 'leave me alone', stop)).toBe(confirmed)
  })

  test('that the carrier understood in a word of its own is taken over, and START likewise', async () => {
    const from = aStranger()
    await text(from, 'hello')
    const send = (fields: Record<string, string>) => post({ MessageSid: aSid(), From: from, To: '', ...fields })
    expect((await send({ Body: 'ARRET', OptOutType: 'STOP' })).body).not.toContain('<Message>')
    expect(await text(from, 'hello?')).toBe('')
    expect((await send({ Body: 'GO', OptOutType: 'START' })).body).toContain('18 years')
    expect((await send({ Body: 'AIDE', OptOutType: 'HELP' })).body).not.toContain('<Message>')
    expect((await interviewOf(from)).row.status).toBe('in-progress')
  })

  test('of a stranger is recorded without an interview', async () => {
    const from = aStranger()
    expect(await text(from, 'STOP')).toBe('')
    expect(await text(from, 'hello')).toBe('')
    await expect(interviewOf(from)).rejects.toThrow('no result')
  })

  test('is taken back by START, and the interview goes on where it stopped', async () => {
    const from = aStranger()
    await text(from, 'hello')
    await text(from, '1')
    const { row: before } = await interviewOf(from)
    await text(from, 'STOP')
    expect(await text(from, 'START')).not.toBe('')
    const { row } = await interviewOf(from)
    expect(row.status).toBe('in-progress')
    expect(row.fold.awaiting).toBe(before.fold.awaiting)
    expect(row.fold.given).toEqual(before.fold.given)
  })
})
