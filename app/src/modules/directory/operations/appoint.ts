import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayAppoint } from '../organisation.ts'
import { readOfficial } from '../store/read-people.ts'
import { addPost } from '../store/write-people.ts'
import { peopleSays, postInput, postProblem } from './post-input.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const appoint = operation({
  name: 'appoint',
  summary: both('Menunjuk orang yang sudah tercatat pada jabatan', 'Appoints someone who is on record to a post'),
  input: z.strictObject({ id: z.uuid(), personId: z.uuid().optional(), ...postInput }),
  load: (tx, input, { actor }) => loadKept(tx, input.id, actor),
  policy: (actor, organisation, input) => mayAppoint(actor, organisation, input.head ?? false),
  async change(tx, { actor, input, subject, now }) {
    if (!input.personId)
      return refused(
        problem(
          'personId',
          'required',
          peopleSays((say) => say.problems.choosePerson),
        ),
      )
    const person = await readOfficial(tx, actor, input.personId)
    if (!person || person.merged_into_id)
      return refused(
        problem(
          'personId',
          'unknown',
          peopleSays((say) => say.problems.noPerson),
        ),
      )
    const unfit = await postProblem(tx, subject, input, person.id)
    if (unfit) return refused(unfit)
    const post = { ...input, lang: input.lang ?? 'id', head: input.head ?? false }
    const membership = await addPost(tx, { actor, now }, { ...post, personId: person.id, organisationId: subject.id })
    const payload = { person: person.id, membership, head: post.head, from: input.startsOn }
    return changed({ id: subject.id, membership }, organisationEvent('organisation.appointed', subject.id, payload))
  },
})
