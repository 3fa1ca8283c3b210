import type { Class, JobActor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import { personActor } from '#kernel/session.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import type { Deps } from '#kernel/web/request.ts'
import { formatNumber } from '#ui/language.ts'
import type { Rhythm } from './following.ts'
import { discussionPaths } from './paths.ts'
import { digestFor, digestReaders, moveCursor, takeCursor } from './store/digests.ts'
import { placesOf, readSubjects } from './store/subjects.ts'
import { words } from './words.ts'

const job: JobActor = { kind: 'job', job: 'discussion-digests', classes: ['public', 'members'] }
/** Titles of records above members do not leave the house by mail. */
const mailable: readonly Class[] = job.classes
const hourMs = 3_600_000
/** Somewhat less than a day and a week, so that a run that is late one day does not push the next one out. */
const dueAfterMs: Record<Exclude<Rhythm, 'none'>, number> = { daily: 20 * hourMs, weekly: 6.5 * 24 * hourMs }
/** What commits while the digest is made has a time before it; so the youngest minute waits for the next. */
const settleMs = 60_000
const shown = 20

type Post = Pick<Deps, 'db' | 'jobs' | 'clock' | 'config'>

/** Sends everyone the digest that is due; returns how many mails. Safe to repeat and to run twice at once. */
export async function sendDigests(deps: Post, readers: SubjectReader[]): Promise<number> {
  const now = deps.clock()
  const people = await writeAs(deps.jobs, job, now, digestReaders)
  let sent = 0
  for (const { personId, rhythm } of people)
    if (rhythm !== 'none' && (await sendOne(deps, readers, personId, rhythm, now))) sent += 1
  return sent
}

/** Mail and cursor are written together; what it tells is read as the person. */
async function sendOne(
  deps: Post,
  readers: SubjectReader[],
  personId: string,
  rhythm: Exclude<Rhythm, 'none'>,
  now: Date,
): Promise<boolean> {
  const until = new Date(now.getTime() - settleMs)
  const first = new Date(until.getTime() - (rhythm === 'daily' ? 24 : 7 * 24) * hourMs)
  return writeAs(deps.jobs, job, now, async (tx) => {
    const since = await takeCursor(tx, personId, first)
    if (until.getTime() - since.getTime() < dueAfterMs[rhythm]) return false
    const actor = await personActor(tx, personId, now)
    if (!actor) return false
    const lines = await readAs(deps.db, actor, now, async (own) => {
      const found = await digestFor(own, personId, { since, until })
      const subjects = await readSubjects(
        own,
        found.map((line) => line.subject_id),
      )
      const places = await placesOf(own, [...subjects.values()], readers)
      return found.flatMap(({ subject_id, count }) => {
        const place = places.get(subject_id)
        const subject = subjects.get(subject_id)
        const mailed = subject && mailable.includes(subject.class)
        return place && mailed ? { place, count, path: discussionPaths.record(subject.slug, subject_id) } : []
      })
    })
    await moveCursor(tx, personId, until)
    if (lines.length === 0) return false
    const base = deps.config.BASE_URL
    const mail = await queueMail(tx, now, {
      personId,
      write: (lang) => {
        const say = words[lang].acts.mail
        const number = (count: number) => formatNumber(lang, count)
        const told = lines.slice(0, shown).map(({ place, count, path }) => {
          const title = lang === 'en' && place.title_en ? place.title_en : place.title
          return say.digestLine(title, number(count), `${base}${path}`)
        })
        const more = lines.length > shown ? [say.digestMore(number(lines.length - shown))] : []
        const end = say.digestEnd(`${base}${discussionPaths.notifications()}`)
        const total = lines.reduce((sum, line) => sum + line.count, 0)
        return { subject: say.digestSubject(number(total)), body: [...told, ...more, end].join('\n\n') }
      },
    })
    return mail !== undefined
  })
}
