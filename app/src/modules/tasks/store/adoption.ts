import type { ReadTx } from '#kernel/database.ts'

/** Who is asked to take up what the task introduces, the questions, and the newest answer of each. */
export async function adoptionOf(tx: ReadTx, taskId: string) {
  const [obligations, questions, answers] = [
    await tx
      .selectFrom('task_obligations')
      .select(['organisation_id', 'obligation'])
      .where('task_id', '=', taskId)
      .orderBy('id')
      .execute(),
    await tx
      .selectFrom('task_questions')
      .select(['id', 'title', 'title_en', 'reported_total', 'source'])
      .where('task_id', '=', taskId)
      .orderBy('id')
      .execute(),
    await tx
      .selectFrom('task_adoptions')
      .distinctOn(['organisation_id', 'question_id'])
      .select(['organisation_id', 'question_id', 'value', 'note', 'lang', 'answered_on'])
      .where('task_id', '=', taskId)
      .orderBy('organisation_id')
      .orderBy('question_id')
      .orderBy('arrival', 'desc')
      .execute(),
  ]
  return { obligations, questions, answers }
}
export type Adoption = Awaited<ReturnType<typeof adoptionOf>>
