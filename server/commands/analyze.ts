import { analyzeRecipe } from '#server/operations/analyze-recipe.ts'
import { type Command, UsageError } from './command.ts'

export const analyze: Command = {
  words: 'analyze',
  usage: '<recipe.json> --out <results.json>',
  summary: 'Computes the statistics of a recipe on CSV files, without a database.',
  takes: { least: 1, most: 1 },
  options: { out: { type: 'string' } },
  standsAlone: true,
  async run({ args: [recipe = ''], options: { out }, path, print }) {
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
