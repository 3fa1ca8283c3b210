import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, type Operation, operation, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeById } from '#modules/programmes/public.ts'
import type { MeetingLinks } from '../links.ts'
import { because, type Meeting, mayBring } from '../meeting.ts'
import { addItem, carriedItems, placeItem, sourcesTaken } from '../store/agenda.ts'
import type { By } from '../store/write-meetings.ts'
import { by, type Done, loadMeeting, meeting, told } from './acting.ts'
import { ownParty } from './bring-item.ts'

const input = z.strictObject({
  meeting,
  /** A matter carried over, or the task or obstacle that is open. */
  proposal: z.uuid(),
})
type Placing = Operation<typeof input, Meeting & { programme_status: string }, Done & { item: string }>

/** A party takes up what was proposed for the agenda: a matter carried over, or an open question. */
export function placeProposal(links: Pick<MeetingLinks, 'openQuestions'>): Placing {
  return operation({
    name: 'place-proposal',
    summary: both('Menerima usul mata acara', 'Put a proposed matter on the agenda'),
    input,
    load: loadMeeting,
    policy: (actor, subject) => mayBring(actor, subject),
    async change(tx, context) {
      const { input: asked, subject } = context
      const carried = (await carriedItems(tx, subject.programme_id)).find((one) => one.id === asked.proposal)
      const item = carried?.id ?? (await itemOfQuestion(tx, by(context), subject, asked.proposal, links))
      if (!item || !(await placeItem(tx, by(context), item, subject.id))) return refusedBecause(because('not-proposed'))
      const party = ownParty(context.actor, subject.programme_id) ?? null
      const payload = { item, ...(carried ? {} : { kind: 'decision', party }) }
      return changed({ meeting: subject.id, item }, told('agenda.item-placed', subject, payload))
    },
  })
}

async function itemOfQuestion(
  tx: Tx,
  by: By,
  meeting: Meeting,
  id: string,
  links: Pick<MeetingLinks, 'openQuestions'>,
): Promise<string | undefined> {
  const programme = await programmeById(tx, meeting.programme_id)
  const party = ownParty(by.actor, meeting.programme_id)
  if (!programme || !party || (await sourcesTaken(tx, programme.id)).has(id)) return undefined
  const question = (await links.openQuestions(tx, programme, by.today)).find((one) => one.id === id)
  if (!question) return undefined
  return addItem(tx, by, {
    programme_id: programme.id,
    owner_id: party,
    class: question.class === 'public' ? meeting.class : question.class,
    lang: question.lang,
    kind: 'decision',
    title: question.title.slice(0, 300),
    body: null,
    source_kind: question.kind,
    source_id: question.id,
  })
}
