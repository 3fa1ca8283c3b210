import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep } from '../organisation.ts'
import { changeOrganisation } from '../store/write-organisations.ts'
import { factsOf, organisationFacts } from './organisation-input.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const editOrganisation = operation({
  name: 'edit-organisation',
  summary: both('Mengubah keterangan instansi', 'Changes the facts of an organisation'),
  input: z.strictObject({ id: z.uuid(), ...organisationFacts }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayKeep(actor, organisation),
  async change(tx, { input, subject, today }) {
    const read = await factsOf(tx, input, today, subject.id)
    if ('problems' in read) return refused(...read.problems)
    const version = subject.version + 1
    await changeOrganisation(tx, subject.id, version, { ...read.facts, lang: input.lang ?? subject.lang })
    return changed(
      { id: subject.id },
      organisationEvent('organisation.edited', subject.id, { kind: input.kind }, version),
    )
  },
})
