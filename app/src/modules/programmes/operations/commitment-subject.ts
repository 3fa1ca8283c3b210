import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Commitment, CommitmentRow } from '../commitment.ts'
import { readCommitment } from '../store/commitments.ts'
import { readProgramme } from '../store/programmes.ts'

export type CommitmentSubject = CommitmentRow & { slug: string }

/** A commitment of this programme, with acts on it one after the other. */
export async function lockedCommitment(tx: Tx, slug: string, id: string): Promise<CommitmentSubject | undefined> {
  const programme = await readProgramme(tx, slug)
  if (!programme) return undefined
  await lock(tx, id)
  const commitment = await readCommitment(tx, id)
  return commitment?.programme_id === programme.id ? { ...commitment, slug } : undefined
}

type Subject = Pick<Commitment, 'id' | 'programme_id' | 'owner_id' | 'class' | 'version'>

/** What happened to a commitment carries the commitment's own class. */
export function commitmentEvent(name: string, commitment: Subject, payload: JsonObject): NewEvent {
  return {
    name,
    programmeId: commitment.programme_id,
    ownerId: commitment.owner_id,
    class: commitment.class,
    subjectKind: 'commitment',
    subjectId: commitment.id,
    subjectVersion: commitment.version,
    payload,
  }
}
