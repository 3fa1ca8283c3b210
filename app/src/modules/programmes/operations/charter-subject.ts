import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import type { CharterVersion } from '../charter.ts'
import type { Programme } from '../programme.ts'
import { chartersOf } from '../store/charters.ts'
import { lockedProgramme } from './locked-programme.ts'

export type CharterSubject = {
  /** The newest version and the state of the draft (0: there is none), so that an overtaken form is noticed. */
  id?: string
  version: number
  programme: Programme
  versions: CharterVersion[]
  draft: CharterVersion | undefined
  /** Where a new draft starts from: the draft itself, else the newest version. */
  newest: CharterVersion | undefined
  /** The number that the draft has or would get. */
  number: number
}

export async function readCharterSubject(tx: Tx, slug: string): Promise<CharterSubject | undefined> {
  const programme = await lockedProgramme(tx, slug)
  if (!programme) return undefined
  const versions = await chartersOf(tx, programme.id)
  const draft = versions.find((version) => version.status === 'draft')
  return {
    id: (draft ?? versions[0])?.id,
    version: draft?.version ?? 0,
    programme,
    versions,
    draft,
    newest: draft ?? versions[0],
    number: draft?.number ?? (versions[0]?.number ?? 0) + 1,
  }
}

export function drafted(programme: Programme, draft: { id: string; number: number; version: number }): NewEvent {
  return {
    name: 'charter.drafted',
    programmeId: programme.id,
    ownerId: programme.owner_id,
    class: 'members',
    subjectKind: 'charter',
    subjectId: draft.id,
    subjectVersion: draft.version,
    payload: { number: draft.number },
  }
}
