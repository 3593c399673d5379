import type { Vocabulary } from '../languages/vocabulary.ts'
import { type Token, tokensOf } from './tokens.ts'
import { slipsBetween } from './typos.ts'

/** A number of a date and how many digits it was written with: "24" may be a year, "5" may not. */
export type Figure = { readonly number: number; readonly digits: number }

/** What a reply says of a date. Where a sign or a word tells year, month and day apart, they are told. */
export type DateParts = {
  readonly year?: Figure
  readonly month?: number
  readonly day?: Figure
  readonly weekday?: number
  readonly figures: readonly Figure[]
  readonly others: readonly Token[]
}

const chinese = '〇一二三四五六七八九'
const korean = '영일이삼사오육칠팔구'

/** "2024年1月9号" and "이천이십삼년 오월 십사일", in any order of the three. */
export function signedParts(text: string): DateParts | undefined {
  const numeral = '[\\d〇零一二三四五六七八九十廿영공일이삼사오육유칠팔구시십백천]'
  const partBefore = (sign: string) => new RegExp(`(${numeral}+?)\\s*(?:${sign})`, 'u').exec(text)?.[1]
  const year = partBefore('年|년')
  const month = partBefore('月|월')
  const day = partBefore('[日号號]|일(?![월\\d])(?=[^가-힣]|[에날이요입]|$)')
  if (year === undefined || month === undefined || day === undefined) return undefined
  const isRepublic = /民[国國]/.test(text)
  const yearNumber = numeralValue(year) + (isRepublic ? 1911 : 0)
  return {
    year: { number: yearNumber, digits: yearNumber > 99 ? 4 : 2 },
    month: numeralValue(month),
    day: { number: numeralValue(day), digits: 2 },
    figures: [],
    others: [],
  }
}

/** A number in Chinese or Korean numerals, digit by digit ("二〇二二") or with tens and thousands ("이천이십삼"). */
function numeralValue(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const digitOf = (character: string) =>
    Math.max(
      chinese.indexOf(character),
      korean.indexOf(character.replace('유', '육')),
      '零공'.includes(character) ? 0 : -1,
    )
  const plain = written.replace('廿', '二十').replace(/^시$/, '십')
  if (!/[十십百백千천]/.test(plain)) return Number(Array.from(plain, digitOf).join(''))
  let total = 0
  let digit = 0
  for (const character of plain) {
    const scale = { 十: 10, 십: 10, 百: 100, 백: 100, 千: 1000, 천: 1000 }[character]
    if (scale === undefined) digit = digitOf(character)
    else {
      total += Math.max(digit, 1) * scale
      digit = 0
    }
  }
  return total + digit
}

/** The parts of a date among the words and figures of a reply, a slip in a month's name forgiven. */
export function spokenParts(said: string, vocabulary: Vocabulary): DateParts | undefined {
  const tokens = tokensOf(said, vocabulary)
  const months: number[] = []
  const figures: Figure[] = []
  const others: Token[] = []
  let weekday: number | undefined
  let tens = 0
  for (const token of tokens) {
    const { text, number, sense } = token
    const month = /^\d/.test(text) ? undefined : (sense?.month ?? monthLike(text, vocabulary))
    if (month !== undefined && !(number !== undefined && months.length > 0)) months.push(month)
    else if (number !== undefined && Number.isInteger(number)) {
      const isDigits = /^\d+$/.test(text)
      if (!isDigits && (number === 20 || number === 30))
        tens = number // "twenty first"
      else {
        const isJoined = !isDigits && number < 10
        if (tens > 0 && !isJoined) figures.push({ number: tens, digits: 2 })
        const joined = isJoined ? tens + number : number
        figures.push({ number: joined, digits: isDigits ? text.length : joined > 99 ? 4 : 2 })
        tens = 0
      }
    } else if (sense?.weekday !== undefined) weekday = sense.weekday
    else others.push(token)
  }
  if (tens > 0) figures.push({ number: tens, digits: 2 })
  if (months.length > 1) return undefined
  const [month] = months
  return { figures, others, ...(month !== undefined && { month }), ...(weekday !== undefined && { weekday }) }
}

function monthLike(word: string, { lexicon }: Vocabulary): number | undefined {
  if (word.length < 5 || lexicon.has(word)) return undefined
  const near = new Set<number>()
  for (const [name, { month }] of lexicon)
    if (month !== undefined && slipsBetween(word, name, 1) !== undefined) near.add(month)
  const [month] = near
  return near.size === 1 ? month : undefined
}
