import type { PricedText, PricedTexts } from '#server/operations/price-texts.ts'

/** How many texts of a language are named as dear before the rest is only counted. */
const mostNamed = 3

/** What a study's texts cost, for a manager: a line per language, then what makes texts dear. */
export function priceLines({ currency, segmentPrice, interviews, texts }: PricedTexts): string[] {
  const rows = interviews.map(({ name, texts, segments, price, pricePerThousand }) => [
    name,
    range(texts),
    range(segments),
    price.toFixed(2),
    Math.round(pricePerThousand).toLocaleString('en'),
  ])
  return [
    `Texts to a resident who answers everything, at ${segmentPrice} ${currency} a segment (study.json, texts.segmentPrice):`,
    ...table(['language', 'texts', 'segments', currency, `${currency} per 1,000 residents`], rows),
    ...interviews.flatMap(({ language, name }) =>
      dearLines(
        name,
        texts.filter((text) => text.language === language),
      ),
    ),
  ]
}

/** Every text of some languages: how it travels, how much room is left, and which characters make it dear. */
export function textLines(texts: readonly PricedText[]): string[] {
  return table(
    ['language', 'question', 'encoding', 'segments', 'left', 'price', 'outside GSM-7'],
    texts.map(({ language, question, encoding, segments, left, price, foreign, plainSegments }) => [
      language,
      question,
      encoding,
      String(segments),
      String(left),
      price.toFixed(4),
      plainSegments === undefined
        ? ''
        : `${foreign.map(({ character }) => character).join('')} (else ${plainSegments})`,
    ]),
  )
}

/** Texts that a few characters keep out of the seven-bit alphabet, though it has something like each of them. */
function dearLines(name: string, texts: readonly PricedText[]): string[] {
  const dear = texts.filter(({ plainSegments }) => plainSegments !== undefined)
  if (dear.length === 0) return []
  const more = dear.reduce((sum, { segments, plainSegments = 0 }) => sum + segments - plainSegments, 0)
  const culprits = dear
    .filter(({ foreign }) => foreign.length === 1)
    .toSorted((a, b) => b.segments - (b.plainSegments ?? 0) - a.segments + (a.plainSegments ?? 0))
  const [few, rest] = [culprits.slice(0, mostNamed), culprits.length - mostNamed]
  return [
    `warning: ${name}: accents and signs outside GSM-7 cost ${more} segments more in ${dear.length} of ${texts.length} texts: ${charactersOf(dear)}`,
    ...few.flatMap(({ question, segments, plainSegments, foreign: [one] }) =>
      one
        ? [
            `  ${question}: "${one.character}" (${one.codePoint}, character ${one.at}) alone makes ${segments} segments of ${plainSegments}: "${one.instead}" would not.`,
          ]
        : [],
    ),
    ...(rest > 0 ? [`  and ${rest} more texts because of one character each.`] : []),
  ]
}

/** The characters that keep texts out, the most frequent first, with what the alphabet has instead. */
function charactersOf(dear: readonly PricedText[]): string {
  const all = dear.flatMap(({ foreign }) => foreign)
  const byCharacter = [...Map.groupBy(all, ({ character }) => character)].sort(([, a], [, b]) => b.length - a.length)
  const [shown, hidden] = [byCharacter.slice(0, 8), byCharacter.length - 8]
  const listed = shown.map(([character, [one]]) => `${character} (${one?.instead})`)
  return listed.join(' ') + (hidden > 0 ? ` and ${hidden} more` : '')
}

function range({ least, most, usual }: { least: number; most: number; usual?: number }): string {
  const ends = least === most ? `${least}` : `${least} to ${most}`
  return usual === undefined ? ends : `${ends}, usually ${Math.round(usual)}`
}

/** Columns as wide as their widest cell; figures to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, c) => Math.max(...[header, ...rows].map((row) => wide(row[c] ?? title))))
  const isFigure = header.map((_, c) => rows.every((row) => /^[\d.,]*$/.test(row[c] ?? '')))
  return [header, ...rows].map((row) =>
    row
      .map((cell, c) => {
        const space = ' '.repeat((widths[c] ?? 0) - wide(cell))
        return isFigure[c] ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}

/** The columns of a terminal that a text takes: Chinese and Korean two for each sign, marks above a letter none. */
function wide(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + (/\p{M}/u.test(sign) ? 0 : /[\p{Script=Han}\p{Script=Hangul}]/u.test(sign) ? 2 : 1),
    0,
  )
}
