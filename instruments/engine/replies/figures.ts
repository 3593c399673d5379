/** A number in digits with its signs: "-3", "1,200.50", ".5", "3 1/2". */
export const figure = /(?<![\d.,])[-−]?(?:\d+ [1-9]\/\d(?!\d)|\d+(?:[.,']\d+)*|[.,]\d+)/g

/**
 * What a figure may stand for. "1,200" is twelve hundred and "2,5" two and a half; "1.200" may be either, and which
 * comes first depends on the language.
 */
export function valuesOf(figure: string, decimal: 'point' | 'comma'): number[] {
  const written = figure.replace('−', '-').replaceAll("'", '')
  const [, ones, above, below] = /^(-?\d+) (\d)\/(\d)$/.exec(written) ?? []
  if (ones !== undefined) return [Number(ones) + Number(above) / Number(below)]
  const signs: readonly string[] = written.match(/[.,]/g) ?? []
  const [first, ...others] = signs
  const last = written.search(/[.,]\d*$/)
  const whole = () => Number(written.replace(/[.,]/g, ''))
  const broken = () => Number(`${written.slice(0, last).replace(/[.,]/g, '')}.${written.slice(last + 1)}`)
  if (first === undefined) return [Number(written)]
  const groups = written.replace('-', '').split(/[.,]/)
  const isGrouped = groups.slice(1).every((group) => group.length === 3) && /^[1-9]\d{0,2}$/.test(groups[0] ?? '')
  if (others.length > 0) {
    if (new Set(signs).size === 1) return isGrouped ? [whole()] : []
    const grouped = groups.slice(1, -1).every((group) => group.length === 3)
    return grouped && signs.indexOf(signs.at(-1) ?? '') === signs.length - 1 ? [broken()] : []
  }
  if (!isGrouped) return [broken()]
  return first === ',' && decimal === 'point' ? [whole()] : [whole(), broken()]
}
