import type { CheckedWave, FlaggedInterview, StoredReason } from '#server/operations/quality/check-quality.ts'

/** As many as a field manager looks at in a morning; all are in the JSON document. */
const mostInterviews = 20
const mostInterviewers = 10
const mostDeviations = 10
const mostCorrelations = 5
const mostMisses = 5
/** Less likely than this, an interviewer's flagged interviews are pointed out. */
const unlikely = 0.05

const kinds = [
  { kind: 'near-duplicate', says: 'nearly the same answers as another interview of the interviewer or area' },
  { kind: 'speeding', says: 'much faster than others in the same mode' },
  { kind: 'straight-lining', says: 'one answer to a whole row of questions, in haste or as few others did' },
] as const

/** What a field manager reads: how many interviews have reasons for a look, where, which, and what interviewers do. */
export function qualityLines(checked: CheckedWave): string[] {
  const { wave, interviews, flagged, weights } = checked
  return [
    `Wave ${wave.number} of ${wave.study}${wave.invented ? ' (invented)' : ''}: ${whole(interviews)} complete interviews looked at.`,
    `${whole(flagged.length)} have a reason for a look (${percent(flagged.length, interviews)}). A reason is no verdict: honest interviews have some as well.`,
    '',
    ...kinds.map(({ kind, says }) => `${count(having(flagged, kind), 7)}  ${says}`),
    ...baselineLines(checked),
    '',
    ...modeLines(checked),
    '',
    ...interviewerLines(checked),
    ...strikingLines(checked),
    ...effectLines(checked),
    ...(weights
      ? [
          ...missLines(weights),
          `The latest weights make ${whole(weights.interviews)} interviews as precise as ${whole(weights.nEffective)} equal ones (design effect ${weights.designEffect.toFixed(2)}).`,
          `What the sample missed is in: npx canvass weighting-report ${wave.study} --wave ${wave.number} --out <file.html>`,
        ]
      : [`There are no weights yet: npx canvass weigh ${wave.study} --wave ${wave.number}`]),
  ]
}

const having = (flagged: readonly FlaggedInterview[], kind: StoredReason['kind']) =>
  flagged.filter(({ reasons }) => reasons.some((reason) => reason.kind === kind)).length

/** What is usual, or why something could not be looked at. */
function baselineLines({ blocks, duplicates, paces }: CheckedWave): string[] {
  const timed = paces.filter(({ isHuman }) => isHuman)
  return [
    '',
    ...(blocks.length === 0 ? ['No questions in a row share a scale: straight-lining cannot show.'] : []),
    ...blocks.map(
      ({ block, share, expectedShare }) =>
        `One answer to all of ${block}: ${points(share)} of the interviews; ${points(expectedShare)} if the questions had nothing to do with each other.`,
    ),
    duplicates.pairs === 0
      ? 'No pairs were compared: too few closed questions, or nobody shares an interviewer or area.'
      : `${whole(duplicates.pairs)} pairs of one interviewer or area were compared in ${duplicates.items} questions.`,
    ...timed.map(({ mode, medianSeconds = 0 }) => `Usual time by ${mode}: ${medianSeconds.toFixed(0)} s a question.`),
    ...paces.filter(({ isHuman }) => !isHuman).map(untimed),
  ]
}

function untimed({ mode, medianSeconds }: CheckedWave['paces'][number]): string {
  return medianSeconds === undefined
    ? `No times recorded by ${mode}: nobody's speed is judged there.`
    : `By ${mode} a question took ${medianSeconds.toFixed(2)} s, as no person answers: nobody's speed is judged there.`
}

function modeLines({ byMode }: CheckedWave): string[] {
  const row = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(8) : cell.padStart(i === 4 ? 18 : 12))).join('')
  return [
    row(['mode', 'interviews', 'flagged', '', 'with interviewer']),
    ...byMode
      .toSorted((a, b) => b.interviews - a.interviews)
      .map(({ mode, interviews, flagged, withInterviewer }) =>
        row([mode, whole(interviews), whole(flagged), percent(flagged, interviews), whole(withInterviewer)]),
      ),
  ]
}

/** Whom to invite first when more interviews are made, and whom there are enough of. */
function missLines({ misses }: NonNullable<CheckedWave['weights']>): string[] {
  if (misses.length === 0) return ['Every group of the margins is within one point of its part of the population.']
  return [
    'Farthest from their part of the population, before weighting:',
    ...misses
      .slice(0, mostMisses)
      .map(
        ({ variable, category, before, target }) =>
          `  ${variable}, ${category}: ${points(before)} of the interviews, ${points(target)} of the population`,
      ),
  ]
}

