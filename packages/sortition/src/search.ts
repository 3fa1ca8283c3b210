import { isPanel, type Problem, type TypePanel } from './problem.ts'
import { addLimits, exactly, filled, isOptimal, type LinearModel, range, type Solver, sizesOf } from './solver.ts'

/** A panel, its worth at the prices asked for, and a number that no panel's worth exceeds. */
export type Found = { panel: TypePanel; worth: number; most: number }

export type PanelSearch = {
  /** A panel worth at least `enough` at `prices` (one per type and person), or failing that one nearly the best. */
  near(prices: number[], enough: number): TypePanel | undefined
  /** The panel worth most at whole prices, proved. Both: undefined if there is no panel, or `stop` came first. */
  best(prices: number[]): Found | undefined
  dispose(): void
}

const firstCore = 40

/** Worths are whole numbers when proving, so less than one apart is no difference. */
const proving = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 }

/**
 * Finds panels by solving the linear relaxation and then an integer program over its core: the types whose reduced
 * costs are smallest. A type left out of the core would cost at least `margin`, so an integer optimum within
 * `margin` of the relaxation is the optimum over all types; otherwise the core doubles.
 */
export function openSearch(solver: Solver, problem: Problem, stop: () => boolean): PanelSearch {
  const sizes = sizesOf(problem)
  const relaxed = openRelaxation(solver, problem)
  function* panelsByCore(prices: number[], options: Record<string, number | boolean>) {
    relaxed.changeColsCost(range(sizes.length), prices)
    relaxed.run()
    if (!isOptimal(solver, relaxed)) return
    const { colValue, colDual } = relaxed.getSolution()
    const order = coreOrder(colValue, colDual)
    for (let size = firstCore; !stop(); size *= 2) {
      const last = size >= sizes.length
      const margin = last ? Number.POSITIVE_INFINITY : Math.abs(colDual[order[size]!]!)
      const panel = bestWithin(solver, problem, prices, colValue, order.slice(0, size), options, stop)
      if (panel) yield { panel, beyond: relaxed.getObjectiveValue() - margin }
      if (last) return
    }
  }
  return {
    near(prices, enough) {
      const options = { output_flag: false, mip_rel_gap: 0.01, objective_target: -enough }
      for (const { panel } of panelsByCore(prices, options)) return panel
      return undefined
    },
    best(prices) {
      for (const { panel, beyond } of panelsByCore(prices, proving)) {
        const worth = panel.reduce((sum, seats, t) => sum + seats * prices[t]!, 0)
        const most = Math.max(worth, Math.floor(beyond + 1e-6))
        if (most === worth && !stop()) return { panel, worth, most }
      }
      return undefined
    },
    dispose: () => relaxed.dispose(),
  }
}

function openRelaxation(solver: Solver, problem: Problem): LinearModel {
  const model = solver.createModel()
  const sizes = sizesOf(problem)
  model.options.set(exactly)
  model.addVars(filled(sizes.length, 0), sizes)
  addLimits(model, problem.limits, () => 1)
  model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
  return model
}

/** Types that the relaxation splits come first, then by reduced cost, then by number. */
function coreOrder(values: Float64Array, duals: Float64Array): number[] {
  const rank = (t: number) => (Math.abs(values[t]! - Math.round(values[t]!)) > 1e-7 ? -1 : Math.abs(duals[t]!))
  const ranks = Array.from(values, (_, t) => rank(t))
  return ranks.map((_, t) => t).sort((a, b) => ranks[a]! - ranks[b]! || a - b)
}

/** The best panel that differs from the relaxation only in the core (the program's cost is minus the worth). */
function bestWithin(
  solver: Solver,
  problem: Problem,
  prices: number[],
  relaxed: Float64Array,
  core: number[],
  options: Record<string, number | boolean>,
  stop: () => boolean,
): TypePanel | undefined {
  const panel = Array.from(relaxed, (value) => Math.round(value))
  for (const t of core) panel[t] = 0
  const place = new Map(core.map((t, i) => [t, i]))
  const limits = problem.limits.map(({ types, min, max }) => {
    const taken = types.reduce((sum, t) => sum + panel[t]!, 0)
    return { types: types.flatMap((t) => place.get(t) ?? []), min: min - taken, max: max - taken }
  })
  if (limits.some(({ types, min, max }) => types.length === 0 && (min > 0 || max < 0))) return undefined
  const model = solver.createModel()
  try {
    model.options.set(options)
    const most = core.map((t) => problem.people[t]!.length)
    model.addVars(filled(core.length, 0), most)
    const offset = panel.reduce((sum, seats, t) => sum + seats * prices[t]!, 0)
    model.changeObjectiveOffset(-offset)
    const costs = core.map((t) => -prices[t]!)
    model.changeColsCost(range(core.length), costs)
    model.changeColsIntegrality(range(core.length), new Int32Array(core.length).fill(1))
    const open = limits.filter(({ types }) => types.length > 0)
    addLimits(model, open, () => 1)
    return panelFrom(solver, model, problem, panel, core, options === proving, stop)
  } finally {
    model.dispose()
  }
}

/** Runs the program and fills the core in; a panel that was not proved best is still a panel if it keeps the limits. */
function panelFrom(
  solver: Solver,
  model: LinearModel,
  problem: Problem,
  panel: TypePanel,
  core: number[],
  proved: boolean,
  stop: () => boolean,
): TypePanel | undefined {
  model.run({
    [solver.constants.callbackType.mipInterrupt]: (event: { interrupt(): void }) => {
      if (stop()) event.interrupt()
      return undefined
    },
  })
  if (proved && !isOptimal(solver, model)) return undefined
  model.getSolution().colValue.forEach((value, i) => {
    panel[core[i]!] = Math.round(value)
  })
  return isPanel(problem, panel) ? panel : undefined
}
