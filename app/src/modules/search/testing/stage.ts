import { allModules } from '#app/modules.ts'
import { type Actor, type Class, visitor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import type { Found } from '../loads.ts'
import { searchPaths } from '../paths.ts'

type Answer = { total: number; more: boolean; found: (Found & { title: Told; excerpt: Told })[] }
type Told = { text: string }

/** The whole house with its cast, tasks to be found, and short ways to search. */
export async function stage() {
  const db = await testDatabase()
  const story = await cast(db)
  const site = testSite(db, allModules({ demoSignIns: [] }), { now: story.now })
  const { slug, actors, organisations } = story

  const done = async <R>(declared: object, input: object, actor: Actor = actors.coordinator): Promise<R> => {
    const context = { db: db.app, actor, now: site.time.now, today: jakartaDate(site.time.now) }
    const outcome = (await run(declared as Operation, input, context)) as Outcome<R>
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.value
  }
  const plan = async (title: string, recordClass: Class = 'public', fields: object = {}) => {
    const input = { programme: slug, kind: 'activity', title, accountable: organisations.owner.id, class: recordClass }
    return (await done<{ task: string }>(planTask, { ...input, ...fields })).task
  }
  /** Sends a form, a second after the one before; the last part of the address that it leads to. */
  const post = async (path: string, form: Record<string, string>, as: Actor) => {
    site.time.now = new Date(site.time.now.getTime() + 1000)
    const response = await site.post(path, { _key: newId(site.time.now), ...form }, { as })
    if (response.status !== 303) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.headers.get('location')!.split(/[/#]/).at(-1)!
  }
  const ask = async (q: string, as: Actor = visitor, narrowed: object = {}): Promise<Answer> => {
    const response = await site.get(`/api/v1${searchPaths.search({ q, ...narrowed })}`, { as })
    return ((await response.json()) as { data: Answer }).data
  }
  /** The ids of what is found. */
  const find = async (q: string, as?: Actor, narrowed?: object) =>
    (await ask(q, as, narrowed)).found.map(({ id }) => id)
  const page = async (q: string, as?: Actor, lang: 'id' | 'en' = 'id') =>
    (await site.get(searchPaths.search({ q }), { as, lang })).text()
  return { db, ...story, site, done, plan, post, ask, find, page }
}
