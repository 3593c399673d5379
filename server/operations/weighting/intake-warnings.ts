import type { Categories } from '#analysis/weighting/margin.ts'
import type { IntakeReport } from '#analysis/weighting/starting-weights.ts'

/** Final weights beside who came on their own, 1 for each. */
export type Blend = { weights: Float64Array; optIn: Uint8Array; areas: Categories }

/** What a careful reader would ask about how respondents came in. */
export function intakeWarnings(report: IntakeReport, blend: Blend): string[] {
  const { drawn, came, untold, nonresponse, optIn } = report
  const warnings: string[] = []
  if (drawn > 0 && came > 0 && !optIn)
    warnings.push(`${drawn} of the interviews come from a sample with known chances, the others do not and start at 1.`)
  for (const [what, count] of Object.entries(untold))
    if (count > 0.1 * drawn)
      warnings.push(`${count} interviews do not tell the number of ${what}, and took the mean of their frame.`)
  const silent = nonresponse?.used.filter(({ completes }) => completes === 0).map(({ label }) => label) ?? []
  if (silent.length > 0) warnings.push(`Nobody answered in ${silent.join(', ')}, and nobody speaks for it.`)
  if (!optIn) return warnings
  const alone = optIn.shares.filter(({ drawn: others, area }) => others === 0 && area !== '').map(({ area }) => area)
  if (alone.length > 0) warnings.push(`Only people who came on their own answered in ${alone.join(', ')}.`)
  const above = sharesOf(blend).filter(({ area, share }) => share > optIn.most + 0.01 && !alone.includes(area))
  const worst = above.sort((a, b) => b.share - a.share)[0]
  if (worst)
    warnings.push(
      `People who came on their own end with more than ${percent(optIn.most)} of the weight in ${above.length === 1 ? 'one area' : `${above.length} areas`}, most in ${worst.area} (${percent(worst.share)}).`,
    )
  return warnings
}

/** The share of the final weight of each area that people who came on their own have. */
function sharesOf({ weights, optIn, areas }: Blend): { area: string; share: number }[] {
  const sums = areas.labels.map((area) => ({ area, all: 0, came: 0 }))
  areas.codes.forEach((code, row) => {
    const sum = sums[code]
    if (!sum) return
    sum.all += weights[row] ?? 0
    if (optIn[row] === 1) sum.came += weights[row] ?? 0
  })
  return sums.flatMap(({ area, all, came }) => (all > 0 ? [{ area, share: came / all }] : []))
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
