import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { weighSample } from '#analysis/weigh-sample.ts'
import { areaMargin, type Margin, MISSING, NOT_IN_UNIVERSE } from '#analysis/weighting/margin.ts'

const file = join(import.meta.dirname, '../../../shared/data/nyc/precinct_margins.csv')

type Row = { precinct: string; universe: string; dimension: string; category: string; count: string }

if (existsSync(file)) {
  const rows: Row[] = parse(readFileSync(file), { columns: true })
  const counts = (universe: string, dimension: string) =>
    rows.filter((row) => row.universe === universe && row.dimension === dimension)

  test('17,000 interviews meet New York’s real margins, and only the park is empty', () => {
    const totals = counts('adults_18plus', 'total')
    const labels = [...new Set(rows.map(({ precinct }) => precinct))]
    const populations = Float64Array.from(labels, (label) =>
      Number(totals.find(({ precinct }) => precinct === label)?.count ?? 0),
    )
    const draw = drawing(7)
    const n = 17_000
    // Small precincts are oversampled, and people without a degree answer less: the weights have work to do.
    const area = draw.column(n, populations.map(Math.sqrt))
    const areas = { variable: 'area', labels, codes: area }
    const age = marginOf(counts('adults_18plus', 'age'), 'age', (shares) => draw.column(n, shares))
    const sex = marginOf(counts('all_ages', 'sex'), 'sex', (shares) => draw.missing(draw.column(n, shares), 0.05))
    const race = marginOf(counts('all_ages', 'race_eth'), 'race', (shares) =>
      draw.missing(draw.column(n, shares), 0.05),
    )
    const education = marginOf(counts('adults_25plus', 'education'), 'education', (shares) =>
      draw.missing(
        draw.column(
          n,
          shares.map((share, c) => share / (1 + c)),
        ),
        0.05,
      ),
    )
    const young = age.labels.indexOf('18-24')
    age.codes.forEach((code, row) => code === young && (education.codes[row] = NOT_IN_UNIVERSE))

    const { weights, diagnostics } = weighSample({ baseWeights: new Float64Array(n).fill(1), areas }, [
      areaMargin(areas, populations),
      age,
      sex,
      race,
      education,
    ])

    expect(diagnostics.worst.error).toBeLessThanOrEqual(1e-8)
    expect(diagnostics.unpopulated).toEqual(['22'])
    expect(diagnostics.collapsed).toEqual([])
    // The same once more, without trusting the report.
    labels.forEach((label, a) => {
      const sum = weights.reduce((total, weight, row) => (area[row] === a ? total + weight : total), 0)
      if (populations[a] === 0) expect(sum, label).toBe(0)
      else expect(sum / populations[a]!, label).toBeCloseTo(1, 6)
    })
    for (const { codes, targets, variable } of [age, sex, race, education]) {
      const sums = targets.map((_, c) =>
        weights.reduce((total, weight, row) => (codes[row] === c ? total + weight : total), 0),
      )
      const [known, target] = [sums.reduce((a, b) => a + b), targets.reduce((a, b) => a + b)]
      sums.forEach((sum, c) => expect(sum / known / (targets[c]! / target), variable).toBeCloseTo(1, 6))
    }
  })
} else {
  console.log(`New York: ${file} is absent, its margins are not tried`)
  test.skip('meets New York’s real margins')
}

function marginOf(counts: Row[], variable: string, codesFor: (shares: Float64Array) => Int32Array): Margin {
  const labels = [...new Set(counts.map(({ category }) => category))]
  const targets = Float64Array.from(labels, (label) =>
    counts.reduce((sum, { category, count }) => (category === label ? sum + Number(count) : sum), 0),
  )
  return { variable, labels, targets, targetsAre: 'shares', codes: codesFor(targets) }
}

/** Codes drawn by shares from a seed. */
function drawing(seed: number) {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    column: (n: number, shares: Float64Array) => {
      const total = shares.reduce((a, b) => a + b)
      return Int32Array.from({ length: n }, () => {
        let left = random() * total
        return Math.max(
          0,
          shares.findIndex((share) => (left -= share) < 0),
        )
      })
    },
    missing: (codes: Int32Array, share: number) => codes.map((code) => (random() < share ? MISSING : code)),
  }
}
