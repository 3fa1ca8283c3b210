import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayDissolve, says } from '../organisation.ts'
import { changeOrganisation } from '../store/write-organisations.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const reinstateOrganisation = operation({
  name: 'reinstate-organisation',
  summary: both('Membatalkan catatan bubar', 'Undoes the dissolution of an organisation'),
  input: z.strictObject({ id: z.uuid() }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayDissolve(actor, organisation),
  async change(tx, { subject }) {
    if (subject.dissolved_on === null)
      return refused(
        problem(
          '',
          'not-dissolved',
          says((say) => say.problems.notDissolved),
        ),
      )
    const version = subject.version + 1
    await changeOrganisation(tx, subject.id, version, { dissolved_on: null })
    return changed(
      { id: subject.id },
      organisationEvent('organisation.reinstated', subject.id, { was: subject.dissolved_on }, version),
    )
  },
})
