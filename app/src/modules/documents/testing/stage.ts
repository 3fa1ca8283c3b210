import { readdirSync } from 'node:fs'
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
import { documentsModule } from '../module.ts'
import { documentPaths } from '../paths.ts'
import { documentSection, programmeDocuments } from '../sections.tsx'
import { pdfFile } from './fixtures.ts'

const readers = [programmeSubjects, taskSubjects]

/** A programme with its cast, pages that show documents, and short ways to send files. */
export async function stage() {
  const db = await testDatabase()
  const story = await cast(db)
  const modules = [
    programmesWith({ sections: [programmeDocuments] }),
    tasksModule(noLinks, [], [documentSection]),
    documentsModule(readers),
  ]
  const site = testSite(db, modules, { now: story.now })
  const { slug, actors, organisations } = story

  const plan = async (recordClass: Class = 'public', title = 'Latih kader posyandu') => {
    const input = { programme: slug, kind: 'activity', title, accountable: organisations.owner.id, class: recordClass }
    const { now, today } = story
    const outcome = (await run(planTask as unknown as Operation, input, {
      db: db.app,
      actor: actors.coordinator,
      now,
      today,
    })) as Outcome<{ task: string }>
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.value.task
  }

  /** Sends one file for a record, as the form does. */
  const send = (as: Actor | undefined, record: string, form: Sent = {}) => {
    const { file = pdfFile(), name = 'telaah.pdf', slug: to = slug, key = newId(site.time.now), ...fields } = form
    const body = new FormData()
    for (const [field, value] of Object.entries({ title: 'Telaah', ...fields, _key: key })) body.append(field, value)
    body.append('file', new File([new Uint8Array(Buffer.from(file))], name))
    return site.post(documentPaths.add(to, record), body, { as })
  }

  /** Sends a file and returns the document's id. */
  const add = async (as: Actor, record: string, form: Sent = {}) => {
    const response = await send(as, record, form)
    if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`)
    return response.headers.get('location')!.split('/').at(-1)!
  }

  const page = async (path: string, as?: Actor) => (await site.get(path, { as })).text()
  /** What is stored, or waits. */
  const stored = async () => {
    const names = readdirSync(await site.deps.files.waitingRoom())
    for await (const { key } of site.deps.files.list()) names.push(key)
    return names.sort()
  }
  return { db, ...story, site, plan, send, add, page, stored }
}

type Sent = {
  file?: Buffer | string
  name?: string
  slug?: string
  key?: string
  title?: string
  own?: string
  lang?: string
}
