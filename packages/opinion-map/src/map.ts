import { type Components, principalComponents } from './components.ts'
import { type Agreed, consensus, groupAwareConsensus, priorities } from './consensus.ts'
import { type Counts, countAll, countByGroup, sumCounts } from './counts.ts'
import { type GroupCount, type Grouping, type GroupRange, groupPeople } from './groups.ts'
import { addVotes, type VoteMatrix, voteMatrix } from './matrix.ts'
import { type Columns, columnMeans } from './means.ts'
import { type MapMemory, recall, remember } from './memory.ts'
import { inConversation } from './participation.ts'
import { type Places, projectPeople, projectStatements } from './projection.ts'
import { type Representative, representativeStatements } from './representative.ts'
import type { Conversation } from './votes.ts'

/** `seed` starts the search for the axes; `groups` is how many groups may be sought (2–5 unless told). */
export type MapSettings = { seed: number; groups: GroupRange }

export const DEFAULT_SETTINGS: MapSettings = { seed: 1, groups: [2, 5] }

/** Fewer groups than two, or more than nine, is not a map one can read. */
const LARGEST_GROUPS = 9

/** The whole map. Arrays over people and statements follow the order of `matrix`; group −1 means not in the conversation. */
export type OpinionMap = {
  settings: MapSettings
  matrix: VoteMatrix
  columns: Columns
  components: Components
  people: Places & { inside: Uint8Array; group: Int32Array }
  statements: Places & { extremity: Float64Array; priority: Float64Array }
  grouping: Grouping
  /** centres and sizes of the groups shown, and their silhouette (NaN for fewer than two) */
  groups: Places & { size: Int32Array; silhouette: number; count: GroupCount }
  counts: { all: Counts; groups: Counts[] }
  representative: Representative[][]
  consensus: { agree: Agreed[]; disagree: Agreed[] }
  groupAwareConsensus: Float64Array
  /** what the next drawing starts from; plain data, can be kept as JSON */
  memory: MapMemory
}

/**
 * Draws the map of a conversation. With `memory` of an earlier drawing of the same conversation the axes, clusters and groups start from there.
 * Throws a RangeError for too many people or statements, or a range of groups outside 2–9.
 */
export function drawMap(
  from: Conversation | VoteMatrix,
  settings: Partial<MapSettings> = {},
  memory?: MapMemory,
): OpinionMap {
  const used = { ...DEFAULT_SETTINGS, ...settings }
  checkRange(used.groups)
  const matrix = 'rowStart' in from ? from : voteMatrix(from)
  const columns = columnMeans(matrix)
  const before = memory && recall(memory, matrix)
  const components = principalComponents(matrix, columns, used.seed, before?.axes)
  const places = projectPeople(matrix, columns, components)
  const inside = inConversation(matrix, columns.present, before?.inside)
  const members = Int32Array.from(inside.keys()).filter((person) => inside[person] === 1)
  const grouping = groupPeople(only(places, members), used.groups, before?.grouping(members))
  const shown = showGroups(grouping, members, matrix.people.length)
  const statements = projectStatements(columns, components)
  const counts = { all: countAll(matrix), groups: countByGroup(matrix, shown.group, shown.groups.size.length) }
  const together = sumCounts(counts.groups, matrix.statements.length)
  const meta = matrix.statements.map((statement) => statement.meta)
  return {
    settings: used,
    matrix,
    columns,
    components,
    people: { ...places, inside, group: shown.group },
    statements: { ...statements, priority: priorities(together, statements.extremity, meta) },
    grouping,
    groups: shown.groups,
    counts,
    representative: representativeStatements(counts.groups, columns.counted),
    consensus: consensus(counts.all, columns.counted),
    groupAwareConsensus: groupAwareConsensus(counts.groups, matrix.statements.length),
    memory: remember(matrix, components, members, grouping),
  }
}

/** Adds votes (new people, statements and changed moderation included) and draws again from where the map was. */
export function updateMap(map: OpinionMap, more: Conversation): OpinionMap {
  return drawMap(addVotes(map.matrix, more), map.settings, map.memory)
}

function showGroups({ tried, base, count }: Grouping, members: Int32Array, people: number) {
  const group = new Int32Array(people).fill(-1)
  const chosen = tried.get(count.chosen)
  const size = new Int32Array(chosen?.x.length ?? 0)
  members.forEach((person, at) => {
    group[person] = chosen!.of[base.of[at]!]!
    size[group[person]!]!++
  })
  const { x, y } = chosen ?? { x: new Float64Array(0), y: new Float64Array(0) }
  return { group, groups: { x, y, size, silhouette: chosen?.silhouette ?? Number.NaN, count } }
}

function only({ x, y }: Places, members: Int32Array): Places {
  return {
    x: Float64Array.from(members, (person) => x[person]!),
    y: Float64Array.from(members, (person) => y[person]!),
  }
}

function checkRange([fewest, most]: GroupRange): void {
  const whole = Number.isInteger(fewest) && Number.isInteger(most)
  if (!whole || fewest < 2 || most > LARGEST_GROUPS || fewest > most)
    throw new RangeError(`${fewest}..${most} is not a range of groups between 2 and ${LARGEST_GROUPS}`)
}
