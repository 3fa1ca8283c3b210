import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayEditPerson } from '../person.ts'
import { changePerson } from '../store/write-people.ts'
import { loadOfficial, personEvent } from './subject.ts'

export const editPerson = operation({
  name: 'edit-person',
  summary: both('Membetulkan nama orang', 'Corrects a person’s name'),
  input: z.strictObject({ id: z.uuid(), name: z.string().trim().min(1).max(200).meta({ personalData: 'expected' }) }),
  load: (tx, input, { actor }) => loadOfficial(tx, input.id, actor),
  policy: (actor, person) => mayEditPerson(actor, person),
  async change(tx, { input, subject }) {
    const version = subject.version + 1
    await changePerson(tx, subject.id, version, { name: input.name })
    return changed({ id: subject.id }, personEvent('person.edited', subject.id, {}, version))
  },
})
