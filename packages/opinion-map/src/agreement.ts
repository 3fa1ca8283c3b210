/**
 * The adjusted Rand index of two ways to group the same things (L. Hubert and P. Arabie 1985): 1 the same groups, 0 what chance would give.
 * Entry i of each is the group of thing i. Two ways that both make one group, or both leave everyone alone, are the same (1).
 */
export function adjustedRandIndex(one: ArrayLike<number | string>, other: ArrayLike<number | string>): number {
  const both = new Map<string, number>()
  const first = new Map<number | string, number>()
  const second = new Map<number | string, number>()
  for (let at = 0; at < one.length; at++) {
    count(both, JSON.stringify([one[at], other[at]]))
    count(first, one[at]!)
    count(second, other[at]!)
  }
  const together = pairs(both)
  const expected = (pairs(first) * pairs(second)) / Math.max(choose2(one.length), 1)
  const highest = (pairs(first) + pairs(second)) / 2
  return highest === expected ? 1 : (together - expected) / (highest - expected)
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function pairs(counts: Map<unknown, number>): number {
  return [...counts.values()].reduce((sum, size) => sum + choose2(size), 0)
}

function choose2(n: number): number {
  return (n * (n - 1)) / 2
}
