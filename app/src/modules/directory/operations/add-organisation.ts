import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { mayAddOrganisation, says } from '../organisation.ts'
import { suggestOrganisations } from '../store/list-organisations.ts'
import { addOrganisationRow } from '../store/write-organisations.ts'
import { factsOf, organisationFacts } from './organisation-input.ts'
import { organisationEvent } from './subject.ts'

export const addOrganisation = operation({
  name: 'add-organisation',
  summary: both('Mencatat instansi atau mitra', 'Records an organisation'),
  input: z.strictObject({
    name: z.string().trim().min(1).max(300),
    ...organisationFacts,
    /** Said by someone who has looked at the record that seems to be the same. */
    another: z.boolean().optional(),
  }),
  load: async () => ({}),
  policy: (actor) => mayAddOrganisation(actor),
  async change(tx, { actor, input, now, today }) {
    const read = await factsOf(tx, input, today)
    if ('problems' in read) return refused(...read.problems)
    const { country } = read.facts
    const key = institutionKey(input.name)
    const same = (await suggestOrganisations(tx, input.name, 8)).find(
      (one) => institutionKey(one.name) === key && one.country === country,
    )
    if (same && !input.another)
      return refused(
        problem(
          'name',
          'already-there',
          says((say) => say.problems.alreadyThere(same.name)),
        ),
      )
    const id = await addOrganisationRow(tx, { actor, now }, { ...read.facts, name: input.name })
    return changed({ id }, organisationEvent('organisation.added', id, { kind: input.kind }, 1))
  },
})
