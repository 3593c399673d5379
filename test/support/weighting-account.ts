import type { AreaAccount, Concern, WeightingAccount } from '#server/reports/weighting/account.ts'
import { communityTrust } from './fielded-wave.ts'

/** One of each concern that a weighting can raise. */
export const everyConcern: readonly Concern[] = [
  { kind: 'missing', title: { default: 'Age', es: 'Edad' }, share: 0.124, limit: 0.1 },
  { kind: 'many-trimmed', share: 0.031, limit: 0.02 },
  { kind: 'much-weight-trimmed', share: 0.062, limit: 0.05 },
  { kind: 'trimming-not-settled', rounds: 10 },
  { kind: 'unequal-weights', designEffect: 2.345, limit: 2 },
  { kind: 'unequal-areas', areas: ['14', '102'], limit: 2.5 },
  { kind: 'mixed-samples', drawn: 1234 },
]

const label = (text: string) => ({ default: text })

/** A start with everything that can be done before calibration. */
export const everyIntake: NonNullable<WeightingAccount['intake']> = {
  drawn: 12_000,
  came: 3_989,
  base: { least: 1, most: 310 },
  nonresponse: { classes: 12, least: 0.11, most: 0.43, factors: { least: 2.3, most: 9.1 } },
  frames: ['addresses', 'phones'],
  optIn: { least: 0.05, most: 0.25 },
}

/** An invented weighting of as many areas as New York has precincts, with something of everything to tell. */
export function weightingAccount(changes: Partial<WeightingAccount> = {}): WeightingAccount {
  const study = communityTrust()
  const areas = Array.from({ length: 77 }, (_, i): AreaAccount => {
    const respondents = 120 + ((i * 37) % 150)
    const designEffect = 1.2 + ((i * 13) % 40) / 100
    return { name: String(i + 1), respondents, designEffect, nEffective: respondents / designEffect }
  })
  const row = (name: string, before: number, target: number, respondents = Math.round(16_000 * before)) => ({
    labels: [label(name)],
    respondents,
    before,
    after: target,
    target,
  })
  const sex = [row('Women', 0.41, 0.52), row('Men', 0.59, 0.48)]
  const age = [
    row('18 to 24', 0.116, 0.104),
    row('25 to 34', 0.278, 0.221),
    row('35 to 44', 0.139, 0.174),
    row('45 to 54', 0.129, 0.158),
    row('55 to 64', 0.208, 0.152),
    { ...row('65 to 74', 0.13, 0.191), labels: [label('65 to 74'), label('75 or older')] },
  ]
  const titles = { age: label('Age'), sex: label('Sex') }
  return {
    study,
    wave: { number: 2, title: 'Spring 2026', invented: true, status: 'closed' },
    run: {
      id: '00000000-0000-4000-8000-000000000001',
      weighedAt: new Date('2026-04-02T10:00:00Z'),
      program: 'canvass test',
      snapshotHash: '5482433f9825c44137a2bb0b05c6daf733551e4244629e8701d1cc7eb6101674',
      layerVersion: 3,
      recipe: { weighting: study.weighting, universe: study.universe, missing: 'neutral' },
    },
    interviews: 15_989,
    population: 6_975_137,
    designEffect: 1.606,
    nEffective: 9_956,
    margins: [
      { variable: 'age', title: titles.age, rows: age, missing: 0.042, notInUniverse: 0 },
      { variable: 'sex', title: titles.sex, rows: sex, missing: 0.053, notInUniverse: 0 },
      {
        variable: 'education',
        title: label('Education'),
        rows: [row("Bachelor's degree or more", 0.669, 0.399), row("Less than a bachelor's degree", 0.331, 0.601)],
        missing: 0,
        notInUniverse: 0.111,
      },
    ],
    misses: [
      { title: titles.sex, labels: [label('Men')], before: 0.59, target: 0.48 },
      { title: titles.sex, labels: [label('Women')], before: 0.41, target: 0.52 },
      { title: titles.age, labels: [label('25 to 34')], before: 0.278, target: 0.221 },
      { title: titles.age, labels: [label('75 or older')], before: 0, target: 0.05 },
    ],
    worst: { title: undefined, labels: [label('113')], error: 6.8e-9 },
    sweeps: 17,
    method: 'raking',
    spread: {
      bins: Array.from({ length: 17 }, (_, bin) => ({
        from: bin / 4,
        to: bin < 16 ? (bin + 1) / 4 : undefined,
        count: Math.round(4000 * Math.exp(-(((bin - 2) / 4) ** 2))),
      })),
      mean: 436.2,
      least: 0.12,
      tenth: 0.33,
      median: 0.74,
      ninetieth: 2.03,
      most: 6.4,
    },
    factors: { least: 0.12, most: 9.12, shareFarOut: 0.133 },
    trimmed: { shareOfRows: 0.008, shareOfWeight: 0.004, rounds: 2, lower: 0.2, upper: 5 },
    collapsed: [{ title: titles.age, labels: [label('75 or older')], into: [label('65 to 74')], respondents: 14 }],
    areaTotals: true,
    areas: [...areas, { name: '78', respondents: 0, designEffect: 1, nEffective: 0 }],
    unpopulated: ['22'],
    withoutArea: 237,
    inUnpopulated: [{ area: '22', interviews: 3 }],
    areaDrawn: 209,
    intake: undefined,
    concerns: [],
    ...changes,
  }
}
