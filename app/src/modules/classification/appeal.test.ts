import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testSite } from '#kernel/testing/site.ts'
import { requestsModule } from '#modules/requests/module.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { taskSubjects, tasksModule } from '#modules/tasks/module.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { classificationModule } from './module.ts'
import { declassifyRecord } from './operations/declassify-record.ts'
import { classificationPaths as paths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { slug } = set
const modules = [
  tasksModule(noLinks, []),
  requestsModule,
  classificationModule([taskSubjects], (_kind, slug, id) => taskPaths.task(slug, id)),
]
const site = testSite(set.db, modules, { now: set.site.time.now })
const page = async (path: string) => (await site.get(path)).text()

describe('who disagrees with a classification', () => {
  test('is led from the stub and from the decision to a request with the decision filled in', async () => {
    const task = await set.plan('Rujukan pasien')
    const id = await set.withhold(task)
    const form = `/information-requests/new?programme=${slug}&amp;classification=${id}`
    for (const path of [taskPaths.task(slug, task), paths.one(slug, id)])
      assert.ok((await page(path)).includes(`href="${form}"`), path)
    const html = await page(form.replace('&amp;', '&'))
    assert.match(
      html,
      /name="asked"[^>]*>Informasi yang dikecualikan dengan keputusan &quot;Daftar keluarga berisiko&quot;/,
    )
    assert.ok(html.includes(paths.one(slug, id)))
    assert.match(html, new RegExp(`<option value="${slug}" selected`))
    assert.match(html, /Pasal 35 huruf a/)
    await set.done(declassifyRecord, { slug, id, class: 'public', reason: 'Sudah selesai' })
    assert.ok(!(await page(paths.one(slug, id))).includes('classification='))
  })

  test('is told nothing of a decision whose existence is protected', async () => {
    const id = await set.withhold(await set.plan('Nama pelapor'), {
      class: 'restricted',
      ground: '17a',
      expiresOn: '2028-01-01',
      endsWhen: undefined,
      label: 'Laporan yang dilindungi',
      hidesExistence: true,
    })
    for (const one of [id, 'bukan', '01a00000-0000-7000-8000-000000000000'])
      assert.doesNotMatch(
        await page(`/information-requests/new?classification=${one}`),
        /Laporan yang dilindungi|keputusan &quot;/,
      )
  })
})
