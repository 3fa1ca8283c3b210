import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayHandOver } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { offerHandover } from '../store/write-acts.ts'
import { changeTask } from '../store/write-task.ts'
import { bindsParty } from '../task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId, wrong } from './acting.ts'

/** An offer: the task stays where it is until the other agency accepts. */
export const handOverTask = operation({
  name: 'hand-over-task',
  summary: both('Menyerahkan tugas kepada instansi lain', 'Hand a task over to another agency'),
  input: z.object({ task: taskId, lang, agency: z.uuid(), why: sentence }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayHandOver(actor, task),
  async change(tx, context) {
    const { subject: task, input, today } = context
    if (input.agency === task.owner_id) return refused(wrong('agency', 'sameAgency'))
    const parties = await partiesOn(tx, task.programme_id, today)
    const takers = parties.filter(bindsParty)
    if (!takers.some((party) => party.organisationId === input.agency)) return refused(wrong('agency', 'notAParty'))
    const offer = { from: task.owner_id, to: input.agency, why: input.why, lang: input.lang }
    const handover = await offerHandover(tx, by(context), task.id, offer)
    const version = await changeTask(tx, task, {})
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('offered', task, version, { handover, from: offer.from, to: offer.to }))
  },
})
