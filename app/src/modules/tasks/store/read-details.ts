import type { ReadTx } from '#kernel/database.ts'

/** The task as its page shows it. */
export async function readTaskRecord(tx: ReadTx, id: string) {
  return tx
    .selectFrom('tasks')
    .leftJoin('tasks as parent', 'parent.id', 'tasks.parent_id')
    .leftJoin('services', 'services.id', 'tasks.service_id')
    .leftJoin('programme_territories as place', (join) =>
      join.onRef('place.programme_id', '=', 'tasks.programme_id').onRef('place.code', '=', 'tasks.territory_code'),
    )
    .select(['tasks.id', 'tasks.programme_id', 'tasks.owner_id', 'tasks.class', 'tasks.lang', 'tasks.code'])
    .select([
      'tasks.kind',
      'tasks.milestone_type',
      'tasks.title',
      'tasks.title_en',
      'tasks.measures',
      'tasks.reporting',
    ])
    .select(['tasks.baseline_start', 'tasks.baseline_due', 'tasks.baseline_target', 'tasks.start_on', 'tasks.due_on'])
    .select(['tasks.target', 'tasks.parent_id', 'tasks.objective_ids', 'tasks.service_id', 'tasks.territory_code'])
    .select(['tasks.target_group', 'tasks.effort_amount', 'tasks.effort_unit', 'tasks.budget', 'tasks.currency'])
    .select(['tasks.weight', 'tasks.state', 'tasks.state_since', 'tasks.waiting_on', 'tasks.done_on', 'tasks.version'])
    .select(['tasks.created_at'])
    .select(['parent.title as parent_title', 'parent.title_en as parent_title_en', 'parent.lang as parent_lang'])
    .select(['services.name as service', 'services.name_en as service_en', 'services.lang as service_lang'])
    .select(['place.name as place', 'place.name_en as place_en', 'place.lang as place_lang'])
    .where('tasks.id', '=', id)
    .executeTakeFirst()
}
export type TaskRecord = NonNullable<Awaited<ReturnType<typeof readTaskRecord>>>

export async function rolesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_roles')
    .leftJoin('people', 'people.id', 'task_roles.person_id')
    .select(['organisation_id', 'role', 'since', 'ended_on', 'people.name as person'])
    .where('task_id', '=', taskId)
    .orderBy('task_roles.created_at')
    .execute()
}

export async function movesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_moves')
    .leftJoin('people', 'people.id', 'task_moves.created_by')
    .select(['task_moves.id', 'from_due', 'from_target', 'to_due', 'to_target', 'reason', 'reason_en', 'lang', 'code'])
    .select(['requested_by', 'decided_by', 'moved_on', 'task_moves.created_at', 'people.name as person'])
    .where('task_id', '=', taskId)
    .orderBy('task_moves.arrival')
    .execute()
}

export async function stateChangesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_state_changes')
    .leftJoin('people', 'people.id', 'task_state_changes.created_by')
    .select(['task_state_changes.id', 'from_state', 'to_state', 'code', 'waiting_on', 'because', 'because_en', 'lang'])
    .select(['changed_on', 'ends_on', 'task_state_changes.created_at', 'people.name as person'])
    .where('task_id', '=', taskId)
    .orderBy('changed_on')
    .orderBy('task_state_changes.arrival')
    .execute()
}

export async function handoversOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_handovers')
    .leftJoin('task_handover_answers as answer', 'answer.handover_id', 'task_handovers.id')
    .leftJoin('people', 'people.id', 'task_handovers.created_by')
    .leftJoin('people as answerer', 'answerer.id', 'answer.created_by')
    .select(['task_handovers.id', 'from_id', 'to_id', 'why', 'why_en', 'task_handovers.lang', 'offered_on'])
    .select(['task_handovers.created_at', 'people.name as person', 'answer.accepted', 'answer.because'])
    .select(['answer.lang as answer_lang', 'answer.answered_on', 'answer.created_at as answered_at'])
    .select(['answerer.name as answerer'])
    .where('task_handovers.task_id', '=', taskId)
    .orderBy('task_handovers.created_at')
    .execute()
}

export async function evidenceOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_evidence')
    .leftJoin('people', 'people.id', 'task_evidence.created_by')
    .select(['task_evidence.id', 'organisation_id', 'what', 'what_en', 'lang', 'url', 'body', 'given_on'])
    .select(['task_evidence.created_at', 'people.name as person'])
    .where('task_id', '=', taskId)
    .orderBy('task_evidence.created_at')
    .execute()
}

export async function verificationsOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_verifications')
    .leftJoin('people', 'people.id', 'task_verifications.created_by')
    .select(['task_verifications.id', 'organisation_id', 'note', 'lang', 'verified_on'])
    .select(['task_verifications.created_at', 'people.name as person'])
    .where('task_id', '=', taskId)
    .orderBy('task_verifications.created_at')
    .execute()
}

export async function remindersOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_reminders')
    .leftJoin('people', 'people.id', 'task_reminders.created_by')
    .select(['task_reminders.id', 'organisation_id', 'by_id', 'reminded_on'])
    .select(['task_reminders.created_at', 'people.name as person'])
    .where('task_id', '=', taskId)
    .execute()
}

export async function subtasksOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('tasks')
    .select(['id', 'title', 'title_en', 'lang', 'state', 'state_since', 'owner_id', 'due_on', 'baseline_due'])
    .where('parent_id', '=', taskId)
    .orderBy('due_on')
    .limit(100)
    .execute()
}
