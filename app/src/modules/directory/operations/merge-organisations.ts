import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { wouldLoop } from '../named.ts'
import { type Kept, mayMerge, says } from '../organisation.ts'
import { namesOf } from '../store/read-organisation.ts'
import { postsOf } from '../store/read-people.ts'
import { addNames, changeOrganisation, moveOrganisation, type NewName } from '../store/write-organisations.ts'
import { loadKept, organisationEvent } from './subject.ts'

export const mergeOrganisations = operation({
  name: 'merge-organisations',
  summary: both('Menggabungkan catatan ganda; alamat lama meneruskan', 'Merges a duplicate; its address forwards'),
  input: z.strictObject({ id: z.uuid(), into: z.uuid() }),
  async load(tx, { id, into }, { actor }) {
    // Always in the same order, so that two merges of one pair do not wait for each other.
    const both = new Map<string, Kept | undefined>()
    for (const one of [id, into].sort()) both.set(one, await loadKept(tx, one, actor))
    const [from, target] = [both.get(id), both.get(into)]
    return from && target ? { ...from, from, target } : undefined
  },
  policy: (actor, { from, target }) => mayMerge(actor, from, target),
  async change(tx, { subject: { from, target }, now }) {
    const refusal = (pick: Parameters<typeof says>[0]) => refused(problem('into', 'unfit', says(pick)))
    if (from.id === target.id) return refusal((say) => say.problems.twice)
    if (await wouldLoop(tx, from.id, target.parent_id)) return refusal((say) => say.problems.mergeBelow)
    const posts = (await postsOf(tx, { organisation: from.id })).length
    const moved = await moveOrganisation(tx, from.id, target.id)
    if (moved.posts < posts) throw new Error('the database refuses to move these posts')
    await addNames(tx, now, await namesLeft(tx, from, target))
    const [fromVersion, version] = [from.version + 1, target.version + 1]
    await changeOrganisation(tx, from.id, fromVersion, { merged_into_id: target.id })
    await changeOrganisation(tx, target.id, version, {})
    return changed(
      { id: target.id },
      organisationEvent('organisation.merged', from.id, { into: target.id, ...moved }, fromVersion),
      organisationEvent('organisation.completed', target.id, { from: from.id, ...moved }, version),
    )
  },
})

/** Name and acronym of the record that goes, so that a search for them finds the one that stays. */
async function namesLeft(tx: Tx, from: Kept, target: Kept): Promise<NewName[]> {
  const known = new Set([target.name, target.acronym ?? '', ...(await namesOf(tx, target.id)).map((one) => one.name)])
  const names: NewName[] = [{ organisationId: target.id, name: from.name, kind: 'other' }]
  if (from.acronym) names.push({ organisationId: target.id, name: from.acronym, kind: 'acronym' })
  return names.filter(({ name }) => !known.has(name))
}
