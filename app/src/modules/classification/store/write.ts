import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Act } from '../classification.ts'

type By = { actor: Actor; now: Date; today: string }
export type NewClassification = {
  programme_id: string
  owner_id: string
  record_id: string
  record_kind: string
  record_table: string
  part: string
  place: string | null
  from_class: string
  to_class: string
  ground: string
  other_law: string | null
  label: string
  information: string
  harm: string
  weighing: string
  stays_open: string
  appeal_to: string
  hides_existence: boolean
  expires_on: string | null
  ends_when: string | null
  review_on: string
  then_class: string
  by_office: string
  lang: string
}

export async function addClassification(tx: Tx, { actor, now, today }: By, row: NewClassification): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('classifications')
    .values({ id, ...row, decided_on: today, created_at: now, created_by: personOf(actor)! })
    .execute()
  return id
}

type NewAct = { reason?: string; expires_on?: string; review_on?: string; to_class?: string }

export async function addAct(tx: Tx, { actor, now, today }: By, classificationId: string, act: Act, more: NewAct = {}) {
  await tx
    .insertInto('classification_acts')
    .values({
      id: newId(now),
      classification_id: classificationId,
      act,
      ...more,
      decided_on: today,
      created_at: now,
      created_by: personOf(actor),
    })
    .execute()
}
