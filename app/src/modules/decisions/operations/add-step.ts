import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import type { DecisionLinks } from '../links.ts'
import { mayAddStep } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

/** What happens next; where it is a task of the programme, the task tells how far it is. */
export const addStep = (links: DecisionLinks) =>
  operation({
    name: 'add-step',
    summary: both('Mencatat kelanjutan keputusan', 'Records what happens next'),
    input: z.strictObject({
      decision,
      title: z.string().trim().min(1).max(300),
      party: z.uuid(),
      dueOn: z.iso.date(),
      task: z.uuid().optional(),
    }),
    load: loadFacts,
    policy: (actor, subject) => mayAddStep(actor, subject),
    async change(tx, { actor, input, subject, now, today }) {
      if (!subject.parties.includes(input.party)) return refused(wrong('party', 'notAParty'))
      if (input.dueOn < today) return refused(wrong('dueOn', 'pastDay'))
      const programme = { id: subject.programme_id, slug: subject.slug }
      const tasks = input.task ? await links.choices(tx, programme, 'task', 'id') : []
      if (input.task && !tasks.some((one) => one.id === input.task)) return refused(wrong('task', 'otherProgramme'))
      const row = { decision_id: subject.id, title: input.title, organisation_id: input.party, due_on: input.dueOn }
      const step = await addDetail(tx, { actor, now, today }, 'next_steps', { ...row, task_id: input.task ?? null })
      const version = await touch(tx, subject)
      const done: Done = { decision: subject.id, version }
      return changed(done, decisionEvent('decision.step-added', subject, version, { step }))
    },
  })
