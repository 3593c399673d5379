import { vocabularyOf } from '../languages/vocabulary.ts'
import { asciiDigits, plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'

/** One number in digits or words, with words around it that carry nothing; two numbers are ambiguous. */
export function readNumber(text: string, language: string): Reading {
  const { filler, numbers } = vocabularyOf(language)
  const written = asciiDigits(text.normalize('NFKC'))
  const figures = written.match(/[-−]?\d+(?:[.,]\d+)*/g) ?? []
  if (figures.length > 1) return misread('ambiguous')
  const words = plain(written.replace(/[-−]?\d+(?:[.,]\d+)*/g, ' '))
    .split(' ')
    .filter((word) => word !== '' && !filler.has(word))
  const [figure] = figures
  if (figure !== undefined) return words.length === 0 ? readFigure(figure) : misread('not-a-number')
  const [word, ...others] = words
  if (word === undefined) return misread(plain(text) === '' ? 'empty' : 'not-a-number')
  const number = others.length === 0 ? numbers.get(word) : undefined
  return number === undefined ? misread('not-a-number') : understood(number)
}

/** "1,200" and "1.200" are twelve hundred; "2,5" and "2.5" two and a half. */
function readFigure(figure: string): Reading {
  const [whole = '', ...groups] = figure.replace('−', '-').split(/[.,]/)
  if (groups.length === 0) return understood(Number(whole))
  if (groups.every((group) => group.length === 3) && !/^-?0/.test(whole))
    return understood(Number(whole + groups.join('')))
  return groups.length === 1 ? understood(Number(`${whole}.${groups[0]}`)) : misread('not-a-number')
}
