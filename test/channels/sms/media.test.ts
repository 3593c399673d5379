import { expect, test } from 'vitest'
import { listInbox, showInboxItem } from '#server/operations/read-inbox.ts'
import { aSid, aStranger, at, post } from './signed-webhook.ts'

const picture = {
  NumMedia: '2',
  MediaUrl0: 'https://api.carrier.example/Media/ME1',
  MediaContentType0: 'image/jpeg',
  MediaUrl1: 'https://api.carrier.example/Media/ME2',
  MediaContentType1: 'audio/amr',
}

test('of pictures and recordings the inbox tells what they are and where the carrier keeps them', async () => {
  const from = aStranger()
  await post({ MessageSid: aSid(), From: from, Body: 'hello' })
  const sent = { MessageSid: aSid(), From: from, Body: '', ...picture }
  await post(sent)
  await post(sent) // a repeat changes nothing
  const studies = await at.db.selectFrom('studies').select('id').execute()
  const items = (await Promise.all(studies.map(({ id }) => listInbox(at.deps, id)))).flat()
  const item = items.find(({ reason }) => reason === 'media')
  expect(item?.media).toEqual(['image/jpeg', 'audio/amr'])
  expect((await showInboxItem(at.deps, item!.id)).media).toEqual([
    { kind: 'image/jpeg', address: picture.MediaUrl0 },
    { kind: 'audio/amr', address: picture.MediaUrl1 },
  ])
  const stored = await at.db.selectFrom('pii.message_media').select('address').execute()
  expect(stored.every(({ address }) => !address.includes('carrier.example'))).toBe(true)
})

test('an address that is none is not kept, and the text is answered', async () => {
  const from = aStranger()
  const sid = aSid()
  const fields = { MessageSid: sid, From: from, Body: 'hello', NumMedia: '3', MediaUrl0: 'no address', MediaUrl2: '' }
  expect((await post(fields)).body).toContain('<Message>')
  expect(await at.db.selectFrom('pii.message_media').selectAll().where('sid', '=', sid).execute()).toEqual([])
})
