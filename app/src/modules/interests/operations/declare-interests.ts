import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { says } from '#kernel/problems.ts'
import { both } from '#kernel/reason.ts'
import { interestKinds, mayDeclare } from '../interest.ts'
import { addDeclaration, declarationsOf, interestsOf, type NewInterest, notesOf } from '../store.ts'
import { words } from '../words.ts'
import { readNewInterest } from './new-interest.ts'

export const declareInterests = operation({
  name: 'declare-interests',
  summary: both('Menyatakan kepentingan sendiri', 'Declares one’s own interests'),
  input: z.strictObject({
    /** Interests of the declaration before this one that still hold. */
    keep: z.array(z.uuid()).max(60).default([]),
    kind: z.enum(interestKinds).optional(),
    organisation: z.string().trim().min(1).max(300).optional(),
    unlisted: z.boolean().default(false),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
    // read by few: never shown to the public
    note: z.string().trim().max(2000).meta({ personalData: 'expected' }).optional(),
    complete: z
      .boolean()
      .default(false)
      .refine(
        (ticked) => ticked,
        says((lang) => words[lang].problem.complete),
      ),
  }),
  load: async (tx, _input, { actor }) => {
    if (actor.kind !== 'person') return { interests: [] }
    await lock(tx, actor.personId)
    const [before] = await declarationsOf(tx, actor.personId)
    return { interests: before ? await interestsOf(tx, [before.id]) : [] }
  },
  policy: (actor) => mayDeclare(actor),
  async change(tx, { actor, input, subject, now, today }) {
    const added = await readNewInterest(tx, input)
    if ('problem' in added) return refused(added.problem)
    const kept = await keptInterests(
      tx,
      subject.interests.filter((one) => input.keep.includes(one.id)),
    )
    const interests = [...kept, ...added.interests]
    const id = await addDeclaration(tx, { actor, now, today }, interests)
    const [first, ...more] = told(actor, id, interests.length)
    return changed({ declaration: id }, first!, ...more)
  },
})

type Kept = Awaited<ReturnType<typeof interestsOf>>

async function keptInterests(tx: Tx, interests: Kept): Promise<NewInterest[]> {
  const notes = await notesOf(
    tx,
    interests.map((one) => one.id),
  )
  return interests.map(({ id, kind, organisation_id, organisation, since, until }) => {
    const body = { organisationId: organisation_id, organisationName: organisation_id ? null : organisation }
    return { kind, ...body, since, until, note: notes.get(id) ?? null }
  })
}

/** Each programme that the person sits in is told, so that its register is read anew. */
function told(actor: Actor, declaration: string, interests: number): NewEvent[] {
  const person = personOf(actor)!
  const places = actor.kind === 'person' ? actor.seats : []
  const programmes = [...new Map(places.map((seat) => [seat.programmeId, seat.organisationId]))]
  const event = { name: 'interests.declared', class: 'public' as const, subjectKind: 'person', subjectId: person }
  const payload = { declaration, interests }
  if (programmes.length === 0) return [{ ...event, programmeId: null, payload }]
  return programmes.map(([programmeId, ownerId]) => ({ ...event, programmeId, ownerId, payload }))
}
