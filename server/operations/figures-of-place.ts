import type { Compiled } from '#instruments/engine/compile.ts'
import type { Code, Translated } from '#instruments/engine/question.ts'
import type { Figure, Item, Place, Score, Shares } from '#server/reports/results.ts'
import type { PublishedEstimate } from '#server/store/published-estimates.ts'

/** The figures of one place from its estimates, in the order of the study's measures. */
export function figuresOfPlace(
  compiled: Compiled,
  estimates: readonly PublishedEstimate[],
): Pick<Place, 'scores' | 'shares'> {
  const rowOf = (measure: string, statistic: string, category: string | null = null) =>
    estimates.find((row) => row.measure === measure && row.statistic === statistic && row.category === category)
  const titleOf = (question: string): Translated => compiled.question(question)?.title ?? { default: question }
  const scores: Score[] = []
  const shares: Shares[] = []
  for (const measure of compiled.study.measures)
    if (measure.kind === 'score') {
      const figures = (name: string) => {
        const spread = rowOf(name, 'polarization')
        return { net: figureFrom(rowOf(name, 'net')), ...(spread && { polarization: figureFrom(spread) }) }
      }
      const items = measure.items.map(
        ({ question }): Item => ({ question, title: titleOf(question), ...figures(`${measure.id}.${question}`) }),
      )
      scores.push({ id: measure.id, title: measure.title, ...figures(measure.id), items })
    } else {
      const choices = choicesOf(compiled, measure.question)
      shares.push({
        id: measure.id,
        title: measure.title,
        question: titleOf(measure.question),
        choices: choices.map(({ code, label }) => ({
          code: String(code),
          label,
          share: figureFrom(rowOf(measure.id, 'share', String(code))),
        })),
      })
    }
  return { scores, shares }
}

function choicesOf(compiled: Compiled, name: string): readonly { code: Code; label: Translated }[] {
  const question = compiled.question(name)
  return question && 'choices' in question ? question.choices : []
}

const unanswered: Figure = { status: 'withheld', reason: 'no-answers' }

/** Estimates are kept as parts of one; people read points. */
function figureFrom(row: PublishedEstimate | undefined): Figure {
  if (!row) return unanswered
  const { estimate, low, high, se, n, withheld, method } = row
  if (withheld !== null || estimate === null || low === null || high === null)
    return { status: 'withheld', reason: withheld ?? 'no-answers' }
  return {
    status: 'shown',
    estimate: 100 * estimate,
    se: 100 * (se ?? (high - low) / 3.92),
    low: 100 * low,
    high: 100 * high,
    n: n ?? 0,
    ...(method === 'modelled' && { modelled: true }),
  }
}
