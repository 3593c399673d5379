import { filled } from '../words/index.ts'
import type { WeightingAccount } from './account.ts'
import { drawHistogram } from './drawings.ts'
import type { Telling } from './telling.ts'

/** The histogram of the weights, what stands under it, and what it says in words. */
export function spreadView({ spread, factors }: WeightingAccount, { told, figures, page }: Telling) {
  const { weights } = told
  const { least, tenth, median, ninetieth, most, bins } = spread
  const multiples = {
    least: figures.times(least),
    tenth: figures.times(tenth),
    median: figures.times(median),
    ninetieth: figures.times(ninetieth),
    most: figures.times(most),
    leastFactor: figures.times(factors.least),
    mostFactor: figures.times(factors.most),
    farOut: figures.share(factors.shareFarOut),
  }
  return {
    drawing: drawHistogram(spread, filled(weights.picture, multiples)),
    columns: bins.length,
    tallest: filled(weights.tallest, { n: page.formats.count(Math.max(...bins.map(({ count }) => count))) }),
    // A mark at each whole multiple, at the place where its bin begins.
    marks: bins.flatMap(({ from, to }, bin) =>
      Number.isInteger(from)
        ? [
            {
              column: bin + 1,
              text: to === undefined ? filled(weights.more, { from }) : from === 1 ? weights.average : `${from}×`,
            },
          ]
        : [],
    ),
    sentences: [filled(weights.middle, multiples), filled(weights.ends, multiples)],
  }
}
