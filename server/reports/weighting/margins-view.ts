import { filled } from '../words/index.ts'
import type { MarginAccount, WeightingAccount } from './account.ts'
import { drawMarginBar } from './drawings.ts'
import { groupIn, joined } from './group-in.ts'
import type { Telling } from './telling.ts'

/** Each margin as a table of bars, all on one axis. */
export function marginsView({ margins, worst, sweeps, study }: WeightingAccount, telling: Telling) {
  const { told, figures, page } = telling
  const largest = Math.max(0.1, ...margins.flatMap(({ rows }) => rows.flatMap((row) => [row.before, row.target])))
  const longest = Math.ceil(largest * 10) / 10
  return {
    axis: { from: page.formats.percent(0), to: page.formats.percent(100 * longest) },
    tables: margins.map((margin) => tableOf(margin, longest, telling)),
    met:
      worst.error > 0 &&
      filled(told.margins.met, {
        sweeps,
        error: figures.tiny(worst.error),
        group: groupIn(worst, study.layer, page),
      }),
  }
}

function tableOf(margin: MarginAccount, longest: number, { told, figures, page }: Telling) {
  const { title, rows, missing, notInUniverse } = margin
  return {
    title: page.say(title),
    rows: rows.map((row) => ({
      name: joined(row.labels, page),
      bar: drawMarginBar(row, longest),
      interviews: page.formats.count(row.respondents),
      before: figures.share(row.before),
      after: figures.share(row.after),
      population: figures.share(row.target),
    })),
    untold: missing > 0 && filled(told.margins.untold, { share: figures.share(missing) }),
    outside: notInUniverse > 0 && filled(told.margins.outside, { share: figures.share(notInUniverse) }),
  }
}
