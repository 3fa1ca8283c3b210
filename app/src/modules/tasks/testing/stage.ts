import { type Actor, visitor } from '#kernel/access.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { tasks } from '../module.ts'
import { addEvidence } from '../operations/add-evidence.ts'
import { closeTask } from '../operations/close-task.ts'
import { planTask } from '../operations/plan-task.ts'
import { startTask } from '../operations/start-task.ts'

/** A programme with its cast, the pages of this module, and short ways to act at a moment of the story. */
export async function stage(options: { now?: Date } = {}) {
  const db = await testDatabase()
  const story = await cast(db, options)
  const site = testSite(db, [tasks], { now: story.now })
  const today = () => new Date(site.time.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

  const act = <R>(
    declared: Operation<never, never, R> | object,
    input: object,
    actor: Actor = story.actors.coordinator,
  ) =>
    run(declared as Operation, input, { db: db.app, actor, now: site.time.now, today: today() }) as Promise<Outcome<R>>

  const done = async <R>(declared: object, input: object, actor?: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`)
    return outcome.value
  }

  const plan = async (fields: object = {}, actor?: Actor) => {
    const task = { kind: 'activity', title: 'Latih 224 kader posyandu', accountable: story.organisations.owner.id }
    const value = await done<{ task: string }>(planTask, { programme: story.slug, ...task, ...fields }, actor)
    return value.task
  }

  const finish = async (task: string, actor?: Actor) => {
    await done(startTask, { task }, actor)
    await done(addEvidence, { task, what: 'Berita acara', body: 'Semua kader hadir.' }, actor)
    await done(closeTask, { task }, actor)
  }

  /** Moves the clock of the story to a day, 10.00 in Jakarta. */
  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  return { db, ...story, site, act, done, plan, finish, on, visitor }
}
export type Stage = Awaited<ReturnType<typeof stage>>

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}

/** What a reader sees of a page: the words of its main part. */
export async function wordsOf(response: Response): Promise<string> {
  const html = await response.text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
}
