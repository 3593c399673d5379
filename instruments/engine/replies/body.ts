/** No text is longer: a carrier sends 1,600 characters at most, and no question takes more than this. */
const longestBody = 4000
/** What is looked at of a longer one, for what must be taken away first. */
const longestRaw = 20_000

/**
 * What a resident wrote, out of what a gateway delivers: decoded where it comes as Base64, without characters that show
 * nothing or turn the writing around, without the text it answers quoted below and without a phone's signature. Never
 * throws; empty where nothing is left.
 */
export function bodyText(raw: string): string {
  const text = visible(decoded(raw.slice(0, longestRaw).trim()))
  return unsigned(unquoted(text)).trim().slice(0, longestBody).toWellFormed()
}

/** Control characters but line ends and tabs, lone halves of a pair, what cannot be decoded, marks of direction. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\ufffd\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
}

/** Base64 of a text in UTF-8. Words are seldom Base64 of anything: capitals inside, digits or padding must show it. */
function decoded(text: string): string {
  const joined = text.replace(/\s*\n\s*/g, '')
  const isBase64 = joined.length >= 4 && joined.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(joined)
  if (!isBase64 || /^\d+$/.test(joined) || !/[=\d+/]|[a-z][A-Z]/.test(joined)) return text
  try {
    const meant = decodeURIComponent(bytesOf(joined.replace(/=+$/, '')).map(percented).join(''))
    return /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\n\r\t]+$/u.test(meant) && /[\p{L}\p{N}\p{So}]/u.test(meant)
      ? meant
      : text
  } catch {
    return text // not UTF-8
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function bytesOf(base64: string): number[] {
  const bytes: number[] = []
  let bits = 0
  for (const [i, character] of Array.from(base64).entries()) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff
    const left = (6 * (i + 1)) % 8
    if (i % 4 !== 0) bytes.push((bits >> left) & 0xff)
  }
  return bytes
}

function percented(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`
}

/** "On Monday … wrote:" in our languages, and the lines that mail programs draw. */
const quoteHeads = [
  /^(?=.*[\d@<]).{4,160}(?:wrote|escribió|écrit|napisał\(?a?\)?|pisze|написал\(?а?\)?|пишет|ekri|写道|寫道|작성|씀|লিখেছেন|لکھا|كتب)\s?[:：]$/iu,
  /^[-_–—]{3,}.{0,60}[-_–—]{3,}$/u,
  /^_{5,}$/,
]

/** Without the lines of ours that a program quotes below the reply; all of them where nothing else is there. */
function unquoted(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, i) => i > 0 && quoteHeads.some((head) => head.test(line.trim())))
  const own = (at < 0 ? lines : lines.slice(0, at)).filter((line) => !/^\s*>/.test(line))
  return own.some((line) => line.trim() !== '') ? own.join('\n') : text
}

/** "Sent from my iPhone" as phones and mail programs write it. */
const signature =
  /^(?:--+\s*)?(?:sent (?:from|via|with)|get outlook|enviado desde|enviado con|obtener outlook|envoyé de|envoyé depuis|envoyé à partir|télécharge[rz] outlook|voye soti|отправлено (?:с|из)|wysłan[oea] z|wysłane za|发自|從我的|从我的|自我的|寄自|傳送自|发送自|나의 iphone|내 iphone|나의 아이폰|내 아이폰|나의 galaxy|내 galaxy|나의 갤럭시|내 갤럭시|iphone에서|galaxy에서|গ্যালাক্সি|আমার (?:আইফোন|iphone|ফোন)|أُرسلت من|أرسلت من|ارسلت من|مرسل من|تم الإرسال من|أُرسل من|أرسل من|میرے (?:آئی فون|iphone|فون)|میرے موبائل).{0,60}$/iu

function unsigned(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, i) => i > 0 && (signature.test(line.trim()) || /^-- ?$/.test(line)))
  return at < 0 ? text : lines.slice(0, at).join('\n')
}
