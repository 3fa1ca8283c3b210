import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep, says } from '../organisation.ts'
import { addNames, changeOrganisation } from '../store/write-organisations.ts'
import { future } from './organisation-input.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const renameOrganisation = operation({
  name: 'rename-organisation',
  summary: both('Mengubah nama instansi; nama lama tetap tercatat', 'Renames an organisation; the old name is kept'),
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(300),
    why: z.enum(['renamed', 'correction']),
    since: z.iso.date().optional(),
  }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayKeep(actor, organisation),
  async change(tx, { input, subject, now, today }) {
    if (input.name === subject.name)
      return refused(
        problem(
          'name',
          'same',
          says((say) => say.problems.sameName),
        ),
      )
    if (input.since && input.since > today) return refused(future('since'))
    const version = subject.version + 1
    const former = input.why === 'renamed'
    const until = former ? (input.since ?? today) : null
    await addNames(tx, now, [
      { organisationId: subject.id, name: subject.name, kind: former ? 'former' : 'other', until },
    ])
    await changeOrganisation(tx, subject.id, version, { name: input.name })
    return changed(
      { id: subject.id },
      organisationEvent('organisation.renamed', subject.id, { why: input.why }, version),
    )
  },
})
