/** The numbers of a language as data; `numbersOf` composes the rest. Several ways to write one are separated by |. */
export type NumberWords = {
  /** From 0 on, without a gap, as far as they are words of their own. */
  readonly small: string
  /** "20 twenty, 30 thirty": to be followed by a small number. */
  readonly tens?: string
  /** What may stand between a ten and a small number. */
  readonly joints?: readonly string[]
  /** Tens that are followed by 1 to 19, as in "soixante-quinze". */
  readonly longTens?: readonly number[]
  /** "Five and thirty". */
  readonly unitsFirst?: boolean
  readonly hundred: string
  readonly thousand: string
  /** From 1st on. */
  readonly ordinals: string
}

/** Every way to write the numbers from 0 to 100, and the ordinals. */
export function numbersOf(words: NumberWords): [way: string, number: number][] {
  const { tens = '', joints = [' '], longTens = [], unitsFirst = false } = words
  const small = listed(words.small)
  const composed = tens
    .split(',')
    .filter((ten) => ten.trim() !== '')
    .flatMap((ten) => {
      const [figure = '', ...rest] = ten.trim().split(' ')
      const value = Number(figure)
      const most = longTens.includes(value) ? 19 : 9
      return waysOf(rest.join(' ')).flatMap((way) => [
        [way, value] as const,
        ...small
          .filter(([, unit]) => unit > 0 && unit <= most)
          .flatMap(([unitWay, unit]) =>
            joints.map((joint) => {
              const whole = unitsFirst ? unitWay + joint + way : way + joint + unitWay
              return [whole, value + unit] as const
            }),
          ),
      ])
    })
  const ordinals = listed(words.ordinals).map(([way, index]) => [way, index + 1] as const)
  const hundred = waysOf(words.hundred).map((way) => [way, 100] as const)
  return [...composed, ...hundred, ...ordinals, ...small].map(([way, number]) => [way, number])
}

function listed(list: string): [string, number][] {
  return list.split(',').flatMap((ways, number) => waysOf(ways).map((way): [string, number] => [way, number]))
}

/** The ways to write one thing. */
export function waysOf(ways: string): string[] {
  return ways
    .split('|')
    .map((way) => way.trim())
    .filter((way) => way !== '')
}
