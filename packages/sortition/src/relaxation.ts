import { nameOf, type Pool, type Quota } from './pool.ts'
import type { Problem } from './problem.ts'
import { addLimits, filled, isOptimal, range, type Solver, sizesOf } from './solver.ts'

/** One quota's new bounds. `beyondFlex`: further than its min_flex or max_flex allows. */
export type Change = Quota & { newMin: number; newMax: number; beyondFlex: boolean; people: number }

/** `none`: no change of quotas helps; otherwise the changes with the smallest sum. */
export type Relaxation = { kind: 'changes'; changes: Change[] } | { kind: 'none'; people: number; addresses: number }

/** No panel keeps the quotas; the message says in plain words which smallest change would make one possible. */
export class InfeasibleQuotas extends Error {
  readonly relaxation: Relaxation
  constructor(relaxation: Relaxation) {
    super(relaxationInWords(relaxation).join('\n'))
    this.name = 'InfeasibleQuotas'
    this.relaxation = relaxation
  }
}

/**
 * Integer program: seats per type, and for each quota how far its minimum is lowered and its maximum raised; the sum
 * of these is made small. First within the flex bounds of the file; if that is not enough, without them.
 */
export function smallestRelaxation(solver: Solver, pool: Pool, problem: Problem): Relaxation {
  for (const withinFlex of [true, false]) {
    const changes = relax(solver, pool, problem, withinFlex)
    if (changes) return { kind: 'changes', changes }
  }
  const addresses = problem.limits.slice(pool.quotas.length + 1)
  const sharing = addresses.reduce((sum, { types }) => sum + types.length, 0)
  return { kind: 'none', people: pool.people.length, addresses: pool.people.length - sharing + addresses.length }
}

function relax(solver: Solver, pool: Pool, problem: Problem, withinFlex: boolean): Change[] | undefined {
  const { quotas } = pool
  const sizes = sizesOf(problem)
  const types = sizes.length
  const lowest = (q: Quota) => (withinFlex ? q.minFlex : 0)
  const highest = (q: Quota) => Math.max(q.max, withinFlex ? Math.min(q.maxFlex, problem.seats) : problem.seats)
  const model = solver.createModel()
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    model.addVars(filled(types, 0), sizes)
    for (const quota of quotas) model.addVars([0, 0], [quota.min - lowest(quota), highest(quota) - quota.max])
    const columns = types + 2 * quotas.length
    model.changeColsCost(
      range(columns),
      Array.from({ length: columns }, (_, c) => (c < types ? 0 : 1)),
    )
    model.changeColsIntegrality(range(columns), new Int32Array(columns).fill(1))
    quotas.forEach(({ min, max }, q) => {
      const counted = problem.limits[q]!.types
      const seats = counted.map(() => 1)
      const down = types + 2 * q
      model.addRow(min, solver.infinity, { indices: [...counted, down], values: [...seats, 1] })
      model.addRow(-solver.infinity, max, { indices: [...counted, down + 1], values: [...seats, -1] })
    })
    addLimits(model, problem.limits.slice(quotas.length), () => 1)
    model.run()
    if (!isOptimal(solver, model)) return undefined
    const { colValue } = model.getSolution()
    return quotas.flatMap((quota, q) => {
      const newMin = quota.min - Math.round(colValue[types + 2 * q]!)
      const newMax = quota.max + Math.round(colValue[types + 2 * q + 1]!)
      if (newMin === quota.min && newMax === quota.max) return []
      const people = problem.limits[q]!.types.reduce((sum, t) => sum + sizes[t]!, 0)
      return { ...quota, newMin, newMax, people, beyondFlex: newMin < quota.minFlex || newMax > quota.maxFlex }
    })
  } finally {
    model.dispose()
  }
}

/** One sentence a line, one line a feature value. */
export function relaxationInWords(relaxation: Relaxation): string[] {
  if (relaxation.kind === 'none') {
    const { people, addresses } = relaxation
    const reason = addresses < people ? `${people} people at ${addresses} addresses` : `${people} people`
    return [
      `The pool has ${reason}: too few for the seats, whatever the quotas. Invite more people or offer fewer seats.`,
    ]
  }
  const lines = relaxation.changes.flatMap((change) => {
    const { min, max, newMin, newMax, people } = change
    const flex = change.beyondFlex ? ' This goes beyond the flex bounds in the file.' : ''
    const pool = `The pool has ${people === 1 ? '1 such person' : `${people} such people`}.`
    const down = newMin < min ? [`  ${nameOf(change)}: at least ${newMin} instead of ${min}. ${pool}${flex}`] : []
    const up = newMax > max ? [`  ${nameOf(change)}: at most ${newMax} instead of ${max}. ${pool}${flex}`] : []
    return [...down, ...up]
  })
  return ['No panel keeps all the quotas. The smallest change that makes one possible:', ...lines]
}
