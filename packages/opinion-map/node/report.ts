import {
  adjustedRandIndex,
  describeGroups,
  missing,
  type OpinionMap,
  type PolisImport,
  robustness,
  wordGroup,
  wordLack,
} from '../src/index.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The map as a text for a person: what is missing, groups, common ground, agreement with Polis, robustness, repairs. */
export function reportMap(map: OpinionMap, from: PolisImport): string {
  const inside = map.people.inside.reduce((sum, is) => sum + is, 0)
  const { people, statements, value } = map.matrix
  return [
    from.topic === '' ? 'Opinion map' : from.topic,
    `${people.length} people (${inside} in the conversation), ${statements.length} statements, ${value.length} votes.`,
    `The two axes hold ${percent(map.components.explained[0])} and ${percent(map.components.explained[1])} of all difference.`,
    ...missing(map).map(wordLack),
    '',
    ...describeGroups(map).flatMap((description) => [...wordGroup(description), '']),
    ...commonGround(map),
    ...compareWithPolis(map, from.history),
    ...howRobust(map),
    '',
    'Repairs',
    ...repairLines(from.repairs),
  ].join('\n')
}

/** A majority may still be one group against another; common ground is what no group refuses. */
function commonGround({ consensus, matrix, groupAwareConsensus, columns }: OpinionMap): string[] {
  const name = (at: number) => `  ${matrix.statements[at]!.id}: ${matrix.statements[at]!.text}`
  const list = (heading: string, rows: string[]) => (rows.length > 0 ? [heading, ...rows] : [])
  const majority = (rows: OpinionMap['consensus']['agree']) =>
    rows.map(({ statement, success, trials }) => `${name(statement)} (${success} of ${trials})`)
  const shared = Array.from(groupAwareConsensus.keys())
    .filter((at) => columns.counted[at] === 1 && columns.votes[at]! > 0)
    .sort((a, b) => groupAwareConsensus[b]! - groupAwareConsensus[a]!)
  return [
    ...list('A clear majority of all agrees', majority(consensus.agree)),
    ...list('A clear majority of all disagrees', majority(consensus.disagree)),
    ...list(
      'Common ground: agreed most across all groups',
      shared.slice(0, 5).map((at) => `${name(at)} (${groupAwareConsensus[at]!.toFixed(3)})`),
    ),
    '',
  ]
}

function compareWithPolis(map: OpinionMap, history: Map<string, string>): string[] {
  const both = map.matrix.people.flatMap((id, person) => {
    const polis = history.get(id) ?? ''
    return polis !== '' && map.people.group[person]! >= 0 ? [[polis, map.people.group[person]!] as const] : []
  })
  if (both.length === 0) return []
  const index = adjustedRandIndex(
    both.map(([polis]) => polis),
    both.map(([, group]) => group),
  )
  return [`Agreement with the groups in the export (adjusted Rand index, ${both.length} people): ${index.toFixed(3)}`]
}

/** One in a hundred, but at least one. */
function howRobust(map: OpinionMap): string[] {
  const people = map.matrix.people.length
  if (people < 3) return []
  const { k, influence, movement, byLot } = robustness(map, Math.max(1, Math.round(people / 100)))
  const { kept, lost, gained } = movement.consensus
  return [
    `Without the ${k === 1 ? 'most influential person' : `${k} most influential people`} (${percent(influence)} of the axes): groups agree to ${movement.groups.toFixed(3)} ` +
      `(${byLot.groups.toFixed(3)} without as many chosen by lot), the best number of groups is ${movement.bestNumber.after} (before ${movement.bestNumber.before}), ` +
      `the map turns by ${movement.turn.toFixed(1)}°, of ${kept.length + lost.length} consensus statements ${kept.length} stay, ${gained.length} are new.`,
  ]
}

function repairLines({ notes, ...counts }: PolisImport['repairs']): string[] {
  const words: Record<keyof typeof counts, string> = {
    voteRows: 'rows of votes read',
    revotes: 'earlier votes on the same statement replaced by the latest',
    votesKept: 'votes kept',
    signsFlipped: 'votes turned because agree was written as -1',
    timesInSeconds: 'times in seconds made milliseconds',
    bodiesUnquoted: 'statements read although their text was not quoted',
    cellsWithLineBreaks: 'cells with line breaks',
    statementsRecounted: 'statements whose printed totals are not the latest votes',
    statementsWithoutText: 'statements with votes but without text',
    cellsCompared: 'votes compared with the table of participants',
    cellsDiffering: 'of these differ',
  }
  const keys = Object.keys(counts) as Array<keyof typeof counts>
  return [...keys.map((key) => `  ${counts[key]} ${words[key]}`), ...notes.map((note) => `  ${note}`)]
}
