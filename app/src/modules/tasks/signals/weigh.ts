export type Weighed = { budget: number | null; effort: number | null; weight: number | null }
export type WeighedBy = 'budget' | 'effort' | 'weight' | 'count'

/**
 * One weight for each task, in one unit for all of them: budget where every task has one, else effort, else the weight
 * given by the planners (1 where they gave none). Splitting a task therefore does not change a weighted share.
 */
export function weigh(tasks: readonly Weighed[]): { by: WeighedBy; weights: number[] } {
  for (const by of ['budget', 'effort'] as const) {
    const weights = tasks.map((task) => task[by] ?? 0)
    if (weights.length > 0 && weights.every((weight) => weight > 0)) return { by, weights }
  }
  const by = tasks.some((task) => task.weight !== null) ? 'weight' : 'count'
  return { by, weights: tasks.map((task) => task.weight ?? 1) }
}
