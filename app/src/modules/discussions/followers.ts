import { type Database, readAs, type Tx } from '#kernel/database.ts'
import type { NumberedEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import { personActor } from '#kernel/session.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { discussionPaths } from './paths.ts'
import { isMuted } from './store/digests.ts'
import { type MailedNotice, noticesIn } from './store/mailed.ts'
import { placesOf, readSubject } from './store/subjects.ts'
import { words } from './words.ts'

type Options = { baseUrl: string; clock: () => Date; db: Database; readers: SubjectReader[] }

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

/**
 * Mail at once: to whom a comment mentions, whose question is answered, whose comment is moderated. Records above
 * members are not told of by mail; their notices wait on the page.
 */
export function discussionMails(options: Options): Follower {
  return {
    name: 'discussion-mails',
    classes: ['public', 'members'],
    wants: [
      'comment.written',
      'question.asked',
      'comment.replied',
      'comment.edited',
      'question.answered',
      'comment.hidden',
      'comment.restored',
      'comment.upheld',
    ],
    async follow(tx, event) {
      if (options.clock().getTime() - event.at.getTime() > newsMs) return
      for (const notice of await noticesIn(tx, event)) await tell(tx, event, notice, options)
    },
  }
}

async function tell(tx: Tx, event: NumberedEvent, notice: MailedNotice, options: Options): Promise<void> {
  const { baseUrl, clock, db, readers } = options
  const { personId, kind } = notice
  const actor = await personActor(tx, personId, clock())
  if (!actor || personId === event.personId) return
  // Read as the receiver: who may not see the record is not told that it is talked about.
  const seen = await readAs(db, actor, clock(), async (own) => {
    const subject = await readSubject(own, notice.subjectId)
    const place = subject && (await placesOf(own, [subject], readers)).get(subject.id)
    return subject && place && { subject, place }
  })
  if (!seen || (await isMuted(tx, personId, seen.subject))) return
  const url = `${baseUrl}${discussionPaths.comment(seen.subject.slug, notice.threadId, notice.commentId)}`
  await queueMail(tx, clock(), {
    personId,
    eventId: event.id,
    write: (lang) => {
      const say = words[lang].acts.mail
      const title = lang === 'en' && seen.place.title_en ? seen.place.title_en : seen.place.title
      return {
        subject: say.subjects[kind](title),
        body: say.body(url, `${baseUrl}${discussionPaths.notifications()}`),
      }
    },
  })
}
