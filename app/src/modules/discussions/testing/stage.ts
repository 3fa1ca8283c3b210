import type { Actor, Class } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { programmeSubjects, programmesWith } from '#modules/programmes/module.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { taskSubjects, tasksModule } from '#modules/tasks/module.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import { discussionsModule } from '../module.ts'
import { discussionPaths } from '../paths.ts'
import { discussionSection, noticeDesk, programmeDiscussion } from '../sections.tsx'

export const readers = [programmeSubjects, taskSubjects]

/** A programme with its cast, pages that embed discussions, and short ways to write. */
export async function stage() {
  const db = await testDatabase()
  const story = await cast(db)
  const modules = [
    programmesWith({ sections: [programmeDiscussion], commitmentSections: [discussionSection] }),
    tasksModule(noLinks, [noticeDesk], [discussionSection]),
    discussionsModule(readers),
  ]
  const site = testSite(db, modules, { now: story.now })
  const { slug, actors, organisations } = story
  const today = () => new Date(site.time.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

  const act = <R>(declared: object, input: object, actor: Actor): Promise<Outcome<R>> =>
    run(declared as Operation, input, { db: db.app, actor, now: site.time.now, today: today() }) as Promise<Outcome<R>>

  const plan = async (recordClass: Class = 'public', title = 'Latih kader posyandu') => {
    const input = { programme: slug, kind: 'activity', title, accountable: organisations.owner.id, class: recordClass }
    const outcome = await act<{ task: string }>(planTask, input, actors.coordinator)
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.value.task
  }

  /** Sends a form, a second after the one before. */
  const post = (path: string, form: Record<string, string | string[]>, as?: Actor) => {
    site.time.now = new Date(site.time.now.getTime() + 1000)
    return site.post(path, { _key: newId(site.time.now), ...form }, { as })
  }

  /** Writes a comment and returns its id. */
  const write = async (as: Actor, record: string, body: string, form: Record<string, string> = {}) =>
    idIn(await post(discussionPaths.new(slug, record), { kind: 'comment', lang: 'id', body, ...form }, as))

  const reply = async (as: Actor, id: string, body: string, form: Record<string, string> = {}) =>
    idIn(await post(discussionPaths.reply(slug, id), { lang: 'id', body, ...form }, as))

  const later = (minutes: number) => {
    site.time.now = new Date(site.time.now.getTime() + minutes * 60_000)
  }
  const page = async (path: string, as?: Actor) => (await site.get(path, { as })).text()
  return { db, ...story, site, act, plan, post, write, reply, later, page }
}
export type Stage = Awaited<ReturnType<typeof stage>>

async function idIn(response: Response): Promise<string> {
  const id = response.headers.get('location')?.split('#c-')[1]
  if (!id) throw new Error(`${response.status}: ${(await response.text()).replace(/<[^>]+>/g, ' ').slice(0, 3000)}`)
  return id
}
