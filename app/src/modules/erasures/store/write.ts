import type { Tx } from '#kernel/database.ts'
import type { ErasedSubject } from '#kernel/erasable.ts'
import { newId } from '#kernel/ids.ts'
import type { RefusalGround } from '../erasure.ts'

/** The database adds by when it has to be decided. `by`: null behind a secret link. */
export async function addErasure(tx: Tx, subject: ErasedSubject, by: string | null, now: Date): Promise<string> {
  const id = newId(now)
  const row = { id, subject_kind: subject.kind, subject_id: subject.id, created_by: by }
  await tx
    .insertInto('erasures')
    .values({ ...row, asked_at: now, due_at: now })
    .execute()
  return id
}

type Decision = { id: string; by: string; refused?: { ground: RefusalGround; sealed: Buffer } }

export async function addDecision(tx: Tx, { id, by, refused }: Decision, now: Date): Promise<void> {
  const outcome = refused ? 'refuse' : 'erase'
  await tx
    .insertInto('erasure_decisions')
    .values({
      erasure_id: id,
      outcome,
      ground: refused?.ground ?? null,
      reason_sealed: refused?.sealed ?? null,
      decided_at: now,
      created_by: by,
    })
    .execute()
}

export type Erased = { values: number; subjects: string[] }

export async function addResult(tx: Tx, id: string, { values, subjects }: Erased, now: Date): Promise<void> {
  await tx.insertInto('erasure_results').values({ erasure_id: id, erased: values, subjects, done_at: now }).execute()
}
