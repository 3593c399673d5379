import type { Compiled } from '#instruments/engine/compile.ts'
import type { Code, Translated } from '#instruments/engine/question.ts'
import { protectedParts } from '#server/reports/complement.ts'
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
      const names = measure.items.map(({ question }) => `${measure.id}.${question}`)
      const net = figureFrom(rowOf(measure.id, 'net'))
      const nets = protectedParts(
        names.map((name) => figureFrom(rowOf(name, 'net'))),
        net.status === 'shown',
      )
      const spread = rowOf(measure.id, 'polarization')
      const polarization = spread && figureFrom(spread)
      const polarizations = protectedParts(
        names.map((name) => figureFrom(rowOf(name, 'polarization'))),
        polarization?.status === 'shown',
      )
      const items = measure.items.map(
        ({ question }, i): Item => ({
          question,
          title: titleOf(question),
          net: nets[i] ?? unanswered,
          ...(polarization && { polarization: polarizations[i] ?? unanswered }),
        }),
      )
      scores.push({ id: measure.id, title: measure.title, net, ...(polarization && { polarization }), items })
    } else {
      const choices = choicesOf(compiled, measure.question)
      const figures = protectedParts(
        choices.map(({ code }) => figureFrom(rowOf(measure.id, 'share', String(code)))),
        true,
      )
      shares.push({
        id: measure.id,
        title: measure.title,
        question: titleOf(measure.question),
        choices: choices.map(({ code, label }, i) => ({ code: String(code), label, share: figures[i] ?? unanswered })),
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
  const { estimate, low, high, se, n, withheld } = row
  if (withheld !== null || estimate === null || low === null || high === null)
    return { status: 'withheld', reason: withheld ?? 'no-answers' }
  return {
    status: 'shown',
    estimate: 100 * estimate,
    se: 100 * (se ?? (high - low) / 3.92),
    low: 100 * low,
    high: 100 * high,
    n: n ?? 0,
  }
}
