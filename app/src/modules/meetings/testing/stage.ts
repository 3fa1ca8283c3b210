import { type Actor, visitor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { type MeetingLinks, noLinks } from '../links.ts'
import { meetingsModule } from '../module.ts'
import { planMeeting } from '../operations/plan-meeting.ts'
import { recordAttendance } from '../operations/record-attendance.ts'

/** A programme with its cast, the pages of this module, and short ways to act at a moment of the story. */
export async function stage(options: { links?: Partial<MeetingLinks> } = {}) {
  const db = await testDatabase()
  const story = await cast(db)
  const site = testSite(db, [meetingsModule({ ...noLinks, ...options.links })], { now: story.now })
  const { owner, other } = story.organisations

  const act = <R>(declared: object, input: object, actor: Actor = story.actors.coordinator) => {
    const context = { db: db.app, actor, now: site.time.now, today: jakartaDate(site.time.now) }
    return run(declared as Operation, input, context) as Promise<Outcome<R>>
  }

  const done = async <R>(declared: object, input: object, actor?: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`)
    return outcome.value
  }

  const usual = {
    title: 'Rapat koordinasi',
    day: '2026-12-02',
    clock: '09.00',
    minutes: '120',
    place: 'Aula Bappeda',
    class: 'public',
    required: [owner.id, other.id],
  }

  /** The id of a meeting planned by the coordinator, on 2 December 2026 unless told otherwise. */
  const plan = async (fields: object = {}) => {
    const input = { slug: story.slug, ...usual, minutes: 120, ...fields }
    return (await done<{ meeting: string }>(planMeeting, input)).meeting
  }

  /** Everybody came; the clock stands after the meeting. */
  const hold = async (meeting: string, said: Record<string, string> = {}) => {
    const row = await db.admin.kysely
      .selectFrom('meetings')
      .select('starts_at')
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow()
    site.time.now = new Date(Math.max(site.time.now.getTime(), row.starts_at.getTime() + 3 * 3_600_000))
    const manners = { [owner.id]: 'in-person', [other.id]: 'in-person', ...said }
    await done(recordAttendance, {
      meeting,
      attendance: Object.entries(manners).map(([id, manner]) => `${id}=${manner}`),
    })
  }

  const key = () => newId(site.time.now)
  const form = (fields: Record<string, string | string[]> = {}) => ({ _key: key(), ...fields })
  const text = async (path: string, as?: Actor) => (await site.get(path, { as })).text()
  return { db, ...story, site, act, done, usual, plan, hold, form, text, visitor }
}
