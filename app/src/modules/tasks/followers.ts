import type { Tx } from '#kernel/database.ts'
import type { NumberedEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import { programmeById, programmeName } from '#modules/programmes/public.ts'
import { taskPaths } from './paths.ts'
import { namesOf } from './store/organisations.ts'
import { peopleFor } from './store/places.ts'
import { readTaskRecord } from './store/read-details.ts'
import { titleIn } from './task.ts'
import { mailWordsEn, mailWordsId } from './words-mail.ts'

/** Which agency an event concerns, by the name of its payload field. */
const concerned = { 'task.waited': 'waitingOn', 'task.reminded': 'organisation', 'task.offered': 'to' } as const
type Name = keyof typeof concerned

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

/** Tells the people of an agency that others wait for it, remind it, or offer it a task. */
export function taskMails(options: { baseUrl: string; clock: () => Date }): Follower {
  return {
    name: 'task-mails',
    classes: ['public', 'members'],
    wants: Object.keys(concerned),
    async follow(tx, event) {
      if (options.clock().getTime() - event.at.getTime() > newsMs) return
      await tell(tx, event, options)
    },
  }
}

async function tell(tx: Tx, event: NumberedEvent, { baseUrl, clock }: { baseUrl: string; clock: () => Date }) {
  const name = event.name as Name
  const agency = String(event.payload[concerned[name]])
  const task = await readTaskRecord(tx, event.subjectId)
  const programme = event.programmeId ? await programmeById(tx, event.programmeId) : undefined
  if (!task || !programme) return
  const from = (await namesOf(tx, [task.owner_id])).get(task.owner_id)?.name ?? ''
  const url = `${baseUrl}${taskPaths.task(programme.slug, task.id)}`
  for (const personId of await peopleFor(tx, programme.id, agency, event.at.toISOString().slice(0, 10))) {
    await queueMail(tx, clock(), {
      personId,
      eventId: event.id,
      write: (lang) => {
        const say = lang === 'id' ? mailWordsId : mailWordsEn
        const subject = say[name.slice('task.'.length) as 'waited' | 'reminded' | 'offered']
        return { subject: subject(from, titleIn(task, lang).text), body: say.body(programmeName(programme, lang), url) }
      },
    })
  }
}
