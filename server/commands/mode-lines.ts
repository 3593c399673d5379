import type { ModeReport } from '#server/operations/modes/mode-report.ts'

/** How answers differ by mode, in a line for every measure; nothing where everybody answered in the same way. */
export function modeLines(modes: ModeReport | undefined): string[] {
  if (!modes) return []
  const { reference, interviews, tests, untested } = modes
  const others = Object.keys(interviews).filter((mode) => !reference.includes(mode))
  if (others.length === 0 && tests.length === 0) return []
  const main = <Row extends { measure: string }>(rows: readonly Row[]) =>
    rows.filter(({ measure }) => !measure.includes('.'))
  const told = main(tests).map(({ measure, statistic, category, modes: own, F, df, ddf, p, adjust }) => {
    const differences = own.map(
      ({ mode, difference, low, high }) => `${mode} ${points(difference)} (${points(low)} to ${points(high)})`,
    )
    const verdict = adjust ? '; worth adjusting' : ''
    return `  ${nameOf({ measure, statistic, category })}: ${differences.join(', ')}; F(${df}, ${Math.round(ddf)}) = ${F.toFixed(2)}, ${probability(p)}${verdict}`
  })
  const reasons = Map.groupBy(main(untested), ({ reason }) => reason)
  return [
    '',
    `Differences by mode, in points, from ${reference.join(' and ')} at the same area and demographics:`,
    ...told,
    ...[...reasons].map(([reason, rows]) => `  Not compared: ${rows.map(nameOf).join(', ')}. ${reason}`),
    ...(main(tests).some(({ adjust }) => adjust)
      ? ['  The estimates above are as measured. With --adjust-mode: as if all had answered by themselves.']
      : []),
  ]
}

function nameOf({
  measure,
  statistic,
  category,
}: Pick<ModeReport['tests'][number], 'measure' | 'statistic' | 'category'>) {
  return `${measure}, ${category ?? statistic}`
}

function points(share: number): string {
  const rounded = (100 * share).toFixed(1)
  return share > 0 ? `+${rounded}` : rounded
}

function probability(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`
}
