import { mkdirSync } from 'node:fs'
import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { testSite } from '#kernel/testing/site.ts'
import { documentsModule } from '#modules/documents/module.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { taskSubjects, tasksModule } from '#modules/tasks/module.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { previewed } from '../file-redaction.ts'
import { classificationModule, classificationSubjects } from '../module.ts'
import { filePaths } from '../paths.ts'
import { stage } from './stage.ts'

/** The stage of classification with the room of files: a withheld task with one, and short ways to open it in part. */
export async function fileStage() {
  const set = await stage()
  const modules = [
    tasksModule(noLinks, []),
    documentsModule([taskSubjects, classificationSubjects]),
    classificationModule([taskSubjects], (_kind, slug, id) => taskPaths.task(slug, id)),
  ]
  const site = testSite(set.db, modules, { now: set.site.time.now })
  mkdirSync(`${site.deps.config.dataDir}/files`, { recursive: true, mode: 0o700 })

  const attach = async (task: string, file: Buffer | string, name: string, as: Actor = set.actors.head) => {
    const body = new FormData()
    body.append('title', 'Laporan rujukan')
    body.append('_key', newId(site.time.now))
    body.append('file', new File([new Uint8Array(Buffer.from(file))], name))
    const response = await site.post(documentPaths.add(set.slug, task), body, { as })
    if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`)
    return response.headers.get('location')!.split('/').at(-1)!
  }
  /** A task with this file, withheld by a decision. */
  const withheldFile = async (file: Buffer | string, name: string) => {
    const task = await set.plan('Rujukan pasien')
    const document = await attach(task, file, name)
    return { task, document, decision: await set.withhold(task) }
  }
  type Place = { decision: string; document: string }
  const form = async ({ decision, document }: Place, as: Actor = set.actors.head) =>
    (await site.get(filePaths.new(set.slug, decision, document), { as })).text()
  /** As the form sends it after the preview was looked at. */
  const open = ({ decision, document }: Place, marks: string, more: Record<string, string> = {}, as?: Actor) =>
    site.post(
      filePaths.new(set.slug, decision, document),
      { title: 'Laporan, versi terbuka', marks, seen: previewed(marks), lang: 'id', _key: set.key(), ...more },
      { as: as ?? set.actors.head },
    )
  const opened = async (place: Place, marks: string) => {
    const response = await open(place, marks)
    if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`)
    return response.headers.get('location')!.split('/').at(-1)!
  }
  const fileBytes = async (document: string, as?: Actor) => {
    const response = await site.get(documentPaths.file(document), { as })
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const page = async (path: string, who: keyof typeof set.actors = 'visitor') =>
    (await site.get(path, { as: set.actors[who] })).text()
  return { ...set, site, page, attach, withheldFile, form, open, opened, fileBytes }
}
