import { analyzeRecipe, writeRecipeInR } from '#server/operations/analyze-recipe.ts'
import { type Command, UsageError } from './command.ts'

export const analyze: Command = {
  words: 'analyze',
  usage: '<recipe.json> --out <results.json> [--as-r <file.R>]',
  summary:
    'Computes the statistics of a recipe on CSV files, without a database; --as-r writes an R script that does the same.',
  takes: { least: 1, most: 1 },
  options: { out: { type: 'string' }, 'as-r': { type: 'string' } },
  standsAlone: true,
  async run({ args: [recipe = ''], options: { out, 'as-r': script }, path, print }) {
    if (typeof script === 'string') {
      writeRecipeInR(path(recipe), path(script))
      print(`The same in R is in ${script}`)
      if (out === undefined) return { script }
    }
    if (typeof out !== 'string') throw new UsageError('Say where the results go: --out <results.json>.')
    const analyzed = analyzeRecipe(path(recipe), path(out))
    const refused = analyzed.filter((each) => each.refused !== undefined || each.refusedEstimates > 0)
    for (const { id, refused: reason, refusedEstimates } of refused)
      print(
        `${id}: refused. ${reason?.message ?? `${refusedEstimates} of its estimates, see "refused" in the results.`}`,
      )
    print(`${analyzed.length - refused.length} of ${analyzed.length} cases computed, written to ${out}`)
    if (refused.length > 0)
      throw new RangeError(
        `${refused.length} of ${analyzed.length} cases are refused in whole or in part: see "refused" in ${out}.`,
      )
    return analyzed
  },
}
