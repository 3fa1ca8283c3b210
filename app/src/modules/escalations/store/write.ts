import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { AnswerKind, Escalation } from '../escalation.ts'

export type By = { actor: Actor; now: Date; today: string }
const stamp = ({ actor, now }: By) => ({ id: newId(now), created_at: now, created_by: personOf(actor) })

export type NewEscalation = Pick<
  Escalation,
  'programme_id' | 'owner_id' | 'class' | 'lang' | 'question' | 'tried' | 'subject_kind' | 'subject_id' | 'needed_by'
>

/** With the parties whose heads are asked; none is added later. */
export async function addEscalation(tx: Tx, by: By, row: NewEscalation, asked: string[]): Promise<string> {
  const made = stamp(by)
  await tx
    .insertInto('escalations')
    .values({ ...row, ...made, raised_on: by.today })
    .execute()
  for (const organisation_id of asked)
    await tx
      .insertInto('escalation_parties')
      .values({ ...stamp(by), escalation_id: made.id, organisation_id })
      .execute()
  return made.id
}

export type NewAnswer = { organisation_id: string; kind: AnswerKind; reason: string; decision_id: string | null }

export async function addAnswer(tx: Tx, by: By, escalation_id: string, answer: NewAnswer): Promise<void> {
  const person_id = personOf(by.actor)!
  await tx
    .insertInto('escalation_answers')
    .values({ ...stamp(by), ...answer, escalation_id, person_id, answered_on: by.today })
    .execute()
}

export async function addWithdrawal(tx: Tx, by: By, escalation_id: string, reason: string): Promise<void> {
  await tx
    .insertInto('escalation_withdrawals')
    .values({ ...stamp(by), escalation_id, reason })
    .execute()
}

export async function touch(tx: Tx, { id, version }: Pick<Escalation, 'id' | 'version'>): Promise<number> {
  await tx
    .updateTable('escalations')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
  return version + 1
}
