import { produceWeightingReport } from '#server/operations/produce-weighting-report.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type WeighedWave, weighSample } from '#server/operations/weigh-sample.ts'
import { type Command, wholeNumber } from './command.ts'
import { pageFile } from './weighting-report.ts'
import { intakeLines } from './intake-lines.ts'

export const weigh: Command = {
  words: 'weigh',
  usage: '<study> [--wave n] [--report <file.html>]',
  summary: 'Weighs the complete interviews of a wave to the census, and shows how well that went; --report as a page.',
  takes: { least: 1, most: 1 },
  options: { wave: { type: 'string' }, report: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const file = pageFile(call, 'report')
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const wave = await requireWave(call.deps.db, study, number)
    call.progress('weighing')
    const weighed = await weighSample(call.deps, wave)
    for (const line of linesOf(weighed)) call.print(line)
    if (file === undefined) return weighed
    await produceWeightingReport(call.deps, wave, { file, runId: weighed.runId })
    call.print(`The report on these weights is in ${file}`)
    return { ...weighed, report: file }
  },
}

function linesOf({ runId, wave, universe, interviews, diagnostics, snapshotHash }: WeighedWave): string[] {
  const { population, worst, sweeps, trimmed, collapsed, unpopulated, warnings } = diagnostics
  const { withoutArea, inUnpopulated, areaDrawn, designEffect, nEffective, minG, maxG } = diagnostics
  const asked = Object.entries(inUnpopulated).map(([area, count]) => `${count} in ${area}`)
  return [
    `Wave ${wave.number} of ${wave.study}${wave.invented ? ' (invented)' : ''}: ${whole(interviews)} interviews stand for ${whole(population)} people (${universe}).`,
    '',
    ...marginLines(diagnostics),
    ...intakeLines(diagnostics),
    '',
    `Every margin is met to ${worst.error.toExponential(1)} (${worst.variable}, ${worst.category}) after ${sweeps} sweeps.`,
    `Unequal weights multiply the variance by ${designEffect.toFixed(2)}: as precise as ${whole(nEffective)} equal interviews.`,
    `Calibration factors from ${minG.toFixed(2)} to ${maxG.toFixed(2)} times their mean; ${percent(trimmed.shareOfRows)} of the weights trimmed.`,
    ...collapsed.map(({ variable, category, into }) => `Joined because thin: ${variable}, ${category} with ${into}.`),
    ...(unpopulated.length > 0 ? [`Nobody lives in: ${unpopulated.join(', ')}.`] : []),
    ...(withoutArea > 0 ? [`${whole(withoutArea)} interviews have no area and count for the city.`] : []),
    ...(areaDrawn > 0
      ? [
          `${whole(areaDrawn)} interviews stand in an area drawn from those of their ZIP code; the errors do not know of it.`,
        ]
      : []),
    ...(asked.length > 0 ? [`Interviews from where nobody lives, which count for the city: ${asked.join(', ')}.`] : []),
    ...warnings.map((warning) => `Look at this: ${warning}`),
    '',
    `Run ${runId}, snapshot ${snapshotHash.slice(0, 12)}. Next: npx canvass estimate ${wave.study} --wave ${wave.number}`,
  ]
}

/** The demographics before and after; the many areas in one line. */
function marginLines({ margins }: WeighedWave['diagnostics']): string[] {
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < 2 ? cell.padEnd(14) : cell.padStart(11)))
      .join(' ')
      .trimEnd()
  const inCity = margins.filter(({ area }) => area === undefined)
  const lines = inCity.flatMap(({ variable, rows, missing }) => {
    if (rows.length === 1) return [] // the whole population: met by every weighting
    if (variable === 'area') {
      const peopled = rows.filter(({ target }) => target > 0)
      return [row([variable, `${peopled.length} areas`, whole(sum(rows)), '', 'met', ''])]
    }
    const untold = missing > 0 ? [row([variable, '(not told)', '', percent(missing)])] : []
    return [
      ...rows.map(({ category, respondents, before, after, target }) =>
        row([variable, category, whole(respondents), percent(before), percent(after), percent(target)]),
      ),
      ...untold,
    ]
  })
  const places = margins.flatMap(({ variable, area, rows }) => (area === undefined ? [] : [{ variable, rows }]))
  const within = Map.groupBy(places, ({ variable }) => variable.replace(/ in .*$/, ''))
  for (const [margin, own] of within) {
    const answered = own.reduce((total, { rows }) => total + sum(rows), 0)
    lines.push(row([margin, `in ${own.length} places`, whole(answered), '', 'met', '']))
  }
  return [row(['margin', 'category', 'interviews', 'before', 'after', 'population']), ...lines]
}

function sum(rows: readonly { respondents: number }[]): number {
  return rows.reduce((total, { respondents }) => total + respondents, 0)
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
