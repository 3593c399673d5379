/** A number with what it counts: 0 to 5 for years to minutes. */
export type Quantity = { readonly value: number; readonly unit?: number | undefined; readonly inWords: boolean }

/** A part of a number as it is said: "two", "hundred", "and a half", "years". */
export type Part =
  | { readonly kind: 'number'; readonly value: number; readonly inWords: boolean }
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'thousand' | 'half' | 'halfMore' | 'point' }

/** The quantities that the parts make up, as they are said one after the other: "two and a half years", "1 year 6 months". */
export function quantitiesOf(parts: readonly Part[]): Quantity[] {
  const done: Quantity[] = []
  let open: Quantity | undefined
  let more = 0
  const begin = (quantity: Quantity) => {
    if (open) done.push(open)
    open = { ...quantity, value: quantity.value + more }
    more = 0
  }
  for (const [i, part] of parts.entries()) {
    switch (part.kind) {
      case 'number': {
        const joined: number | undefined = open && joinedTo(open, part.value, parts[i - 1]?.kind === 'point')
        if (open && joined !== undefined) open = { ...open, value: joined }
        else begin(part)
        break
      }
      case 'thousand':
        if (open) open = { ...open, value: open.value * 1000 }
        else begin({ value: 1000, inWords: true })
        break
      case 'half':
        if (open) open = { ...open, value: open.value + 0.5 }
        else more = 0.5
        break
      case 'halfMore':
        more = 0.5
        break
      case 'unit':
        if (open && open.unit === undefined) open = { ...open, unit: part.unit }
        else if (more > 0) begin({ value: 0, unit: part.unit, inWords: true })
        else if (parts[i + 1]?.kind === 'half') begin({ value: 1, unit: part.unit, inWords: true }) // "a year and a half"
        break
      case 'point':
        break
    }
  }
  if (more > 0) begin({ value: 0, inWords: true })
  return open ? [...done, open] : done
}

/** "Twenty" and "five", "two" and "hundred", "three point" and "five" as one number, or undefined where they are two. */
function joinedTo({ value: before, unit, inWords }: Quantity, value: number, afterPoint: boolean): number | undefined {
  if (unit !== undefined) return undefined
  if (afterPoint) return Number(`${before}.${value}`)
  if (value === 100 && before < 10) return before * 100
  if (!inWords) return undefined
  const isTen = before >= 20 && before < 100 && before % 10 === 0
  const isRound = before > 0 && (before % 1000 === 0 ? value < 1000 : before % 100 === 0 && value < 100)
  return (isTen && value > 0 && value < 10) || isRound ? before + value : undefined
}

/** How many of each unit make one of the one before: months a year, days a week and so on; weeks do not make months. */
const perLarger = [1, 12, Number.NaN, 7, 24, 60]

/** What quantities come to in the unit that was asked for; undefined where that is not clear. */
export function totalOf(quantities: readonly Quantity[], asked: number | undefined): number | undefined {
  const [first, ...others] = quantities
  if (!first) return undefined
  const isFalling = others.every(({ unit }, i) => unit !== undefined && unit > (quantities[i]?.unit ?? Infinity))
  if (!isFalling) return undefined
  const sum = quantities.reduce((total, quantity) => total + convert(quantity, asked), 0)
  return Number.isInteger(Math.round(sum * 1e6) / 1e4) ? Math.round(sum * 100) / 100 : undefined
}

function convert({ value, unit }: Quantity, asked: number | undefined): number {
  if (unit === undefined || unit === asked) return value
  if (asked === undefined) return Number.NaN
  const factor = perLarger.slice(Math.min(unit, asked) + 1, Math.max(unit, asked) + 1).reduce((a, b) => a * b, 1)
  return unit > asked ? value / factor : value * factor
}
