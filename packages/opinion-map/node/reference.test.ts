import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { baseOrderOf, groupsOf, type PolisOutput, readReference, SHARED } from '../bench/reference.ts'
import { adjustedRandIndex, drawMap, type OpinionMap, readPolisExport } from '../src/index.ts'
import { filesOfFolder } from './polis-folder.ts'

const absent = (t: TestContext) => t.skip('the public data (shared/data/opinion-map) are not beside the repository')

const close = (a: number, b: number, tolerance: number) => assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`)

/** All that does not depend on how the groups came about. Polis has agree = −1, and the sign of an axis is free. */
function assertSamePlane(map: OpinionMap, { tids, pca, ...polis }: PolisOutput): void {
  assert.deepEqual(
    map.matrix.statements.map(({ id }) => Number(id)),
    tids,
  )
  const person = new Map(map.matrix.people.map((id, at) => [id, at]))
  const sign = pca.comps.map((axis, at) => {
    const along = axis.reduce((sum, entry, row) => sum + entry * map.components.axes[at]![row]!, 0)
    return along < 0 ? -1 : 1
  })
  pca.center.forEach((mean, at) => {
    close(map.columns.mean[at]!, -mean, 1e-12)
  })
  pca.comps.forEach((axis, at) => {
    axis.forEach((entry, row) => {
      close(map.components.axes[at]![row]!, sign[at]! * entry, 1e-9)
    })
  })
  pca['comment-projection'].forEach((places, at) => {
    places.forEach((place, row) => {
      close([map.statements.x, map.statements.y][at]![row]!, -sign[at]! * place, 1e-8)
    })
  })
  pca['comment-extremity'].forEach((far, row) => {
    close(map.statements.extremity[row]!, far, 1e-8)
  })
  const { members, x, y } = polis['base-clusters']
  assert.equal(map.grouping.base.x.length, members.length)
  members.forEach(([only, ...more], base) => {
    assert.deepEqual(more, [])
    close(map.people.x[person.get(String(only))!]!, -sign[0]! * x[base]!, 1e-8)
    close(map.people.y[person.get(String(only))!]!, -sign[1]! * y[base]!, 1e-8)
  })
  const inside = map.matrix.people.filter((_, at) => map.people.inside[at] === 1).map(Number)
  assert.deepEqual(
    inside.sort((a, b) => a - b),
    [...polis['in-conv']].sort((a, b) => a - b),
  )
  for (const side of ['agree', 'disagree'] as const)
    assert.deepEqual(
      map.consensus[side].map(({ statement, success, trials }) => [tids[statement], success, trials]),
      polis.consensus[side].map((row) => [row.tid, row['n-success'], row['n-trials']]),
    )
  tids.forEach((id, at) => {
    close(map.statements.priority[at]!, polis['comment-priorities'][id]!, 1e-8)
  })
}

/** Groups, votes by group, representative statements with their numbers, and group-aware consensus. */
function assertSameGroups(map: OpinionMap, polis: PolisOutput): void {
  const group = groupsOf(polis)
  assert.deepEqual(
    map.matrix.people.map((id, at) => [id, map.people.group[at]]),
    map.matrix.people.map((id) => [id, group.get(id) ?? -1]),
  )
  assert.equal(map.representative.length, Object.keys(polis.repness).length)
  map.representative.forEach((chosen, at) => {
    const expected = polis.repness[at]!
    assert.deepEqual(
      chosen.map((row) => [polis.tids[row.statement], row.side, row.success, row.trials, row.bestAgree]),
      expected.map((row) => [
        row.tid,
        row['repful-for'],
        row['n-success'],
        row['n-trials'],
        row['best-agree'] === true,
      ]),
    )
    chosen.forEach((row, rank) => {
      close(row.share, expected[rank]!['p-success'], 1e-12)
      close(row.shareTest, expected[rank]!['p-test'], 1e-12)
      close(row.ratio, expected[rank]!.repness, 1e-12)
      close(row.ratioTest, expected[rank]!['repness-test'], 1e-6)
    })
  })
  polis.tids.forEach((id, at) => {
    close(map.groupAwareConsensus[at]!, polis['group-aware-consensus'][id]!, 1e-12)
    for (const [of, { votes }] of Object.entries(polis['group-votes'])) {
      const { agree, disagree, seen } = map.counts.groups[Number(of)]!
      assert.deepEqual({ A: agree[at], D: disagree[at], S: seen[at] }, votes[id])
    }
  })
}

test('below-100-ptpts: from the votes alone everything is as the Polis server had it', (t) => {
  const reference = readReference('below-100-ptpts')
  if (!reference) return absent(t)
  const map = drawMap(reference.votes)
  assertSamePlane(map, reference.polis)
  assertSameGroups(map, reference.polis)
})

test('25ptpt-3gp: from the votes alone all but the groups is as the Polis server had it', (t) => {
  const reference = readReference('25ptpt-3gp-no-strict-with-meta')
  if (!reference) return absent(t)
  const map = drawMap(reference.votes)
  assertSamePlane(map, reference.polis)
  const group = groupsOf(reference.polis)
  assert.equal(map.groups.size.length, 3)
  assert.ok(
    adjustedRandIndex(
      map.people.group,
      map.matrix.people.map((id) => group.get(id)!),
    ) > 0.5,
  )
})

test('25ptpt-3gp: in the order of the base clusters that the server’s history left, the groups are the same too', (t) => {
  const reference = readReference('25ptpt-3gp-no-strict-with-meta')
  if (!reference) return absent(t)
  const map = drawMap(reference.votes, {}, baseOrderOf(reference.polis))
  assertSamePlane(map, reference.polis)
  assertSameGroups(map, reference.polis)
})

test('public exports: counts, repairs and agreement with the groups of the time', (t) => {
  if (!existsSync(`${SHARED}/openData`)) return absent(t)
  const expected = JSON.parse(readFileSync(`${SHARED}/expected.json`, 'utf8')).openData
  for (const name of ['vtaiwan.uberx', 'london.youth.policing']) {
    const { matrix, repairs, history } = readPolisExport(filesOfFolder(`${SHARED}/openData/${name}`))
    const { statements, people, vote_rows, votes_after_keeping_latest, groups_by_polis } = expected[name]
    assert.deepEqual([matrix.statements.length, matrix.people.length], [statements, people])
    assert.deepEqual([repairs.voteRows, repairs.votesKept], [vote_rows, votes_after_keeping_latest])
    assert.deepEqual(
      [repairs.cellsCompared, repairs.cellsDiffering, repairs.signsFlipped],
      [expected[name].vote_cells, 0, 0],
    )
    const none = [...history.values()].filter((group) => group === '').length
    assert.equal(none, groups_by_polis.none)
  }
  const { matrix, history } = readPolisExport(filesOfFolder(`${SHARED}/openData/vtaiwan.uberx`))
  const map = drawMap(matrix)
  const inside = matrix.people.filter((_, at) => map.people.inside[at] === 1)
  assert.deepEqual(
    inside,
    matrix.people.filter((id) => history.get(id) !== ''),
  )
  const groups = inside.map((id) => map.people.group[matrix.people.indexOf(id)]!)
  const index = adjustedRandIndex(
    groups,
    inside.map((id) => history.get(id)!),
  )
  assert.ok(index > expected['vtaiwan.uberx']['red_dwarf_0.4.0_one_run'].agreement_with_polis_groups_ARI, `${index}`)
})
