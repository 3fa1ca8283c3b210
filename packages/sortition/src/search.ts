import { isPanel, type Problem, type TypePanel } from './problem.ts'
import { addLimits, exactly, filled, isOptimal, type LinearModel, range, type Solver, sizesOf } from './solver.ts'

/** A panel, its worth at the prices asked for, and a number that no panel's worth exceeds (only an exact search makes it tight). */
export type Found = { panel: TypePanel; worth: number; most: number }

export type PanelSearch = {
  /**
   * The panel worth most at `prices` (one per type and person). `exact` proves it: then `most` is the maximum for
   * whole prices. Undefined: no panel exists, or `stop` said so before one was found.
   */
  best(prices: number[], exact: boolean): Found | undefined
  dispose(): void
}

const firstCore = 40

/** Worths are whole numbers when proving, so less than one apart is no difference. */
const provingOptions = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 }
const nearOptions = { output_flag: false, mip_rel_gap: 0.01, presolve: 'off' }

/**
 * Finds panels by solving the linear relaxation and then an integer program over its core: the types whose reduced
 * costs are smallest. A type left out of the core would cost at least `margin`, so an integer optimum within
 * `margin` of the relaxation is the optimum over all types; otherwise the core doubles.
 */
export function openSearch(solver: Solver, problem: Problem, stop: () => boolean): PanelSearch {
  const relaxed = solver.createModel()
  const sizes = sizesOf(problem)
  relaxed.options.set(exactly)
  relaxed.addVars(filled(sizes.length, 0), sizes)
  addLimits(relaxed, problem.limits, () => 1)
  relaxed.changeObjectiveSense(solver.constants.objectiveSense.maximize)
  return {
    best(prices, exact) {
      relaxed.changeColsCost(range(sizes.length), prices)
      relaxed.run()
      if (!isOptimal(solver, relaxed)) return undefined
      const { colValue, colDual } = relaxed.getSolution()
      const order = coreOrder(colValue, colDual)
      for (let size = firstCore; ; size *= 2) {
        const whole = size >= sizes.length
        const core = order.slice(0, size)
        const panel = bestWithin(solver, problem, prices, colValue, core, exact, stop)
        if (panel) {
          const worth = panel.reduce((sum, seats, t) => sum + seats * prices[t]!, 0)
          const margin = whole ? Number.POSITIVE_INFINITY : Math.abs(colDual[order[size]!]!)
          const most = Math.max(worth, whole ? worth : Math.floor(relaxed.getObjectiveValue() - margin + 1e-6))
          if (!exact || most <= worth) return { panel, worth, most: exact ? most : Number.POSITIVE_INFINITY }
        }
        if (whole || stop()) return undefined
      }
    },
    dispose: () => relaxed.dispose(),
  }
}

/** Types that the relaxation splits come first, then by reduced cost, then by number. */
function coreOrder(values: Float64Array, duals: Float64Array): number[] {
  const rank = (t: number) => (Math.abs(values[t]! - Math.round(values[t]!)) > 1e-7 ? -1 : Math.abs(duals[t]!))
  const ranks = Array.from(values, (_, t) => rank(t))
  return ranks.map((_, t) => t).sort((a, b) => ranks[a]! - ranks[b]! || a - b)
}

/** The best panel that differs from the relaxation only in the core; undefined when there is none. */
function bestWithin(
  solver: Solver,
  problem: Problem,
  prices: number[],
  relaxed: Float64Array,
  core: number[],
  exact: boolean,
  stop: () => boolean,
): TypePanel | undefined {
  const panel = Array.from(relaxed, (value) => Math.round(value))
  for (const t of core) panel[t] = 0
  const place = new Map(core.map((t, i) => [t, i]))
  const sizes = sizesOf(problem)
  const model = solver.createModel()
  try {
    model.options.set(exact ? provingOptions : nearOptions)
    model.addVars(
      filled(core.length, 0),
      core.map((t) => sizes[t]!),
    )
    model.changeColsCost(
      range(core.length),
      core.map((t) => prices[t]!),
    )
    model.changeColsIntegrality(range(core.length), new Int32Array(core.length).fill(1))
    model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
    const limits = problem.limits.map(({ types, min, max }) => {
      const taken = types.reduce((sum, t) => sum + panel[t]!, 0)
      return { types: types.flatMap((t) => place.get(t) ?? []), min: min - taken, max: max - taken }
    })
    if (limits.some(({ types, min, max }) => types.length === 0 && (min > 0 || max < 0))) return undefined
    addLimits(
      model,
      limits.filter(({ types }) => types.length > 0),
      () => 1,
    )
    runUnless(stop, solver, model)
    if (!isOptimal(solver, model)) return undefined
    model.getSolution().colValue.forEach((value, i) => {
      panel[core[i]!] = Math.round(value)
    })
    return isPanel(problem, panel) ? panel : undefined
  } finally {
    model.dispose()
  }
}

export function runUnless(stop: () => boolean, solver: Solver, model: LinearModel): void {
  model.run({
    [solver.constants.callbackType.mipInterrupt]: (event: { interrupt(): void }) => {
      if (stop()) event.interrupt()
      return undefined
    },
  })
}
