import type { Replication } from '#analysis/replicate-estimates.ts'
import { VarianceMethod } from '#instruments/engine/weighting.ts'
import type { WeightingRun } from '#server/store/weighting.ts'

export const linearized: VarianceMethod = { method: 'linearized' }

/** How the estimates of a run get their errors. Runs from before there was a choice: by linearization. */
export function varianceMethodOf({ recipe }: Pick<WeightingRun, 'recipe'>): VarianceMethod {
  return 'variance' in recipe ? VarianceMethod.parse(recipe.variance) : linearized
}

/** The method as the analysis takes it; nothing for linearization. */
export function replicationOf(variance: VarianceMethod): { replication?: Replication } {
  if (variance.method === 'linearized') return {}
  const { method: kind, replicates, seed } = variance
  return { replication: { kind, replicates, seed } }
}

export function isSameMethod(one: VarianceMethod, other: VarianceMethod): boolean {
  if (one.method === 'linearized' || other.method === 'linearized') return one.method === other.method
  return one.method === other.method && one.replicates === other.replicates && one.seed === other.seed
}
