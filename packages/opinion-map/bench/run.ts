import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { show } from '../../../bin/figures.ts'
import { filesOfFolder } from '../node/polis-folder.ts'
import {
  adjustedRandIndex,
  conversation,
  drawMap,
  type OpinionMap,
  readPolisExport,
  robustness,
  updateMap,
} from '../src/index.ts'
import { silhouette } from '../src/silhouette.ts'
import { generate } from './generate.ts'
import { baseOrderOf, groupsOf, readReference, SHARED, SMALL_CONVERSATIONS } from './reference.ts'

const EXPORTS = process.argv[2] ?? join(SHARED, 'openData')

/** Figures of red-dwarf 0.4.0 (numpy, scikit-learn) on another busy two-core machine: compare as ratios. */
const GOALS = { vtaiwan: 0.25, largest: 0.35, agreement: 0.826, hugeSeconds: 30, hugeMegabytes: 2048 }

function cpuSeconds<Result>(work: () => Result): { result: Result; seconds: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}

function exports(): void {
  if (!existsSync(EXPORTS)) {
    console.log(`Skipped: public exports, ${EXPORTS} is not there`)
    return
  }
  const folders = readdirSync(EXPORTS).filter((name) => existsSync(join(EXPORTS, name, 'comments.csv')))
  folders.sort((a, b) => Number(b.startsWith('vtaiwan')) - Number(a.startsWith('vtaiwan')))
  for (const name of folders) {
    const read = cpuSeconds(() => readPolisExport(filesOfFolder(join(EXPORTS, name))))
    const map = cpuSeconds(() => drawMap(read.result.matrix))
    const vtaiwan = name.startsWith('vtaiwan')
    show({ name: `${name}: reading and repairing the export`, value: read.seconds, unit: 'CPU s' })
    show({
      name: `${name}: map, first run`,
      value: map.seconds,
      unit: 'CPU s',
      goal: vtaiwan ? GOALS.vtaiwan : undefined,
      better: 'less',
    })
    agreement(name, map.result, read.result.history, vtaiwan ? GOALS.agreement : undefined)
    if (vtaiwan) {
      const again = cpuSeconds(() => drawMap(read.result.matrix))
      show({ name: `${name}: map, again`, value: again.seconds, unit: 'CPU s' })
      updates(name, map.result)
    }
    influential(name, map.result)
  }
}

/** Beside the agreement: how well each way of grouping fits the plane of the final votes (a low figure: the groups are from an earlier state). */
function agreement(name: string, map: OpinionMap, history: Map<string, string>, goal?: number): void {
  const both = map.matrix.people.flatMap((id, person) => {
    const polis = history.get(id) ?? ''
    return polis === '' || map.people.group[person]! < 0 ? [] : [{ person, polis, ours: map.people.group[person]! }]
  })
  if (both.length === 0) return
  const names = [...new Set(both.map((row) => row.polis))]
  const polis = Int32Array.from(both, (row) => names.indexOf(row.polis))
  const ours = Int32Array.from(both, (row) => row.ours)
  const places = {
    x: Float64Array.from(both, ({ person }) => map.people.x[person]!),
    y: Float64Array.from(both, ({ person }) => map.people.y[person]!),
  }
  const fit = (of: Int32Array) => silhouette(places, of, Math.max(...of) + 1)
  show({
    name: `${name}: agreement with the groups of the time`,
    value: adjustedRandIndex(polis, ours),
    unit: `adjusted Rand index, ${both.length} people`,
    goal,
  })
  show({ name: `${name}: fit of the groups of the time`, value: fit(polis), unit: 'silhouette of people' })
  show({ name: `${name}: fit of these groups`, value: fit(ours), unit: 'silhouette of people' })
}

function updates(name: string, map: OpinionMap): void {
  const { people, statements } = map.matrix
  const cast = Array.from({ length: 100 }, (_, at) => ({
    person: people[(at * 7) % people.length]!,
    statement: statements[(at * 11) % statements.length]!.id,
    vote: 1 as const,
    time: 2e12 + at,
  }))
  const { seconds } = cpuSeconds(() => updateMap(map, conversation(cast, statements)))
  show({ name: `${name}: update by 100 votes`, value: seconds, unit: 'CPU s' })
}

function influential(name: string, map: OpinionMap): void {
  const k = Math.max(1, Math.round(map.matrix.people.length / 100))
  const { result, seconds } = cpuSeconds(() => robustness(map, k))
  show({
    name: `${name}: groups without the ${k} most influential`,
    value: result.movement.groups,
    unit: 'adjusted Rand index',
  })
  show({ name: `${name}: groups without ${k} by lot`, value: result.byLot.groups, unit: 'adjusted Rand index' })
  show({
    name: `${name}: consensus without the ${k} most influential`,
    value: result.movement.consensus.same,
    unit: 'share kept',
  })
  show({ name: `${name}: measuring that`, value: seconds, unit: 'CPU s' })
}

/** How far the map of the two small conversations is from what the Polis server computed. */
function references(): void {
  for (const name of SMALL_CONVERSATIONS) {
    const reference = readReference(name)
    if (!reference) {
      console.log(`Skipped: ${name}, ${SHARED} is not there`)
      continue
    }
    const { votes, polis } = reference
    const map = drawMap(votes)
    const off = polis.pca.comps.map((axis, at) => {
      const sign = Math.sign(axis.reduce((sum, entry, row) => sum + entry * map.components.axes[at]![row]!, 0))
      return Math.max(...axis.map((entry, row) => Math.abs(sign * entry - map.components.axes[at]![row]!)))
    })
    show({
      name: `${name}: axes, largest difference × 10¹²`,
      value: Math.max(...off) * 1e12,
      unit: '',
      goal: 1000,
      better: 'less',
    })
    const group = groupsOf(polis)
    const agree = (drawn: OpinionMap) => {
      const inside = drawn.matrix.people.flatMap((id, at) =>
        group.has(id) ? [{ polis: group.get(id)!, ours: drawn.people.group[at]! }] : [],
      )
      return adjustedRandIndex(
        inside.map((row) => row.polis),
        inside.map((row) => row.ours),
      )
    }
    show({ name: `${name}: groups from the votes alone`, value: agree(map), unit: 'adjusted Rand index' })
    const ordered = drawMap(votes, {}, baseOrderOf(polis))
    show({ name: `${name}: groups in the server's order`, value: agree(ordered), unit: 'adjusted Rand index', goal: 1 })
  }
}

function generated(): void {
  const largest = generate(2031, 896, 225_524, 1)
  const map = cpuSeconds(() => drawMap(largest))
  show({
    name: 'generated 2,031 × 896, 225,524 votes',
    value: map.seconds,
    unit: 'CPU s',
    goal: GOALS.largest,
    better: 'less',
  })
  const huge = generate(100_000, 1000, 10_000_000, 1)
  const start = performance.now()
  const { seconds } = cpuSeconds(() => drawMap(huge))
  const wall = (performance.now() - start) / 1000
  show({
    name: 'generated 100,000 × 1,000, 10 million votes',
    value: wall,
    unit: 's',
    goal: GOALS.hugeSeconds,
    better: 'less',
  })
  show({ name: 'the same, processor time', value: seconds, unit: 'CPU s' })
  const peak = process.resourceUsage().maxRSS / 1024
  show({ name: 'most memory of this whole run', value: peak, unit: 'MB', goal: GOALS.hugeMegabytes, better: 'less' })
}

exports()
references()
generated()
