import { z } from 'zod'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { says as saysField } from '#kernel/problems.ts'
import { both } from '#kernel/reason.ts'
import { mayKeep, says } from '../organisation.ts'
import { ownerOfIdentifier } from '../store/read-organisation.ts'
import { addIdentifierRow } from '../store/write-organisations.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const addIdentifier = operation({
  name: 'add-identifier',
  summary: both('Menambah nomor atau kode dari daftar resmi', 'Adds an identifier of an official list'),
  input: z.strictObject({
    id: z.uuid(),
    scheme: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .refine((text) => /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(text), saysField(says((say) => say.problems.badScheme))),
    value: z.string().trim().min(1).max(200).meta({ personalData: 'expected' }),
  }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation) => mayKeep(actor, organisation),
  async change(tx, { input, subject }) {
    const { scheme, value } = input
    await lock(tx, `${scheme}:${value}`)
    const owner = await ownerOfIdentifier(tx, { scheme, value })
    if (owner?.id === subject.id)
      return refused(
        problem(
          'value',
          'known',
          says((say) => say.problems.knownIdentifier),
        ),
      )
    if (owner)
      return refused(
        problem(
          'value',
          'taken',
          says((say) => say.problems.takenIdentifier(owner.name)),
        ),
      )
    await addIdentifierRow(tx, subject.id, { scheme, value })
    return changed({ id: subject.id }, organisationEvent('organisation.identified', subject.id, { scheme }))
  },
})
