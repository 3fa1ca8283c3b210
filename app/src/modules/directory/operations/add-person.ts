import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { fold } from '#kernel/tabular/plain-text.ts'
import { mayAddPerson } from '../organisation.ts'
import { peopleNamed, postsOf } from '../store/read-people.ts'
import { addPersonRow, addPost } from '../store/write-people.ts'
import { peopleSays, postInput, postProblem } from './post-input.ts'
import { loadKept, organisationEvent, personEvent } from './subject.ts'

export const addPerson = operation({
  name: 'add-person',
  summary: both('Mencatat orang baru bersama jabatannya', 'Records a new person with their post'),
  input: z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(200).meta({ personalData: 'expected' }),
    ...postInput,
    /** Said by someone who has looked at the person of the same name. */
    another: z.boolean().optional(),
  }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation, input) => mayAddPerson(actor, organisation, input.head ?? false),
  async change(tx, { actor, input, subject, now }) {
    const namesake = (await peopleNamed(tx, input.name, 5)).find((one) => fold(one.name) === fold(input.name))
    if (namesake && !input.another) {
      const posts = await postsOf(tx, { people: [namesake.id] })
      const where = [...new Set(posts.map((post) => post.organisation))].join(', ')
      return refused(
        problem(
          'name',
          'namesake',
          peopleSays((say) => say.problems.samePerson(namesake.name, where)),
        ),
      )
    }
    const unfit = await postProblem(tx, subject, input)
    if (unfit) return refused(unfit)
    const person = await addPersonRow(tx, { actor, now }, input.name)
    const post = { ...input, lang: input.lang ?? 'id', head: input.head ?? false }
    const membership = await addPost(tx, { actor, now }, { ...post, personId: person, organisationId: subject.id })
    const payload = { person, membership, head: post.head, from: input.startsOn }
    return changed(
      { id: subject.id, personId: person, membership },
      personEvent('person.added', person, { organisation: subject.id }, 1),
      organisationEvent('organisation.appointed', subject.id, payload),
    )
  },
})
