import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { type KeptPerson, mayMergePeople } from '../person.ts'
import { actsOtherwise, postsOf } from '../store/read-people.ts'
import { changePerson, movePerson } from '../store/write-people.ts'
import { peopleSays } from './post-input.ts'
import { loadOfficial, personEvent } from './subject.ts'

export const mergePeople = operation({
  name: 'merge-people',
  summary: both('Menggabungkan catatan ganda seseorang', 'Merges two records of one person'),
  input: z.strictObject({ id: z.uuid(), into: z.uuid() }),
  async load(tx, { id, into }, { actor }) {
    const both = new Map<string, KeptPerson | undefined>()
    for (const one of [id, into].sort()) both.set(one, await loadOfficial(tx, one, actor))
    const [from, target] = [both.get(id), both.get(into)]
    return from && target ? { ...from, from, target } : undefined
  },
  policy: (actor, { from, target }) => mayMergePeople(actor, from, target),
  async change(tx, { subject: { from, target }, now }) {
    const refusal = (pick: Parameters<typeof peopleSays>[0]) => refused(problem('into', 'unfit', peopleSays(pick)))
    if (from.id === target.id) return refusal((say) => say.problems.twice)
    if (await actsOtherwise(tx, from.id)) return refusal((say) => say.problems.actsOtherwise)
    const posts = (await postsOf(tx, { people: [from.id] })).length
    const [fromVersion, version] = [from.version + 1, target.version + 1]
    await changePerson(tx, from.id, fromVersion, { merged_into_id: target.id })
    const moved = await movePerson(tx, now, from.id, target.id)
    // A post in a body that this person does not keep stays where it is: then nothing is merged.
    if (moved.posts < posts) return refusal((say) => say.problems.foreignPosts)
    await changePerson(tx, target.id, version, {})
    return changed(
      { id: target.id },
      personEvent('person.merged', from.id, { into: target.id, ...moved }, fromVersion),
      personEvent('person.completed', target.id, { from: from.id, ...moved }, version),
    )
  },
})
