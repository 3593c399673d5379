import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Seals contact details, and finds them again by a keyed hash. */
export type Sealer = {
  /** AES-256-GCM: version, nonce, tag, then what was sealed. */
  seal: (text: string) => Buffer
  /** @throws Error when the bytes were changed or the key is another one */
  unseal: (sealed: Buffer) => string
  /** A keyed hash, the same for the same phone number in E.164 under the same key; 32 bytes. */
  hashPhone: (phone: string) => Buffer
  /** The same for the wording of a text: whether two are alike without reading either; 32 bytes. */
  hashText: (text: string) => Buffer
}

const version = 1

/** A key of its own for each use; a key object, since preparing a key costs more than sealing a text with it. */
function derivedKey(key: Buffer, use: string) {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `canvass ${use}`, 32)))
}

export function sealerFor(piiKey: Buffer): Sealer {
  const sealing = derivedKey(piiKey, 'seal')
  const hashing = derivedKey(piiKey, 'phone hash')
  const texts = derivedKey(piiKey, 'text hash')
  const nextNonce = nonces()
  return {
    seal(text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed])
    },
    unseal(sealed) {
      if (sealed[0] !== version) throw new Error(`Sealed with version ${sealed[0]}, which is not known here`)
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    hashPhone: (phone) => createHmac('sha256', hashing).update(phone).digest(),
    hashText: (text) => createHmac('sha256', texts).update(text).digest(),
  }
}

/** Random nonces, drawn from the system many at a time. */
function nonces(): () => Buffer {
  const [length, many] = [12, 256]
  let drawn = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(length * many)
      used = 0
    }
    return drawn.subarray(used, (used += length))
  }
}

/** Hands out the keys to an interview, the same each time, so that none has to be stored. */
export type Tokens = {
  /** The bearer token of its events. */
  tokenFor: (studyId: string, interviewId: string) => string
  matches: (studyId: string, interviewId: string, token: string | undefined) => boolean
  /** What stands after `/i/` in its personal link: 16 base64url characters, 96 bits. */
  linkFor: (studyId: string, interviewId: string) => string
}

export function tokensFrom(sessionKey: Buffer): Tokens {
  const key = createSecretKey(sessionKey)
  const linking = derivedKey(sessionKey, 'personal link')
  const tokenFor = (studyId: string, interviewId: string) =>
    createHmac('sha256', key).update(`interview ${studyId} ${interviewId}`).digest('base64url')
  return {
    tokenFor,
    // Short, since it stands in a text.
    linkFor: (studyId, interviewId) =>
      createHmac('sha256', linking).update(`${studyId} ${interviewId}`).digest().subarray(0, 12).toString('base64url'),
    matches(studyId, interviewId, token) {
      if (!token) return false
      const [given, right] = [Buffer.from(token), Buffer.from(tokenFor(studyId, interviewId))]
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
