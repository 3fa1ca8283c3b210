import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayAssign } from '../rules.ts'
import { holdsSeat } from '../store/places.ts'
import { lockTask } from '../store/read-task.ts'
import { addRoles, changeTask, endRole } from '../store/write-task.ts'
import { hasRole, taskRoles } from '../task.ts'
import { by, type Done, lang, taskEvent, taskId, wrong } from './acting.ts'

/** Gives an agency (and a person of it) a role in a task, or ends the role. The accountable one changes by hand-over. */
export const assignRole = operation({
  name: 'assign-role',
  summary: both('Membagi peran dalam tugas', 'Assign a role in a task'),
  input: z
    .object({
      task: taskId,
      lang,
      agency: z.uuid(),
      role: z.enum(taskRoles),
      person: z.uuid().optional(),
      ends: z.boolean().default(false),
    })
    .strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayAssign(actor, task),
  async change(tx, context) {
    const { subject: task, input, today } = context
    const { agency, role, person, ends } = input
    const held = hasRole(task, agency, role)
    if (ends && !held) return refused(wrong('agency', 'notHeld'))
    if (role === 'accountable' && (ends || (!held && task.roles.some((one) => one.role === 'accountable'))))
      return refused(wrong('role', 'accountableMoves'))
    const parties = await partiesOn(tx, task.programme_id, today)
    if (!ends && !parties.some((party) => party.organisationId === agency)) return refused(wrong('agency', 'notAParty'))
    if (!ends && held && !person) return refused(wrong('agency', 'alreadyHas'))
    if (person && !(await holdsSeat(tx, task.programme_id, agency, person)))
      return refused(wrong('person', 'notAPersonOf'))
    if (held) await endRole(tx, by(context), task.id, agency, role)
    if (!ends) await addRoles(tx, by(context), task.id, [{ organisationId: agency, role, personId: person }])
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(
      done,
      taskEvent(ends ? 'role-ended' : 'role-assigned', task, version, { agency, role, again: held && !ends }),
    )
  },
})
