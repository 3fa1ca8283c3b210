import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { actsFor, coordinates, seatsIn } from '#kernel/access.ts'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { because, itemKinds, mayBring } from '../meeting.ts'
import { addItem, placeItem } from '../store/agenda.ts'
import { by, type Done, lang, loadMeeting, meeting, told } from './acting.ts'

/** A party puts a matter of its own on the agenda. */
export const bringItem = operation({
  name: 'bring-item',
  summary: both('Mengusulkan mata acara rapat', 'Put a matter on the agenda'),
  input: z.strictObject({
    meeting,
    lang,
    /** The party that brings it; left out: the person's own. */
    party: z.uuid().optional(),
    kind: z.enum(itemKinds),
    title: z.string().trim().min(1).max(300),
    body: z.string().trim().max(4000).optional(),
  }),
  load: loadMeeting,
  policy: (actor, subject) => mayBring(actor, subject),
  async change(tx, context) {
    const { input, subject, actor } = context
    const party = input.party ?? ownParty(actor, subject.programme_id)
    if (!party || !(coordinates(actor, subject.programme_id) || actsFor(actor, subject.programme_id, party)))
      return refusedBecause(because('answer-own'))
    const item = {
      programme_id: subject.programme_id,
      owner_id: party,
      class: subject.class,
      lang: input.lang,
      kind: input.kind,
      title: input.title,
      body: input.body || null,
      source_kind: null,
      source_id: null,
    }
    const id = await addItem(tx, by(context), item)
    await placeItem(tx, by(context), id, subject.id)
    const done: Done & { item: string } = { meeting: subject.id, item: id }
    return changed(done, told('agenda.item-brought', subject, { item: id, kind: input.kind, party }))
  },
})

export function ownParty(actor: Actor, programmeId: string): string | undefined {
  return seatsIn(actor, programmeId).find((seat) => seat.role !== 'observer' && seat.role !== 'auditor')?.organisationId
}
