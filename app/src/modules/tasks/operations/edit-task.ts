import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayEdit } from '../rules.ts'
import { placeProblems } from '../store/places.ts'
import { readTaskRecord } from '../store/read-details.ts'
import { lockTask } from '../store/read-task.ts'
import { changeTask } from '../store/write-task.ts'
import { type Done, lang, taskEvent, taskId, wrong } from './acting.ts'
import { contentColumns, contentFacts, contentFields, contentProblems } from './task-input.ts'

/** Everything of a task but its dates (move-task), parties (hand-over-task, assign-role) and state. */
export const editTask = operation({
  name: 'edit-task',
  summary: both('Mengubah uraian tugas', 'Edit the description of a task'),
  input: z.object({ task: taskId, lang, ...contentFields }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayEdit(actor, task),
  async change(tx, { input, subject: task }) {
    const problems = [...contentProblems(input, task.kind), ...(await placeProblems(tx, task.programme_id, input))]
    if (isClosed(input.class) !== isClosed(task.class)) problems.push(wrong('class', 'classByDecision'))
    if (problems.length > 0) return refused(...problems)
    const kept = isClosed(task.class) ? task.class : input.class
    const columns = { ...contentColumns(input, await readTaskRecord(tx, task.id)), class: kept }
    const version = await changeTask(tx, task, columns)
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('edited', { ...task, class: kept }, version, contentFacts(input)))
  },
})

/** Closing, and opening what is closed, takes a decision of classification with its ground. */
function isClosed(value: string): boolean {
  return value === 'restricted' || value === 'secret'
}
