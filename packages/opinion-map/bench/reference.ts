import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { UNDECIDED } from '../src/groups.ts'
import { type CastVote, type Conversation, conversation, type MapMemory, type Statement } from '../src/index.ts'

/** Public data lie beside the repository and are not part of it. */
export const SHARED = fileURLToPath(new URL('../../../../shared/data/opinion-map', import.meta.url))
export const SMALL_CONVERSATIONS = ['below-100-ptpts', '25ptpt-3gp-no-strict-with-meta']

/** What the Polis server computed; its votes have agree = −1, so means and places have the other sign. */
export type PolisOutput = {
  tids: number[]
  pca: {
    center: number[]
    comps: [number[], number[]]
    'comment-projection': [number[], number[]]
    'comment-extremity': number[]
  }
  'in-conv': number[]
  'base-clusters': { id: number[]; members: number[][]; x: number[]; y: number[] }
  'group-clusters': Array<{ id: number; members: number[]; center: [number, number] }>
  repness: Record<string, PolisRepness[]>
  consensus: Record<
    'agree' | 'disagree',
    Array<{ tid: number; 'n-success': number; 'n-trials': number; 'p-success': number; 'p-test': number }>
  >
  'group-aware-consensus': Record<string, number>
  'comment-priorities': Record<string, number>
  'group-votes': Record<string, { votes: Record<string, { A: number; D: number; S: number }> }>
}

export type PolisRepness = {
  tid: number
  'repful-for': 'agree' | 'disagree'
  'n-success': number
  'n-trials': number
  'p-success': number
  'p-test': number
  repness: number
  'repness-test': number
  'best-agree'?: boolean
}

type Row = Record<string, string | number | boolean>

/** One small reference conversation, or undefined where the data are absent. */
export function readReference(name: string): { votes: Conversation; polis: PolisOutput } | undefined {
  const folder = `${SHARED}/red-dwarf/${name}`
  if (!existsSync(folder)) return undefined
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8'))
  const statements = (read('comments') as Row[]).map(
    (row): Statement => ({
      id: String(row.tid ?? row.statement_id),
      text: String(row.txt),
      moderated: (row.mod ?? row.moderated) as Statement['moderated'],
      meta: row.is_meta === true,
    }),
  )
  statements.sort((a, b) => Number(a.id) - Number(b.id))
  const cast = (read('votes') as Row[]).map(
    (row): CastVote => ({
      person: String(row.pid ?? row.participant_id),
      statement: String(row.tid ?? row.statement_id),
      vote: row.vote as CastVote['vote'],
      time: Number(row.modified),
    }),
  )
  return { votes: conversation(cast, statements), polis: read('math-pca2') }
}

/** The order of Polis's base clusters, which depends on the history of its online clustering, as a memory to start from. */
export function baseOrderOf(polis: PolisOutput): MapMemory {
  return {
    axes: [],
    inside: polis['base-clusters'].members.flatMap((members, base) =>
      members.map((person): [string, number] => [String(person), base]),
    ),
    groups: [],
    count: UNDECIDED,
  }
}

/** The group that Polis gave to each person in the conversation. */
export function groupsOf(polis: PolisOutput): Map<string, number> {
  const { id, members } = polis['base-clusters']
  const group = new Map<string, number>()
  for (const cluster of polis['group-clusters'])
    for (const base of cluster.members)
      for (const person of members[id.indexOf(base)]!) group.set(String(person), cluster.id)
  return group
}
