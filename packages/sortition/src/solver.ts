import loadHighs, { type Highs, type Model } from 'highs'
import type { Limit, Problem } from './problem.ts'

export type Solver = Highs
export type LinearModel = Model

/** What is loaded is an ES module, but its types say CommonJS: under `nodenext` they would not let it be called. */
const load = loadHighs as unknown as () => Promise<Solver>

let loaded: Promise<Solver> | undefined

/** HiGHS compiled to WebAssembly: one thread, no files, no clock of its own that decides; loaded once. */
export function loadSolver(): Promise<Solver> {
  loaded ??= load()
  return loaded
}

/** Tight enough that rounding to a billionth of a probability is coarser than the solver. */
export const exactly = {
  output_flag: false,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
}

/** After columns are added the old basis stays primal feasible, so the primal simplex goes on from it. */
export const growing = { ...exactly, simplex_strategy: 4 }

export const range = (count: number) => ({ kind: 'range', from: 0, to: count - 1 }) as const
export const filled = (count: number, value: number) => new Float64Array(count).fill(value)

/** Adds the limits as rows over variables 0 … types − 1; `unit` is what one unit of a type's variable counts for. */
export function addLimits(model: LinearModel, limits: Limit[], unit: (type: number) => number): void {
  for (const { types, min, max } of limits)
    model.addRow(min, max, { indices: types, values: types.map((type) => unit(type)) })
}

export const sizesOf = ({ people }: Problem): number[] => people.map((members) => members.length)

export function isOptimal(solver: Solver, model: LinearModel): boolean {
  return model.getModelStatus() === solver.constants.modelStatus.optimal
}
