import type { Problem, TypePanel } from './problem.ts'
import { exactly, filled, growing, isOptimal, type LinearModel, range, type Solver, sizesOf } from './solver.ts'

/** How near the panels found so far come to the targets, and at which prices a further panel would help. */
export type Standing = {
  weights: number[]
  /** Seats by which the types fall short of their targets, summed. */
  shortfall: number
  /** Largest shortfall of a person's probability. */
  gap: number
  /** One price per type, 0 to 1: what a seat more for the type is worth. */
  prices: number[]
  /** A panel helps if at these prices it is worth more than this. */
  worth: number
}

export type Mixture = {
  panels: TypePanel[]
  /** False if the panel is there already. */
  add(panel: TypePanel): boolean
  /** Weights over the panels that come nearest to the targets, no person falling below `floor` if that can be had. */
  standing(targets: number[], floor?: number): Standing
  /** The largest minimum probability that the panels allow. */
  bestMinimum(): number
  dispose(): void
}

/**
 * The distribution over panels: weights ≥ 0 that sum to 1, and for each type a shortfall ≥ 0 against its target, the
 * sum of which is made small (linear program; variables: a shortfall per type, then a weight per panel).
 */
export function openMixture(solver: Solver, problem: Problem): Mixture {
  const sizes = sizesOf(problem)
  const types = sizes.length
  const model = solver.createModel()
  model.options.set(growing)
  model.addVars(filled(types, 0), filled(types, solver.infinity))
  model.changeColsCost(range(types), filled(types, 1))
  for (let t = 0; t < types; t++) model.addRow(0, solver.infinity, { indices: [t], values: [1] })
  model.addRow(1, 1, { indices: [], values: [] })
  const panels: TypePanel[] = []
  const seen = new Set<string>()
  return {
    panels,
    add(panel) {
      const key = panel.join()
      if (seen.has(key)) return false
      seen.add(key)
      panels.push(panel)
      addPanel(solver, model, panel)
      return true
    },
    standing(targets, floor = 0) {
      const allowed = targets.map((target, t) =>
        floor > 0 ? Math.max(0, target - floor) * sizes[t]! : solver.infinity,
      )
      model.changeColsBounds(range(types), filled(types, 0), allowed)
      const wanted = targets.map((target, t) => target * sizes[t]!)
      model.changeRowsBounds(range(types), wanted, filled(types, solver.infinity))
      model.run()
      if (!isOptimal(solver, model) && floor > 0) return this.standing(targets)
      if (!isOptimal(solver, model))
        throw new Error(`The mixture's linear program ended with status ${model.getModelStatus()}`)
      const { colValue, rowDual } = model.getSolution()
      const weights = normalised(colValue.subarray(types))
      const reached = probabilitiesOf(problem, panels, weights)
      return {
        weights,
        shortfall: model.getObjectiveValue(),
        gap: targets.reduce((gap, target, t) => Math.max(gap, target - reached[t]!), 0),
        prices: Array.from(rowDual.subarray(0, types), (price) => Math.max(0, price)),
        worth: -rowDual[types]!,
      }
    },
    bestMinimum: () => bestMinimum(solver, problem, panels),
    dispose: () => model.dispose(),
  }
}

function addPanel(solver: Solver, model: LinearModel, panel: TypePanel): void {
  const types = panel.length
  const indices = panel.flatMap((seats, t) => (seats > 0 ? t : []))
  const values = indices.map((t) => panel[t]!)
  model.addCol(0, 0, solver.infinity, { indices: [...indices, types], values: [...values, 1] })
}

function normalised(weights: Float64Array): number[] {
  const positive = Array.from(weights, (weight) => Math.max(0, weight))
  const sum = positive.reduce((a, b) => a + b, 0)
  return positive.map((weight) => weight / sum)
}

/** For each type the probability of one of its people. */
export function probabilitiesOf(problem: Problem, panels: TypePanel[], weights: number[]): number[] {
  const seats = new Array<number>(problem.people.length).fill(0)
  panels.forEach((panel, j) => {
    const weight = weights[j]!
    if (weight > 0)
      panel.forEach((taken, t) => {
        if (taken > 0) seats[t]! += taken * weight
      })
  })
  return seats.map((taken, t) => taken / problem.people[t]!.length)
}

function bestMinimum(solver: Solver, problem: Problem, panels: TypePanel[]): number {
  const types = problem.people.length
  const model = solver.createModel()
  try {
    model.options.set(exactly)
    model.addVar(0, 1)
    model.changeColCost(0, 1)
    model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
    for (let t = 0; t < types; t++)
      model.addRow(0, solver.infinity, { indices: [0], values: [-problem.people[t]!.length] })
    model.addRow(1, 1, { indices: [], values: [] })
    for (const panel of panels) addPanel(solver, model, panel)
    model.run()
    return isOptimal(solver, model) ? model.getObjectiveValue() : 0
  } finally {
    model.dispose()
  }
}
