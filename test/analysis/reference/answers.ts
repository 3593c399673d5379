import { frequencies, operations } from './operations.ts'
import { prepare, type Step } from './prepare.ts'
import type { Wanted } from './wanted.ts'

export type ReferenceCase = {
  id: string
  data: string
  tolerance_rel: number
  se_tolerance_rel?: number
  steps: Step[]
  expect_weights: number[] | null
  estimates: Wanted[]
}

type Answer = { what: string; ours: unknown; theirs: unknown; tolerance: number }

const steps = new Set(['design', 'rake', 'poststratify'])

/** Whether we have all steps of a case. */
export const canPlay = (played: readonly Step[]): boolean => played.every(({ step }) => steps.has(step))

export const supports = (each: ReferenceCase): boolean =>
  canPlay(each.steps) && each.estimates.some(({ op }) => operations[op] || op === 'freq_scores')

/** Our figures of a case beside R's, with the tolerance of each. */
export function answersTo(folder: string, each: ReferenceCase): Answer[] {
  const tolerance = each.tolerance_rel
  if (each.data === 'none')
    return each.estimates.map((wanted) => ({
      what: wanted.op,
      ours: frequencies(wanted),
      theirs: wanted.expect,
      tolerance,
    }))
  const prepared = prepare(folder, each.data, each.steps)
  const answers = each.estimates.flatMap((wanted): Answer[] => {
    const operation = operations[wanted.op]
    // R's rake() has another convention of standard errors, and intervals follow from them.
    if (!operation || (each.se_tolerance_rel && wanted.op === 'ciprop')) return []
    const ours = operation(prepared, wanted)
    const comparable = each.se_tolerance_rel ? withoutErrors(ours) : ours
    return [
      {
        what: `${wanted.op} ${wanted.vars?.join() ?? wanted.var ?? ''}`,
        ours: comparable,
        theirs: wanted.expect,
        tolerance,
      },
    ]
  })
  if (each.expect_weights)
    answers.push({ what: 'weights', ours: [...prepared.frame.weights], theirs: each.expect_weights, tolerance })
  return answers
}

const withoutErrors = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (['se', 'vcov', 'deff'].includes(key) ? undefined : part)))
