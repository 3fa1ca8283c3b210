import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayDissolve, says } from '../organisation.ts'
import { changeOrganisation, endPostsAt } from '../store/write-organisations.ts'
import { future } from './organisation-input.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const dissolveOrganisation = operation({
  name: 'dissolve-organisation',
  summary: both('Mencatat bubarnya instansi; catatannya tetap ada', 'Records the end of an organisation, which stays'),
  input: z.strictObject({ id: z.uuid(), dissolvedOn: z.iso.date() }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayDissolve(actor, organisation),
  async change(tx, { input, subject, today }) {
    const day = input.dissolvedOn
    if (day > today) return refused(future('dissolvedOn'))
    if (subject.founded_on && day < subject.founded_on)
      return refused(
        problem(
          'dissolvedOn',
          'before-founded',
          says((say) => say.problems.beforeFounded),
        ),
      )
    const version = subject.version + 1
    await changeOrganisation(tx, subject.id, version, { dissolved_on: day })
    const posts = await endPostsAt(tx, subject.id, day)
    return changed(
      { id: subject.id },
      organisationEvent('organisation.dissolved', subject.id, { on: day, posts }, version),
    )
  },
})
