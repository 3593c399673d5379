/** How the figures of a weighting are written in one language: with a digit more than results, as it deals in less. */
export type Figures = {
  /** "40.7%" */
  readonly share: (share: number) => string
  /** Of a deviation that rounds to nothing: "0.0000007%". */
  readonly tiny: (share: number) => string
  /** "1.82", "0.2": multiples. */
  readonly times: (multiple: number) => string
  /** "1.50": design effects, which stand under each other. */
  readonly effect: (effect: number) => string
}

export function figuresIn(language: string): Figures {
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const tiny = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 1 })
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const fixed = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const coarse = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return {
    share: (value) => share.format(value),
    tiny: (value) => tiny.format(value),
    effect: (value) => fixed.format(value),
    times: (value) => (value < 3 ? fine : coarse).format(value),
  }
}
