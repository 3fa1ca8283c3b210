/** Which agencies work together: pairs as [one, other]; order and repetition do not matter. */
export type Ties = { nodes: string[]; pairs: Iterable<readonly [string, string]> }

export type TieFigures = {
  /** Pairs with a tie, of those that there could be. */
  tied: number
  possible: number
  /** Freeman's normalised betweenness of the node that has most: the share of all pairs of others it stands between, 0–1. */
  betweenness: number
  between: string | null
}

/** Density and the strongest go-between of an undirected graph; nodes outside `nodes` are left out. */
export function tieFigures({ nodes, pairs }: Ties): TieFigures {
  const near = new Map(nodes.map((node) => [node, new Set<string>()]))
  for (const [one, other] of pairs) {
    if (one === other || !near.has(one) || !near.has(other)) continue
    near.get(one)!.add(other)
    near.get(other)!.add(one)
  }
  const ends = [...near.values()].reduce((sum, others) => sum + others.size, 0)
  const possible = (nodes.length * (nodes.length - 1)) / 2
  const scores = betweennessOf(near)
  const [between, most] = [...scores].reduce<[string | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )
  const pairsOfOthers = ((nodes.length - 1) * (nodes.length - 2)) / 2
  return { tied: ends / 2, possible, betweenness: pairsOfOthers > 0 ? most / pairsOfOthers : 0, between }
}

/** For each node, the sum over pairs of others of the share of their shortest paths that pass it (Brandes 2001). */
export function betweennessOf(near: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const total = new Map([...near.keys()].map((node) => [node, 0]))
  for (const source of near.keys()) {
    const { order, before, paths } = shortestFrom(source, near)
    const passed = new Map(order.map((node) => [node, 0]))
    for (const node of order.toReversed()) {
      for (const previous of before.get(node)!) {
        const share = (paths.get(previous)! / paths.get(node)!) * (1 + passed.get(node)!)
        passed.set(previous, passed.get(previous)! + share)
      }
      // Each pair is met from both of its ends.
      if (node !== source) total.set(node, total.get(node)! + passed.get(node)! / 2)
    }
  }
  return total
}

/** Breadth first: nodes in order of distance, their predecessors on shortest paths, and how many such paths there are. */
function shortestFrom(source: string, near: ReadonlyMap<string, ReadonlySet<string>>) {
  const distance = new Map([[source, 0]])
  const paths = new Map([[source, 1]])
  const before = new Map<string, string[]>([[source, []]])
  const order = [source]
  for (const node of order) {
    for (const next of near.get(node)!) {
      if (!distance.has(next)) {
        distance.set(next, distance.get(node)! + 1)
        paths.set(next, 0)
        before.set(next, [])
        order.push(next)
      }
      if (distance.get(next) !== distance.get(node)! + 1) continue
      paths.set(next, paths.get(next)! + paths.get(node)!)
      before.get(next)!.push(node)
    }
  }
  return { order, before, paths }
}
