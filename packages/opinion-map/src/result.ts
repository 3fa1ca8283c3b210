import type { Agreed } from './consensus.ts'
import { describeGroups, type GroupDescription } from './describe.ts'
import type { OpinionMap } from './map.ts'
import { missing, wordLack } from './missing.ts'
import type { Representative } from './representative.ts'
import { wordGroup } from './wording.ts'

/** A map by ids, as the CLI prints it with --json. */
export function mapResult<Repairs>(map: OpinionMap, repairs: Repairs) {
  const { matrix, people, groupAwareConsensus } = map
  const id = (statement: number) => matrix.statements[statement]!.id
  return {
    participants: matrix.people.map((person, at) => ({
      id: person,
      x: people.x[at]!,
      y: people.y[at]!,
      group: people.group[at]! < 0 ? null : people.group[at]!,
    })),
    statements: matrix.statements.map((_, at) => statementResult(map, at)),
    groups: describeGroups(map).map((description) => groupResult(map, description)),
    representative: Object.fromEntries(
      map.representative.map((chosen, group) => [group, chosen.map((row) => representativeResult(row, id))]),
    ),
    consensus: {
      agree: map.consensus.agree.map((row) => agreedResult(row, id)),
      disagree: map.consensus.disagree.map((row) => agreedResult(row, id)),
    },
    groupAwareConsensus: Object.fromEntries(Array.from(groupAwareConsensus, (value, at) => [id(at), value])),
    repairs: { ...repairs, missing: missing(map).map(wordLack) },
  }
}

function groupResult({ groups }: OpinionMap, description: GroupDescription) {
  const { group, ...rest } = description
  return { id: group, x: groups.x[group]!, y: groups.y[group]!, ...rest, text: wordGroup(description) }
}

function statementResult({ matrix, statements, columns, counts }: OpinionMap, at: number) {
  const { id, text, moderated, meta } = matrix.statements[at]!
  const seen = counts.all.seen[at]!
  const agrees = counts.all.agree[at]!
  const disagrees = counts.all.disagree[at]!
  return {
    id,
    x: statements.x[at]!,
    y: statements.y[at]!,
    text,
    moderated,
    meta,
    counted: columns.counted[at] === 1,
    agrees,
    disagrees,
    passes: seen - agrees - disagrees,
    mean: columns.mean[at]!,
    extremity: statements.extremity[at]!,
    priority: statements.priority[at]!,
  }
}

function representativeResult({ statement, ...row }: Representative, id: (statement: number) => string) {
  return { statement: id(statement), ...row }
}

function agreedResult({ statement, ...row }: Agreed, id: (statement: number) => string) {
  return { statement: id(statement), ...row }
}
