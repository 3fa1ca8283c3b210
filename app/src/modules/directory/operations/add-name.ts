import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep, nameKinds, says } from '../organisation.ts'
import { namesOf } from '../store/read-organisation.ts'
import { addNames } from '../store/write-organisations.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const addName = operation({
  name: 'add-name',
  summary: both('Menambah nama lama, nama lain, atau singkatan', 'Adds a former name, other name or acronym'),
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(300),
    kind: z.enum(nameKinds),
    until: z.iso.date().optional(),
  }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayKeep(actor, organisation),
  async change(tx, { input, subject, now }) {
    const names = [subject.name, subject.acronym ?? '', ...(await namesOf(tx, subject.id)).map((one) => one.name)]
    if (names.some((name) => name.toLowerCase() === input.name.toLowerCase()))
      return refused(
        problem(
          'name',
          'known',
          says((say) => say.problems.knownName),
        ),
      )
    await addNames(tx, now, [{ organisationId: subject.id, ...input }])
    return changed({ id: subject.id }, organisationEvent('organisation.name-added', subject.id, { kind: input.kind }))
  },
})
