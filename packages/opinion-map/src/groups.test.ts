import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { adjustedRandIndex } from './agreement.ts'
import { type GroupingBefore, groupPeople } from './groups.ts'
import { firstDistinct, kMeans, movedCentres } from './k-means.ts'
import type { Places } from './projection.ts'
import { seeded } from './random.ts'
import { silhouette } from './silhouette.ts'

const coordinate = fc.double({ min: -10, max: 10, noNaN: true })
const somePlaces = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 })
  .map((points): Places => ({ x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) }))

const ones = (count: number) => new Float64Array(count).fill(1)

/** Clumps of points around centres, in turn. */
function clumps(centres: Array<[number, number]>, each: number): Places {
  const draw = seeded(4)
  const points = Array.from({ length: each }, () => centres.map(([x, y]) => [x + draw(), y + draw()])).flat()
  return { x: Float64Array.from(points, ([x]) => x!), y: Float64Array.from(points, ([, y]) => y!) }
}

test('every point is with its nearest centre and every centre is the mean of its points', () => {
  fc.assert(
    fc.property(somePlaces, fc.integer({ min: 1, max: 6 }), (places, k) => {
      const { x, y, of, weight } = kMeans(places, ones(places.x.length), firstDistinct(places, k))
      assert.ok(weight.every((count) => count > 0))
      x.forEach((centre, cluster) => {
        const own = Array.from(of.keys()).filter((point) => of[point] === cluster)
        assert.equal(own.length, weight[cluster])
        assert.ok(Math.abs(centre - own.reduce((sum, point) => sum + places.x[point]!, 0) / own.length) < 1e-9)
      })
      of.forEach((own, point) => {
        const far = x.map((centre, at) => Math.hypot(centre - places.x[point]!, y[at]! - places.y[point]!))
        assert.ok(far[own]! <= Math.min(...far) + 1e-9)
      })
    }),
  )
})

test('a point of weight two is two points', () => {
  fc.assert(
    fc.property(somePlaces, (places) => {
      const weights = Float64Array.from(places.x, (_, at) => (at % 2) + 1)
      const copies = Array.from(weights).flatMap((weight, at) => Array.from({ length: weight }, () => at))
      const spread = {
        x: Float64Array.from(copies, (at) => places.x[at]!),
        y: Float64Array.from(copies, (at) => places.y[at]!),
      }
      const start = firstDistinct(places, 3)
      const weighted = kMeans(places, weights, start)
      const copied = kMeans(spread, ones(copies.length), start)
      copies.forEach((at, copy) => {
        assert.equal(copied.of[copy], weighted.of[at])
      })
    }),
  )
})

test('clusters go on from where their members are now, and the farthest point completes them', () => {
  const places: Places = { x: Float64Array.of(0, 1, 10, 11, 50), y: new Float64Array(5) }
  const start = movedCentres(places, ones(5), Int32Array.of(0, 0, 1, 1, -1), 3)
  assert.deepEqual([...start.x], [0.5, 10.5, 50])
  const fresh = movedCentres(places, ones(5), new Int32Array(5).fill(-1), 2)
  assert.deepEqual([...fresh.x], [0, 1])
  assert.equal(movedCentres(places, ones(5), Int32Array.of(0, 0, 0, 0, 0), 9).x.length, 6)
})

test('the silhouette is the mean over points of (b − a) / max(a, b)', () => {
  fc.assert(
    fc.property(somePlaces, fc.integer({ min: 2, max: 4 }), (places, k) => {
      const { of, x } = kMeans(places, ones(places.x.length), firstDistinct(places, k))
      fc.pre(x.length > 1)
      const points = Array.from(of.keys())
      const far = (a: number, b: number) => Math.hypot(places.x[a]! - places.x[b]!, places.y[a]! - places.y[b]!)
      const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
      const scores = points.map((point) => {
        const own = points.filter((other) => other !== point && of[other] === of[point])
        if (own.length === 0) return 0
        const inside = mean(own.map((other) => far(point, other)))
        const others = Array.from(x.keys()).filter((cluster) => cluster !== of[point])
        const outside = Math.min(
          ...others.map((at) => mean(points.filter((p) => of[p] === at).map((p) => far(point, p)))),
        )
        return Math.max(inside, outside) === 0 ? 0 : (outside - inside) / Math.max(inside, outside)
      })
      assert.ok(Math.abs(silhouette(places, of, x.length) - mean(scores)) < 1e-9)
    }),
  )
  assert.ok(Number.isNaN(silhouette({ x: Float64Array.of(1), y: Float64Array.of(1) }, Int32Array.of(0), 1)))
})

