import type { Problem } from './problem.ts'
import { addLimits, exactly, filled, isOptimal, type LinearModel, range, type Solver, sizesOf } from './solver.ts'

export type Rule = 'leximin' | 'maximin'

export type FairnessBound = {
  /** For each type the probability of a person, such that no draw is better (leximin) or its minimum higher (maximin). */
  targets(): number[]
  /** States a fact about all panels: at these prices none is worth more than `most`. */
  learn(prices: number[], most: number): void
  /** How many facts have been learnt. */
  facts(): number
  dispose(): void
}

/**
 * The fairest probabilities over a region that contains every draw: the quotas without the demand for whole people,
 * and every fact learnt. Being a plain linear program it needs no panels, and what it allows no draw can beat.
 */
export function openBound(solver: Solver, problem: Problem, rule: Rule): FairnessBound {
  const sizes = sizesOf(problem)
  const types = sizes.length
  const model = solver.createModel()
  model.options.set(exactly)
  model.addVars(filled(types + 1, 0), filled(types + 1, 1))
  model.changeColCost(types, 1)
  model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
  for (let t = 0; t < types; t++) model.addRow(0, solver.infinity, { indices: [t, types], values: [1, -1] })
  addLimits(model, problem.limits, (t) => sizes[t]!)
  let facts = 0
  return {
    targets() {
      model.changeColsBounds(range(types), filled(types, 0), filled(types, 1))
      model.changeRowsBounds(range(types), filled(types, 0), filled(types, solver.infinity))
      return rule === 'leximin' ? raiseInTiers(solver, model, types) : repeated(types, raise(solver, model))
    },
    learn(prices, most) {
      facts++
      const indices = prices.flatMap((price, t) => (price > 0 ? t : []))
      model.addRow(-solver.infinity, most, { indices, values: indices.map((t) => prices[t]! * sizes[t]!) })
    },
    facts: () => facts,
    dispose: () => model.dispose(),
  }
}

const repeated = (count: number, value: number): number[] => Array.from({ length: count }, () => value)

/** Types whose row carries a dual price above this are held down in every optimum: their tier is final. */
const tight = 1e-7

/**
 * Raises the smallest probability as far as it goes, fixes the types that hold it down, and goes on with the rest.
 * Complementary slackness: a type with a positive price has no slack in any optimum, so fixing it loses nothing.
 */
function raiseInTiers(solver: Solver, model: LinearModel, types: number): number[] {
  const targets = repeated(types, Number.NaN)
  for (let open = types; open > 0; ) {
    const level = raise(solver, model)
    const { rowDual } = model.getSolution()
    const before = open
    for (let t = 0; t < types; t++) {
      if (!Number.isNaN(targets[t]!) || (Math.abs(rowDual[t]!) <= tight && level < 1 - tight)) continue
      targets[t] = level
      model.changeColBounds(t, level, 1)
      model.changeRowBounds(t, -solver.infinity, solver.infinity)
      open--
    }
    if (open === before) throw new Error('No type holds the tier down: the linear program has lost its precision')
  }
  return targets
}

function raise(solver: Solver, model: LinearModel): number {
  model.run()
  if (!isOptimal(solver, model)) {
    model.clearSolver()
    model.run()
  }
  if (!isOptimal(solver, model))
    throw new Error(`The bound's linear program ended with status ${model.getModelStatus()}`)
  return Math.min(1, Math.max(0, model.getObjectiveValue()))
}
