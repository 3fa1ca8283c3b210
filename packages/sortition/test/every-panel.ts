// The slow truth for tiny pools: every panel is listed, and LEXIMIN comes from plain linear programs over all of them,
// person by person and without dual prices, so that nothing is shared with the method under test.
import fc from 'fast-check'
import { type Pool, parseFeatures, parsePeople } from '../src/pool.ts'
import { householdsOf } from '../src/problem.ts'
import { exactly, type Solver } from '../src/solver.ts'

/** Every set of `seats` people, by place in the pool, that shares no address. */
export function everyGroup(pool: Pool, seats: number, sameAddress: string[]): number[][] {
  const households = householdsOf(pool.people, sameAddress)
  const groups: number[][] = []
  const grow = (from: number, group: number[]): void => {
    if (group.length === seats) groups.push(group)
    else for (let i = from; i < pool.people.length; i++) grow(i + 1, [...group, i])
  }
  grow(0, [])
  return groups.filter((group) => households.every((h) => h.filter((i) => group.includes(i)).length <= 1))
}

/** Seats by which a group misses the quotas. */
export function missed(pool: Pool, group: number[]): number {
  return pool.quotas.reduce((sum, { feature, value, min, max }) => {
    const f = pool.features.indexOf(feature)
    const count = group.filter((i) => pool.people[i]!.values[f] === value).length
    return sum + Math.max(0, min - count, count - max)
  }, 0)
}

/** LEXIMIN probabilities per person over the panels given. */
export function slowLeximin(solver: Solver, people: number, panels: number[][]): number[] {
  const fixed = new Array<number | undefined>(people).fill(undefined)
  while (fixed.includes(undefined)) {
    const open = fixed.flatMap((value, i) => (value === undefined ? i : []))
    const level = largest(solver, panels, fixed, open, undefined)
    for (const i of open)
      if (largest(solver, panels, fixed, open, { level, person: i }) < level + 1e-6) fixed[i] = level
  }
  return fixed as number[]
}

/** Without `aim` the largest level that all open people can have; with it the largest probability of one, all others at the level. */
function largest(
  solver: Solver,
  panels: number[][],
  fixed: (number | undefined)[],
  open: number[],
  aim: { level: number; person: number } | undefined,
): number {
  return solver.withModel((model) => {
    const count = panels.length
    model.options.set(exactly)
    for (const panel of panels)
      model.addVar(0, 1) && model.changeColCost(panels.indexOf(panel), aim && panel.includes(aim.person) ? 1 : 0)
    model.addVar(0, 1)
    model.changeColCost(count, aim ? 0 : 1)
    model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
    model.addRow(1, 1, { indices: panels.map((_, j) => j), values: panels.map(() => 1) })
    for (const i of fixed.keys()) {
      const having = panels.flatMap((panel, j) => (panel.includes(i) ? j : []))
      const floating = !aim && open.includes(i)
      const least = floating ? 0 : (fixed[i] ?? aim!.level) - 1e-9
      const indices = floating ? [...having, count] : having
      model.addRow(least, solver.infinity, { indices, values: indices.map((c) => (c === count ? -1 : 1)) })
    }
    model.run()
    return model.getObjectiveValue()
  })
}

/** A pool of 4 to 9 people with two or three features; quotas lie around a group of theirs, sometimes beside it. */
export const tinyPools = fc
  .record({
    people: fc.array(
      fc.tuple(...['ab', 'xyz', 'mn'].map((v) => fc.constantFrom(...v)), fc.constantFrom('', '', '1', '2')),
      {
        minLength: 4,
        maxLength: 9,
      },
    ),
    features: fc.integer({ min: 2, max: 3 }),
    seats: fc.integer({ min: 2, max: 4 }),
    slack: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 9 })),
      {
        minLength: 7,
        maxLength: 7,
      },
    ),
    addresses: fc.boolean(),
  })
  .map(({ people, features, seats, slack, addresses }) => {
    const names = ['f', 'g', 'h'].slice(0, features)
    const values = ['ab', 'xyz', 'mn'].slice(0, features)
    let next = 0
    const quotas = names.flatMap((name, f) =>
      [...values[f]!].map((value) => {
        const count = people.slice(0, seats).filter((person) => person[f] === value).length
        const [down, up, shift] = slack[next++]!
        const moved = shift === 0 ? 1 : 0
        return `${name},${value},${Math.max(0, count - down + moved)},${count + up + moved}`
      }),
    )
    const lines = people.map((person, i) => [i, ...person].join(','))
    const parsed = parseFeatures(['feature,value,min,max', ...quotas].join('\n'), 'features')
    const pool = parsePeople(['id,f,g,h,home', ...lines].join('\n'), 'people', parsed)
    return { pool, seats, sameAddress: addresses ? ['home'] : [] }
  })