function interviewerLines({ interviewers }: CheckedWave): string[] {
  if (interviewers.length === 0) return ['No interviewers recorded: residents answered by themselves.', '']
  const unusual = interviewers.filter(({ adjusted }) => adjusted <= unlikely)
  if (unusual.length === 0)
    return [`None of ${whole(interviewers.length)} interviewers has more flagged interviews than chance brings.`, '']
  return [
    `Interviewers with more flagged interviews than chance brings (of ${whole(interviewers.length)}):`,
    ...unusual
      .slice(0, mostInterviewers)
      .map(
        ({ interviewer, interviews, flagged, expected, adjusted }) =>
          `  ${interviewer}: ${flagged} of ${interviews}, where others would have ${expected.toFixed(1)} (chance ${chance(adjusted)})`,
      ),
    ...more(unusual.length - mostInterviewers),
    '',
  ]
}

function strikingLines({ flagged }: CheckedWave): string[] {
  if (flagged.length === 0) return []
  return [
    'The most striking:',
    ...flagged.slice(0, mostInterviews).map(({ interviewId, mode, interviewer, reasons }) => {
      const by = interviewer === null ? mode : `${mode}, ${interviewer}`
      return `  ${interviewId} (${by}): ${reasons.map(reasonIn).join('; ')}`
    }),
    ...more(flagged.length - mostInterviews),
    '',
  ]
}

function reasonIn(reason: StoredReason): string {
  switch (reason.kind) {
    case 'near-duplicate':
      return `${reason.same} of ${reason.compared} answers as in ${reason.of} (${whole(reason.pairs)} such pairs, ${reason.expected.toPrecision(1)} expected)`
    case 'speeding':
      return `${Math.round(100 * reason.pace)} % of the usual time, over ${reason.timed} questions`
    case 'straight-lining':
      return `one answer to all ${reason.answered} of ${reason.block} (${points(reason.share)} of interviews have as long a line)`
  }
}

function effectLines({ effects, interviewers }: CheckedWave): string[] {
  if (effects.length === 0)
    return interviewers.length === 0
      ? []
      : ['Too few interviewers with 20 interviews or more to say how much depends on who asks.', '']
  return effects.flatMap(({ mode, correlations, tested, deviations }) => [
    `Interviewers by ${mode} (differences between their areas are in this, unless cases were assigned at random):`,
    ...correlationLines(correlations),
    deviations.length === 0
      ? `  Nobody differs from others in the same areas beyond chance (${tested} comparisons).`
      : `  Beyond chance in the same areas (${tested} comparisons):`,
    ...deviations
      .slice(0, mostDeviations)
      .map(
        ({ interviewer, trait, mean, others, deviation, interviews, adjusted }) =>
          `  ${interviewer}, ${trait}: ${mean.toFixed(2)}, others ${others.toFixed(2)} (${signed(deviation)} standard deviations, ${interviews} interviews, chance ${chance(adjusted)})`,
      ),
    ...more(deviations.length - mostDeviations),
    '',
  ])
}

/** The answers that depend on who asks, or that none is seen to. */
function correlationLines(correlations: CheckedWave['effects'][number]['correlations']): string[] {
  const largest = correlations.toSorted((a, b) => b.correlation - a.correlation)
  const clear = largest.filter(({ correlation, se }) => correlation > 1.96 * se)
  const [first] = largest
  if (clear.length === 0 && first)
    return [
      `  No answer is seen to depend on who asks; most ${first.trait}, ${points(Math.max(0, first.correlation))} of whose variance lies between interviewers (± ${points(1.96 * first.se)}).`,
    ]
  return clear
    .slice(0, mostCorrelations)
    .map(
      ({ trait, correlation, se, designEffect }) =>
        `  ${trait}: ${points(correlation)} of the variance lies between interviewers (± ${points(1.96 * se)}), which multiplies the variance of a mean by ${designEffect.toFixed(1)}`,
    )
}

function more(count: number): string[] {
  return count > 0 ? [`  … and ${count} more: see --json`] : []
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

const count = (value: number, width: number) => whole(value).padStart(width)
const percent = (part: number, all: number) => points(all === 0 ? 0 : part / all)
const points = (share: number) => `${(100 * share).toFixed(1)} %`
const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(1)}`
const chance = (p: number) => (p < 0.001 ? 'below 0.001' : p.toFixed(3))
