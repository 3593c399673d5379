import parsePhone from 'libphonenumber-js/max'
import type { PhoneKind } from './columns.ts'

/** A phone as it was written: E.164 and what it is known to be, or why it cannot be used. */
export type PhoneRead = { readonly phone: string; readonly kind: PhoneKind } | { readonly unusable: PhoneFault }

export type PhoneFault = keyof typeof phoneFaults

/** Why a phone cannot be used, as people read it. */
export const phoneFaults = {
  'rounded-phone':
    'the phone was rounded by a spreadsheet (9.17556E+09); format the column as text or number and export it again',
  'not-a-phone': 'the phone cannot be a phone number',
  'phone-extension': 'the phone has an extension, which can be neither texted nor dialled',
  'nobodys-phone': 'the phone is toll-free, premium or another number that belongs to no resident',
} as const

/** Types of which people have a phone; in the United States no plan of numbers tells mobiles from landlines. */
const kinds: Readonly<Record<string, PhoneKind>> = {
  FIXED_LINE: 'landline',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'unknown',
  PERSONAL_NUMBER: 'unknown',
  VOIP: 'voip',
}

/** Reads a phone as people write it; without a country code it is of the United States. */
export function readPhone(written: string): PhoneRead {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(written)) return { unusable: 'rounded-phone' }
  const parsed = parsePhone(written.replace(/^(\d{10,11})[.,]0+$/, '$1'), 'US')
  if (!parsed?.isValid()) return { unusable: 'not-a-phone' }
  if (parsed.ext) return { unusable: 'phone-extension' }
  const kind = kinds[parsed.getType() ?? 'FIXED_LINE_OR_MOBILE']
  return kind ? { phone: parsed.number, kind } : { unusable: 'nobodys-phone' }
}

/** The phones that stand in one cell: "212 555 0142; 917 555 0100". */
export function phonesIn(cell: string): string[] {
  return cell
    .split(/[;|\n]|\s\/\s/)
    .map((phone) => phone.trim())
    .filter(Boolean)
}
