/** The same work in R's survey package and in NumPy, where they are installed, and how far their figures are from ours. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { AreaFigures, StepsReport, Timed } from './analysis-steps.ts'
import type { InventedCity } from './invented-city.ts'

export type Peer = 'r' | 'numpy'

const scripts = join(import.meta.dirname, '../reference')

/** Writes a sample and its margins as the scripts in test/reference read them. */
export function exportSample(folder: string, { baseWeights, areas, margins, populations, items }: InventedCity): void {
  const population = populations.reduce((sum, people) => sum + people, 0)
  const [item] = items
  const rows = Array.from(baseWeights, (weight, row) => {
    const categories = margins.map(({ labels, codes }) => labels[codes[row]!])
    const answer = item!.answers[row]!
    return [weight, ...categories, answer < 1 ? 'NA' : answer].join(',')
  })
  const header = ['weight', ...margins.map(({ variable }) => variable), 'answer'].join(',')
  writeFileSync(join(folder, 'sample.csv'), [header, ...rows].join('\n'))
  const counts = margins.flatMap(({ variable, labels, targets }) => {
    const total = targets.reduce((sum, target) => sum + target, 0)
    return labels.map((label, c) => [variable, label, (targets[c]! / total) * population].join(','))
  })
  if (margins[0]?.variable !== areas.variable) throw new Error('The first margin is that of the areas')
  writeFileSync(join(folder, 'margins.csv'), ['variable,category,count', ...counts].join('\n'))
}

/** Runs a peer's script. @throws Error with what it said, when it fails or is not there */
export function runPeer(peer: Peer, folder: string, ...more: string[]): Timed[] {
  const [program, script] = peer === 'r' ? (['Rscript', 'speed.R'] as const) : (['python3', 'speed.py'] as const)
  const { status, stderr, error } = spawnSync(program, [join(scripts, script), folder, ...more], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${script} failed: ${error?.message ?? stderr}`)
  return recordsOf(folder, `${peer}-times.csv`).map(({ step, seconds, cpu }) => ({
    step: step as Timed['step'], // the scripts are ours and name their steps as we do
    seconds: Number(seconds),
    cpu: Number(cpu),
  }))
}

/** The largest relative difference between our weights and a peer's. */
export function weightDifference(peer: Peer, folder: string): number {
  const [ours, theirs] = ['our', peer].map((who) => recordsOf(folder, `${who}-weights.csv`))
  return largest(ours!.map(({ weight }, row) => apart(Number(weight), Number(theirs![row]!['weight']))))
}

/** How far our figures are from R's: the largest relative differences over all areas. */
export function figureDifferences(folder: string, { figures }: StepsReport): string[] {
  if (!existsSync(join(folder, 'r-bootstrap.csv'))) return []
  const scores = byArea(recordsOf(folder, 'r-scores.csv'))
  const lines = (['support', 'net', 'polarization'] as const).map((kind) => {
    const differences = (what: 'estimate' | 'linearSe' | 'se', column: string) =>
      largest(figures[kind].map((area, a) => apart(area[what], Number(scores(a)[column])))).toExponential(1)
    const [estimates, errors, printed] = [
      differences('estimate', kind),
      differences('linearSe', `${kind}_se`),
      differences('se', `${kind}_se`),
    ]
    return `${kind}: estimates ${estimates}, linearized errors ${errors}; errors as we print them, for small samples, ${printed}`
  })
  const bootstrap = byArea(recordsOf(folder, 'r-bootstrap.csv'))
  const ratio = (of: (area: AreaFigures, a: number) => number) => {
    const ratios = figures.support.map(of).sort((a, b) => a - b)
    const at = (share: number) => ratios[Math.round(share * (ratios.length - 1))]!.toFixed(3)
    return `${at(0.5)} (${at(0.05)} to ${at(0.95)} in nine areas of ten)`
  }
  return [
    ...lines,
    `bootstrap errors of support over R’s: ${ratio((area, a) => area.bootstrapSe / Number(bootstrap(a)['support_se']))}`,
    `bootstrap errors of support over ours by linearization: ${ratio((area) => area.bootstrapSe / area.se)}`,
  ]
}

type CsvRow = Record<string, string>

function recordsOf(folder: string, file: string): CsvRow[] {
  return parse(readFileSync(join(folder, file)), { columns: true })
}

/** R sorts areas by name; ours go by number. */
function byArea(rows: readonly CsvRow[]): (area: number) => CsvRow {
  const found = new Map(rows.map((row) => [row['area'], row]))
  return (area) => found.get(`P${area + 1}`)!
}

const apart = (one: number, other: number): number => Math.abs(one - other) / Math.max(Math.abs(other), 1e-3)
const largest = (values: readonly number[]): number => values.reduce((most, value) => (value <= most ? most : value), 0)
