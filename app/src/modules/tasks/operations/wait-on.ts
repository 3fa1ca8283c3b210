import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayStopFor } from '../rules.ts'
import { lockTask } from '../store/read-task.ts'
import { stepTo } from '../store/write-task.ts'
import { by, type Done, lang, sentence, taskEvent, taskId, wrong } from './acting.ts'

export const waitOn = operation({
  name: 'wait-on',
  summary: both('Mencatat tugas menunggu instansi lain', 'Record that a task waits for another agency'),
  input: z.object({ task: taskId, lang, agency: z.uuid(), because: sentence, until: z.iso.date().optional() }).strict(),
  load: (tx, input) => lockTask(tx, input.task),
  policy: (actor, task) => mayStopFor(actor, task),
  async change(tx, context) {
    const { subject: task, input, today } = context
    if (input.agency === task.owner_id) return refused(wrong('agency', 'waitsForOwn'))
    const parties = await partiesOn(tx, task.programme_id, today)
    if (!parties.some((party) => party.organisationId === input.agency)) return refused(wrong('agency', 'notAParty'))
    const version = await stepTo(tx, by(context), task, {
      to: 'waiting',
      code: 'other-agency',
      waitingOn: input.agency,
      because: input.because,
      endsOn: input.until,
      lang: input.lang,
    })
    const done: Done = { task: task.id, version }
    return changed(done, taskEvent('waited', task, version, { waitingOn: input.agency }))
  },
})
