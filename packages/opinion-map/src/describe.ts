import type { Counts } from './counts.ts'
import type { OpinionMap } from './map.ts'
import { smoothedShare } from './proportions.ts'

/** One statement as a group sees it; shares (0–1) are of those in the group who voted on it, and of everyone else who did. */
export type View = {
  /** its id */
  statement: string
  text: string
  side: 'agree' | 'disagree'
  share: number
  elsewhere: number
  votes: number
}

/** Where a group is for someone who cannot see the map. */
export type Position = {
  /** from the middle of all groups' people; 'middle' when nearer to it than half of the usual distance */
  across: 'left' | 'right' | 'middle'
  upDown: 'top' | 'bottom' | 'middle'
  nearest?: { group: number; distance: number }
  farthest?: { group: number; distance: number }
}

/** All that the picture shows of one group, in data; a wording turns it into sentences. */
export type GroupDescription = {
  group: number
  label: string
  size: number
  /** of the people in the conversation */
  share: number
  agrees: View[]
  disagrees: View[]
  /** where it differs most from everyone else */
  setsApart: View[]
  position: Position
}

const MOST_APART = 3
/** Fewer votes than this say nothing about a difference. */
const FEWEST_VOTES = 3

/** Describes every group shown on a map. Distances are in the units of the plane. */
export function describeGroups(map: OpinionMap): GroupDescription[] {
  const { size } = map.groups
  const people = size.reduce((sum, count) => sum + count, 0)
  return Array.from(size, (count, group) => {
    const views = map.representative[group]!.map(({ statement, side }) => viewOf(map, group, statement, side))
    return {
      group,
      label: groupLabel(group),
      size: count,
      share: count / people,
      agrees: views.filter(({ side }) => side === 'agree'),
      disagrees: views.filter(({ side }) => side === 'disagree'),
      setsApart: setsApart(map, group),
      position: positionOf(map, group),
    }
  })
}

export function groupLabel(group: number): string {
  return String.fromCharCode(65 + group)
}

function viewOf({ counts, matrix }: OpinionMap, group: number, statement: number, side: View['side']): View {
  const own = counts.groups[group]!
  const others = counts.groups.filter((_, other) => other !== group)
  const sum = (of: (other: (typeof others)[number]) => number) => others.reduce((total, other) => total + of(other), 0)
  const seen = sum((other) => other.seen[statement]!)
  return {
    statement: matrix.statements[statement]!.id,
    text: matrix.statements[statement]!.text,
    side,
    share: own[side][statement]! / Math.max(1, own.seen[statement]!),
    elsewhere: sum((other) => other[side][statement]!) / Math.max(1, seen),
    votes: own.seen[statement]!,
  }
}

/** The counted statements with the largest gap between the group's share and that of the others, both smoothed, voted on by both. */
function setsApart(map: OpinionMap, group: number): View[] {
  const { counted } = map.columns
  const rows = Array.from(counted.keys()).flatMap((statement) =>
    counted[statement] ? widerGap(map, group, statement) : [],
  )
  rows.sort((a, b) => b.gap - a.gap)
  return rows.slice(0, MOST_APART).map(({ statement, side }) => viewOf(map, group, statement, side))
}

function widerGap({ counts }: OpinionMap, group: number, statement: number) {
  const own = counts.groups[group]!
  const others = (of: (counts: Counts) => Int32Array) =>
    counts.groups.reduce((sum, other) => sum + of(other)[statement]!, -of(own)[statement]!)
  const seen = own.seen[statement]!
  const elsewhere = others((other) => other.seen)
  if (seen < FEWEST_VOTES || elsewhere < FEWEST_VOTES) return []
  const gapOf = (side: View['side']) =>
    smoothedShare(own[side][statement]!, seen) -
    smoothedShare(
      others((other) => other[side]),
      elsewhere,
    )
  const [agree, disagree] = [gapOf('agree'), gapOf('disagree')]
  const side: View['side'] = agree >= disagree ? 'agree' : 'disagree'
  const gap = Math.max(agree, disagree)
  return gap > 0 ? [{ statement, side, gap }] : []
}

function positionOf({ groups }: OpinionMap, group: number): Position {
  const { x, y, size } = groups
  const people = size.reduce((sum, count) => sum + count, 0)
  const mean = (of: Float64Array) => of.reduce((sum, at, other) => sum + at * size[other]!, 0) / people
  const [middleX, middleY] = [mean(x), mean(y)]
  const usual = x.reduce((sum, at, other) => sum + Math.hypot(at - middleX, y[other]! - middleY), 0) / x.length
  const others = Array.from(x, (at, other) => ({
    group: other,
    distance: Math.hypot(at - x[group]!, y[other]! - y[group]!),
  })).filter((other) => other.group !== group)
  others.sort((a, b) => a.distance - b.distance)
  const right = x[group]! - middleX
  const up = y[group]! - middleY
  return {
    across: Math.abs(right) < usual / 2 ? 'middle' : right > 0 ? 'right' : 'left',
    upDown: Math.abs(up) < usual / 2 ? 'middle' : up > 0 ? 'top' : 'bottom',
    nearest: others[0],
    farthest: others.length > 1 ? others.at(-1) : undefined,
  }
}