test('clumps that lie apart are found, within the number that the base clusters allow', () => {
  const places = clumps(
    [
      [0, 0],
      [20, 0],
      [0, 20],
    ],
    12,
  )
  const { base, tried, count } = groupPeople(places, [2, 5])
  assert.equal(base.x.length, 36)
  assert.equal(count.chosen, 3)
  assert.deepEqual([...tried.get(3)!.weight], [12, 12, 12])
  assert.deepEqual(
    [
      ...groupPeople(
        clumps(
          [
            [0, 0],
            [20, 0],
            [0, 20],
          ],
          3,
        ),
        [2, 5],
      ).tried.keys(),
    ],
    [2],
  )
  assert.deepEqual(
    [
      ...groupPeople(
        clumps(
          [
            [0, 0],
            [20, 0],
            [0, 20],
          ],
          3,
        ),
        [3, 4],
      ).tried.keys(),
    ],
    [3],
  )
})

test('a group more is sought for every twelve base clusters', () => {
  const triedWith = (points: number) => [...groupPeople(clumps([[0, 0]], points), [2, 5]).tried.keys()]
  assert.deepEqual(
    [11, 12, 23, 24, 35, 36, 60].map((points) => triedWith(points).at(-1)),
    [2, 3, 3, 4, 4, 5, 5],
  )
})

test('more than a hundred places make a hundred base clusters that hold everyone', () => {
  const places = clumps(
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
    100,
  )
  const { base } = groupPeople(places, [2, 5])
  assert.ok(base.x.length <= 100 && base.x.length > 50)
  assert.equal(
    base.weight.reduce((sum, count) => sum + count, 0),
    300,
  )
})

test('the number of groups changes only when another was best four times running', () => {
  const places = clumps(
    [
      [0, 0],
      [20, 0],
      [0, 20],
    ],
    12,
  )
  let before: GroupingBefore | undefined = {
    base: new Int32Array(36).fill(-1),
    groups: new Map(),
    count: { chosen: 2, best: 2, times: 9 },
  }
  const shown: number[] = []
  for (let round = 0; round < 5; round++) {
    const { base, tried, count } = groupPeople(places, [2, 5], before)
    shown.push(count.chosen)
    before = { base: base.of, groups: new Map(Array.from(tried, ([k, { of }]) => [k, of])), count }
  }
  assert.deepEqual(shown, [2, 2, 2, 3, 3])
})

test('a best number that does not last starts the count again', () => {
  const places = clumps(
    [
      [0, 0],
      [20, 0],
      [0, 20],
    ],
    12,
  )
  const before = (best: number, times: number): GroupingBefore => ({
    base: new Int32Array(36).fill(-1),
    groups: new Map(),
    count: { chosen: 2, best, times },
  })
  assert.deepEqual(groupPeople(places, [2, 5], before(4, 3)).count, { chosen: 2, best: 3, times: 1 })
  assert.deepEqual(groupPeople(places, [2, 5], before(3, 3)).count, { chosen: 3, best: 3, times: 4 })
})

test('the adjusted Rand index is that of counting pairs, whatever the groups are called', () => {
  const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 3, maxLength: 25 })
  fc.assert(
    fc.property(labels, (rows) => {
      const [one, other] = [rows.map(([a]) => a), rows.map(([, b]) => b)]
      let [both, first, second, pairs] = [0, 0, 0, 0]
      for (let a = 0; a < rows.length; a++)
        for (let b = 0; b < a; b++) {
          pairs++
          if (one[a] === one[b]) first++
          if (other[a] === other[b]) second++
          if (one[a] === one[b] && other[a] === other[b]) both++
        }
      const chance = (first * second) / pairs
      const expected = (first + second) / 2 === chance ? 1 : (both - chance) / ((first + second) / 2 - chance)
      assert.ok(Math.abs(adjustedRandIndex(one, other) - expected) < 1e-9)
      assert.equal(
        adjustedRandIndex(
          one,
          one.map((label) => `group ${7 - label}`),
        ),
        1,
      )
    }),
  )
})
