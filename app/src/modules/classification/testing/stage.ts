import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { taskSubjects, tasksModule } from '#modules/tasks/module.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { classificationModule } from '../module.ts'
import { classifyRecord } from '../operations/classify-record.ts'
import { classificationOfRecord } from '../record-section.tsx'

/** What a consequence test says, for a test that asks about something else. */
export const test = {
  class: 'restricted',
  ground: '17h',
  label: 'Daftar keluarga berisiko',
  information: 'Nama dan riwayat kesehatan',
  harm: 'Riwayat kesehatan dapat dikenali orang lain.',
  weighing: 'Angka per desa sudah cukup untuk mengawasi program.',
  staysOpen: 'Jumlah keluarga per desa.',
  appealTo: 'atasan PPID',
  endsWhen: 'consent',
  reviewOn: '2027-11-17',
} as const

/** A programme with its cast, tasks to withhold, and short ways to act at a moment of the story. */
export async function stage(options: { store?: boolean } = {}) {
  const db = await testDatabase()
  const story = await cast(db)
  const modules = [
    tasksModule(noLinks, [], [classificationOfRecord]),
    classificationModule([taskSubjects], (_kind, slug, id) => taskPaths.task(slug, id)),
  ]
  const site = testSite(db, modules, { now: story.now, store: options.store })
  const today = () => new Date(site.time.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
  const act = <R>(declared: object, input: object, actor: Actor = story.actors.head) =>
    run(declared as Operation, input, { db: db.app, actor, now: site.time.now, today: today() }) as Promise<Outcome<R>>
  const done = async <R>(declared: object, input: object, actor?: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${saying(outcome)}`)
    return outcome.value
  }
  const plan = async (title: string, fields: object = {}) => {
    const task = { kind: 'activity', title, accountable: story.organisations.owner.id, programme: story.slug }
    const made = await done<{ task: string }>(planTask, { ...task, ...fields }, story.actors.coordinator)
    return made.task
  }
  const withhold = async (record: string, fields: object = {}, actor?: Actor) => {
    const made = await done<{ id: string }>(classifyRecord, { slug: story.slug, record, ...test, ...fields }, actor)
    return made.id
  }
  const classOf = async (id: string) =>
    (await db.admin.pool.query('select class from tasks where id = $1', [id])).rows[0].class as string
  const page = async (path: string, who: keyof Cast['actors'] = 'visitor') =>
    (await site.get(path, { as: story.actors[who] })).text()
  const key = () => newId(site.time.now)
  /** Moves the clock of the story to a day, 10.00 in Jakarta. */
  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  return { db, ...story, site, act, done, plan, withhold, classOf, page, key, on }
}

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}
