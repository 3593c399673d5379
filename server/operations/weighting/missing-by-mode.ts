import { type Categories, MISSING } from '#analysis/weighting/margin.ts'

/** Which share of the interviews of each mode did not tell a demographic. */
export type MissingByMode = { readonly variable: string; readonly modes: Readonly<Record<string, number>> }

/** In a mode with fewer interviews a share says little. */
const fewest = 30

/** How often each demographic is missing, mode by mode; modes with few interviews are left out. */
export function missingByMode(
  modes: Categories,
  demographics: readonly { readonly variable: string; readonly codes: Int32Array }[],
): MissingByMode[] {
  return demographics.map(({ variable, codes }) => {
    const shares = modes.labels.flatMap((mode, m): [string, number][] => {
      let [interviews, missing] = [0, 0]
      codes.forEach((code, row) => {
        if (modes.codes[row] !== m) return
        interviews++
        if (code === MISSING) missing++
      })
      return interviews < fewest ? [] : [[mode, missing / interviews]]
    })
    return { variable, modes: Object.fromEntries(shares) }
  })
}

/** Demographics that one mode leaves out more than three times as often as another (statistics.md, section 5). */
export function missingWarnings(found: readonly MissingByMode[]): string[] {
  return found.flatMap(({ variable, modes }) => {
    const sorted = Object.entries(modes).sort(([, a], [, b]) => a - b)
    const [least, most] = [sorted[0], sorted.at(-1)]
    // Below 2 % nobody's weight hangs on it.
    if (!least || !most || most[1] < 0.02 || most[1] <= 3 * least[1]) return []
    return [
      `"${variable}" is missing for ${percent(most[1])} of the interviews by ${most[0]}, and for ${percent(least[1])} by ${least[0]}.`,
    ]
  })
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
