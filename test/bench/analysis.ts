/**
 * The speed of the analysis beside its goals (statistics.md, section 15): `npm run bench:analysis`. With `-- --with-r`
 * and `-- --with-numpy` the same sample also goes through R's survey package and through NumPy, and the figures are
 * compared. Every size runs in a process of its own, from cold, as a command or a worker thread would.
 *
 * Goals are held against the clock, or where others use the machine too, against the processor: the peers' figures that
 * the goals were set by are processor seconds as well.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Step, StepsReport, Timed } from './analysis-steps.ts'
import type { EnoughReport, ProductReport } from './analysis-product.ts'
import { figureDifferences, type Peer, runPeer, weightDifference } from './peers.ts'

type Size = { rows: number; goals: Record<Step, number>; withR: string[] | undefined; beyondR: string }

const sizes: readonly Size[] = [
  { rows: 17_000, goals: { rake: 0.05, 'rake again': 0.05, scores: 0.3, replicates: 1 }, withR: [], beyondR: '' },
  // R took 400 s a score there even without strata, and the weights of 500 replicates do not fit in memory.
  {
    rows: 1_000_000,
    goals: { rake: 1, 'rake again': 1, scores: 5, replicates: 12 },
    withR: ['only-rake'],
    beyondR: 'not feasible',
  },
]
const mostMiB = 1536
const mostForEnoughYet = 0.3

const names: Record<Step, string> = {
  rake: 'rake, 4 margins',
  'rake again': 'the same, the sixth time',
  scores: '3 scores × 77 areas with errors',
  replicates: '500 re-raked replicates of them',
}

type Options = { peers: readonly Peer[]; print: (line: string) => void }

/** Prints the table, what the peers say, and the steps of the product that have no peer. */
export function benchAnalysis({ peers, print }: Options = { peers: [], print: console.log }): void {
  const columns = [
    ['ours', 10] as const,
    ['goal', 8] as const,
    ['', 9] as const,
    ...peers.map((peer) => [titleOf(peer), 18] as const),
  ]
  const load = loadavg()[0] ?? 0
  print(
    `seconds on the clock (of the processor, all threads); load ${load.toFixed(1)} on ${availableParallelism()} processors`,
  )
  print(rowOf('step', 'rows', ...columns.map(([title, width]) => title.padStart(width + (title === 'ours' ? 8 : 0)))))
  const remarks: string[] = []
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'canvass-bench-'))
    try {
      benchSize(size, folder, { peers, print }, remarks)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  printEnough(17_000, print)
  for (const { rows } of sizes) printProduct(run('analysis-product.ts', String(rows)) as ProductReport, print)
  for (const remark of remarks) print(remark)
}

function benchSize(size: Size, folder: string, { peers, print }: Options, remarks: string[]): void {
  const { rows, goals, withR, beyondR } = size
  const report = run('analysis-steps.ts', String(rows), peers.length > 0 ? folder : '') as StepsReport
  const others = peers.map((peer) => {
    const times = runPeer(peer, folder, ...(peer === 'r' ? (withR ?? []) : []))
    remarks.push(
      `${titleOf(peer)}, ${whole(rows)} rows: weights differ by ${weightDifference(peer, folder).toExponential(1)} at most`,
    )
    if (peer === 'r') remarks.push(...figureDifferences(folder, report).map((line) => `  ${line}`))
    return { peer, times }
  })
  for (const { step, seconds, cpu } of report.times) {
    const theirs = others.map(({ peer, times }) => {
      const found = times.find((time) => time.step === step)
      return (found ? timeOf(found) : peer === 'r' && step !== 'rake again' ? beyondR : '').padStart(18)
    })
    print(
      rowOf(
        names[step],
        whole(rows),
        timeOf({ seconds, cpu }).padStart(18),
        ...timeVerdict({ seconds, cpu }, goals[step]),
        ...theirs,
      ),
    )
  }
  print(rowOf('peak memory, MiB', whole(rows), whole(report.peakMiB).padStart(18), ...verdict(report.peakMiB, mostMiB)))
  remarks.push(
    `${whole(rows)} rows: the farthest category of a margin is off by ${report.worstMargin.toExponential(1)}`,
  )
}

/** The desk asks while interviews come in: weights, direct and modelled support and discord of all areas, a forecast. */
function printEnough(rows: number, print: (line: string) => void): void {
  const time = run('analysis-product.ts', String(rows), 'enough') as EnoughReport
  print(
    rowOf(
      'enough yet? (one score of 4 items)',
      whole(rows),
      timeOf(time).padStart(18),
      ...timeVerdict(time, mostForEnoughYet),
    ),
  )
}

function printProduct({ rows, weigh, figures, estimate, peakMiB }: ProductReport, print: (line: string) => void): void {
  print(
    `${whole(rows)} interviews, 5 margins, 5 % of the demographics missing: weighed and trimmed in ${weigh.toFixed(3)} s, ` +
      `all ${figures} figures of the bundled study in ${estimate.toFixed(3)} s, peak memory ${whole(peakMiB)} MiB`,
  )
}

/** What one of our own scripts prints: its report, in the form that it says. */
function run(file: string, ...args: string[]): unknown {
  const script = join(import.meta.dirname, file)
  const out = execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(out)
}

const rowOf = (name: string, rows: string, ...cells: string[]): string =>
  [name.padEnd(34), rows.padStart(10), ...cells].join(' ').trimEnd()

const verdict = (value: number, goal: number): [string, string] => [
  `≤ ${goal}`.padStart(8),
  (value <= goal ? 'met' : 'NOT MET').padStart(9),
]
function timeVerdict({ seconds, cpu }: Pick<Timed, 'seconds' | 'cpu'>, goal: number): [string, string] {
  const [wanted, word] = verdict(Math.min(seconds, cpu), goal)
  return [wanted, seconds > goal && cpu <= goal ? 'met (CPU)' : word]
}

const timeOf = ({ seconds, cpu }: Pick<Timed, 'seconds' | 'cpu'>): string => `${seconds.toFixed(3)} (${cpu.toFixed(2)})`
const titleOf = (peer: Peer): string => (peer === 'r' ? 'R' : 'NumPy')
const whole = (value: number): string => Math.round(value).toLocaleString('en')

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'with-r': { type: 'boolean' }, 'with-numpy': { type: 'boolean' } } })
  const peers: Peer[] = [
    ...(values['with-numpy'] ? (['numpy'] as const) : []),
    ...(values['with-r'] ? (['r'] as const) : []),
  ]
  benchAnalysis({ peers, print: console.log })
}
