import { z } from 'zod'
import { changed, type Operation, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeById } from '#modules/programmes/public.ts'
import type { Linked, MeetingLinks } from '../links.ts'
import { type Meeting, mayConclude, results } from '../meeting.ts'
import { addResult, agendaOf } from '../store/agenda.ts'
import { minutesOf } from '../store/minutes.ts'
import { by, type Done, lang, loadMeeting, meeting, told, wrong } from './acting.ts'

const input = z.strictObject({
  meeting,
  lang,
  item: z.uuid(),
  result: z.enum(results),
  text: z.string().trim().max(4000).optional(),
  task: z.uuid().optional(),
  decision: z.uuid().optional(),
})
type Concluding = Operation<typeof input, Meeting & { programme_status: string }, Done>

/** What came of one matter: settled (perhaps as a decision or a task), carried over, or dropped. */
export function concludeItem(links: Pick<MeetingLinks, 'tasksNamed' | 'decisionsNamed'>): Concluding {
  return operation({
    name: 'conclude-item',
    summary: both('Mencatat hasil mata acara', 'Record what came of a matter'),
    input,
    load: loadMeeting,
    policy: (actor, subject) => mayConclude(actor, subject),
    async change(tx, context) {
      const { input: said, subject } = context
      const item = (await agendaOf(tx, subject.id)).find((one) => one.id === said.item)
      const programme = await programmeById(tx, subject.programme_id)
      if (!item || !programme) return refused(wrong('item', 'notOnAgenda'))
      if (said.result === 'settled' && !said.text && !said.task && !said.decision)
        return refused(wrong('text', 'whatCame'))
      const [tasks, decisions] = await Promise.all([
        links.tasksNamed(tx, said.task ? [said.task] : []),
        links.decisionsNamed(tx, said.decision ? [said.decision] : []),
      ])
      const ofHere = (list: Linked[]) => list.some((one) => one.programme_id === programme.id)
      if (said.task && !ofHere(tasks)) return refused(wrong('task', 'noSuchTask'))
      if (said.decision && !ofHere(decisions)) return refused(wrong('decision', 'noSuchDecision'))
      const confirmed = (await minutesOf(tx, subject.id)).some((one) => one.status === 'confirmed')
      await addResult(tx, by(context), {
        programme_id: subject.programme_id,
        owner_id: subject.owner_id,
        class: confirmed || item.class !== 'public' ? item.class : 'members',
        lang: said.lang,
        meeting_id: subject.id,
        item_id: item.id,
        result: said.result,
        text: said.text || null,
        decision_id: said.decision ?? null,
        task_id: said.task ?? null,
      })
      const payload = { item: item.id, result: said.result, task: said.task ?? null, decision: said.decision ?? null }
      // Until the minutes are confirmed, what came of it is for members, and so is its event.
      const shown = { ...subject, class: confirmed ? subject.class : ('members' as const) }
      return changed({ meeting: subject.id }, told('agenda.item-concluded', shown, payload))
    },
  })
}
