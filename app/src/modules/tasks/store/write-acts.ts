import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { By } from './write-task.ts'

const made = (by: By) => ({ id: newId(by.now), created_at: by.now, created_by: by.person })

export async function offerHandover(
  tx: Tx,
  by: By,
  taskId: string,
  offer: { from: string; to: string; why: string; lang: Lang },
): Promise<string> {
  const row = { ...made(by), task_id: taskId, from_id: offer.from, to_id: offer.to, why: offer.why, lang: offer.lang }
  await tx
    .insertInto('task_handovers')
    .values({ ...row, offered_on: by.today })
    .execute()
  return row.id
}

export async function answerHandover(
  tx: Tx,
  by: By,
  taskId: string,
  answer: { handoverId: string; accepted: boolean; because: string | null; lang: Lang },
): Promise<void> {
  const { handoverId, accepted, because, lang } = answer
  await tx
    .insertInto('task_handover_answers')
    .values({ ...made(by), task_id: taskId, handover_id: handoverId, accepted, because, lang, answered_on: by.today })
    .execute()
}

export async function addEvidence(
  tx: Tx,
  by: By,
  taskId: string,
  evidence: {
    organisationId: string | null
    what: string
    url: string | null
    body: string | null
    document_id: string | null
    lang: Lang
  },
): Promise<string> {
  const { organisationId, ...told } = evidence
  const row = { ...made(by), task_id: taskId, organisation_id: organisationId, ...told, given_on: by.today }
  await tx.insertInto('task_evidence').values(row).execute()
  return row.id
}

export async function addVerification(
  tx: Tx,
  by: By,
  taskId: string,
  verification: { organisationId: string | null; note: string | null; lang: Lang },
): Promise<void> {
  const { organisationId, note, lang } = verification
  await tx
    .insertInto('task_verifications')
    .values({ ...made(by), task_id: taskId, organisation_id: organisationId, note, lang, verified_on: by.today })
    .execute()
}

export async function addReminder(
  tx: Tx,
  by: By,
  taskId: string,
  reminder: { organisationId: string; byId: string | null },
): Promise<void> {
  await tx
    .insertInto('task_reminders')
    .values({
      ...made(by),
      task_id: taskId,
      organisation_id: reminder.organisationId,
      by_id: reminder.byId,
      reminded_on: by.today,
    })
    .execute()
}

export async function addAdoption(
  tx: Tx,
  by: By,
  taskId: string,
  answer: { questionId: string | null; organisationId: string; value: string; note: string | null; lang: Lang },
): Promise<void> {
  const { questionId, organisationId, value, note, lang } = answer
  await tx
    .insertInto('task_adoptions')
    .values({
      ...made(by),
      task_id: taskId,
      question_id: questionId,
      organisation_id: organisationId,
      value,
      note,
      lang,
      answered_on: by.today,
    })
    .execute()
}

export async function addCapacity(
  tx: Tx,
  by: By,
  capacity: { programmeId: string; organisationId: string; months: string[]; hours: number; lang: Lang },
): Promise<void> {
  const rows = capacity.months.map((month) => ({
    ...made(by),
    programme_id: capacity.programmeId,
    owner_id: capacity.organisationId,
    lang: capacity.lang,
    month: `${month}-01`,
    hours: capacity.hours,
    declared_on: by.today,
  }))
  await tx.insertInto('capacities').values(rows).execute()
}
