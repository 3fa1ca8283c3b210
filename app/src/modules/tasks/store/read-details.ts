import { actorName, actTime } from '#kernel/acts.ts'
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

/** Who recorded a row below a task, and when. */
function act(table: string) {
  return [actTime(`${table}.created_at`).as('created_at'), actorName(`${table}.created_by`).as('person')] as const
}

export async function rolesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_roles')
    .select(['organisation_id', 'role', 'since', 'ended_on', actorName('task_roles.person_id').as('person')])
    .where('task_id', '=', taskId)
    .orderBy('task_roles.created_at')
    .execute()
}

export async function movesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_moves')
    .select(['task_moves.id', 'from_due', 'from_target', 'to_due', 'to_target', 'reason', 'reason_en', 'lang', 'code'])
    .select(['requested_by', 'decided_by', 'moved_on', ...act('task_moves')])
    .where('task_id', '=', taskId)
    .orderBy('task_moves.arrival')
    .execute()
}

export async function stateChangesOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_state_changes')
    .select(['task_state_changes.id', 'from_state', 'to_state', 'code', 'waiting_on', 'because', 'because_en', 'lang'])
    .select(['changed_on', 'ends_on', ...act('task_state_changes')])
    .where('task_id', '=', taskId)
    .orderBy('changed_on')
    .orderBy('task_state_changes.arrival')
    .execute()
}

export async function handoversOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_handovers')
    .leftJoin('task_handover_answers as answer', 'answer.handover_id', 'task_handovers.id')
    .select(['task_handovers.id', 'from_id', 'to_id', 'why', 'why_en', 'task_handovers.lang', 'offered_on'])
    .select([...act('task_handovers'), 'answer.accepted', 'answer.because'])
    .select(['answer.lang as answer_lang', 'answer.answered_on'])
    .select([
      actTime('answer.created_at').$castTo<string | null>().as('answered_at'),
      actorName('answer.created_by').as('answerer'),
    ])
    .where('task_handovers.task_id', '=', taskId)
    .orderBy('task_handovers.created_at')
    .execute()
}

export async function evidenceOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_evidence')
    .select(['task_evidence.id', 'organisation_id', 'what', 'what_en', 'lang', 'url', 'body', 'given_on'])
    .select(['document_id', ...act('task_evidence')])
    .where('task_id', '=', taskId)
    .orderBy('task_evidence.created_at')
    .execute()
}

export async function verificationsOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_verifications')
    .select(['task_verifications.id', 'organisation_id', 'note', 'lang', 'verified_on'])
    .select([...act('task_verifications')])
    .where('task_id', '=', taskId)
    .orderBy('task_verifications.created_at')
    .execute()
}

export async function remindersOf(tx: ReadTx, taskId: string) {
  return tx
    .selectFrom('task_reminders')
    .select(['task_reminders.id', 'organisation_id', 'by_id', 'reminded_on'])
    .select([...act('task_reminders')])
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
