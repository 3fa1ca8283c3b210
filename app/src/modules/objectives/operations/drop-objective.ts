import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayChange } from '../objective.ts'
import { changeObjective } from '../store/write.ts'
import { loadObjective, objectiveEvent } from './subject.ts'

export const dropObjective = operation({
  name: 'drop-objective',
  summary: both('Menghentikan sasaran dengan alasan', 'Drops an objective, with the reason'),
  input: z.strictObject({ slug: z.string(), id: z.uuid(), because: z.string().min(1).max(1000) }),
  load: loadObjective,
  policy: (actor, objective) => mayChange(actor, objective),
  async change(tx, { input, subject, now }) {
    const version = subject.version + 1
    await changeObjective(tx, subject.id, version, { dropped_at: now, dropped_because: input.because })
    return changed({ slug: subject.slug, id: subject.id }, objectiveEvent('objective.dropped', subject, version))
  },
})
