/** The letters with which people number a list, in the order of nine choices. */
const latin = 'ABCDEFGHI'
const own: Readonly<Record<string, string>> = {
  ru: 'АБВГДЕЖЗИ',
  bn: 'কখগঘঙচছজঝ',
  ar: 'ابجدهوزحط',
  ur: 'ابجدهوزحط',
}

/** The letter of a place on a list, from 0. */
export function letterAt(place: number, language: string): string {
  return Array.from(own[language] ?? latin)[place] ?? ''
}

const places = new Map(
  [latin, ...Object.values(own), '甲乙丙丁戊己庚辛壬'].flatMap((letters) =>
    Array.from(letters.toLowerCase(), (letter, place) => [letter, place] as const),
  ),
)

/** The place on a list, from 0, that a letter of any of our scripts stands for. */
export function placeOf(letter: string): number | undefined {
  return places.get(letter.toLowerCase().replace(/[أإآ]/, 'ا').replace('ہ', 'ه'))
}
