import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { testSite } from '#kernel/testing/site.ts'
import { linkToken, newTicket } from '#modules/requests/link.ts'
import { requestsModule } from '#modules/requests/module.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { filled } from '#modules/requests/testing/stage.ts'
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

  const filedFrom = async (classification: string, as?: Actor, programme = slug) => {
    const ticket = newTicket(site.deps.secret, new Date(site.time.now.getTime() - 10_000))
    const form = { ...filled, programme, classification, ticket, _key: newId(site.time.now) }
    const sent = await site.post(requestPaths.new(), form, { as })
    assert.equal(sent.status, 303, await sent.text())
    const id = ticket.split('.')[0]!
    const { rows } = await set.db.admin.pool.query(
      `select payload from events where subject_id = $1 and name = 'information-request.received'`,
      [id],
    )
    return { id, follow: requestPaths.follow(linkToken(site.deps.secret, id)), payload: rows[0].payload as object }
  }
  const pageAs = async (path: string, as?: Actor) => (await site.get(path, { as })).text()

  test('leaves the decision with the request: on its pages, in the event, and in the API, also once it has ended', async () => {
    const id = await set.withhold(await set.plan('Rujukan balita'), { label: 'Daftar balita' })
    const form = await page(`/information-requests/new?programme=${slug}&classification=${id}`)
    assert.ok(form.includes(`name="classification" value="${id}"`))
    const filed = await filedFrom(id)
    assert.equal((filed.payload as { classification?: string }).classification, id)
    for (const path of [requestPaths.one(filed.id), filed.follow])
      assert.match(
        await page(path),
        new RegExp(`Dibuat dari keputusan[\\s\\S]*${paths.one(slug, id)}[\\s\\S]*Daftar balita`),
      )
    await set.done(declassifyRecord, { slug, id, class: 'public', reason: 'Sudah selesai' })
    const told = (await (await site.get(`/api/v1${requestPaths.one(filed.id)}`)).json()) as {
      data: { decision: object }
    }
    assert.deepEqual(told.data.decision, { id, label: 'Daftar balita', lang: 'id' })
    const again = sql`insert into information_request_decisions values (${filed.id}, ${id}, now())`
    await assert.rejects(
      writeAs(set.db.app, set.actors.officer, site.time.now, (tx) => again.execute(tx)),
      /row-level/,
    )
    const gone = sql`delete from information_request_decisions`
    await assert.rejects(
      writeAs(set.db.app, set.actors.officer, site.time.now, (tx) => gone.execute(tx)),
      /permission denied/,
    )
  })

  test('one that is told to members alone is shown to them alone, and is in no event; what a stranger guesses is not kept', async () => {
    const hidden = {
      class: 'restricted',
      ground: '17a',
      expiresOn: '2028-01-01',
      endsWhen: undefined,
      hidesExistence: true,
    }
    const id = await set.withhold(await set.plan('Nama saksi'), { ...hidden, label: 'Laporan saksi' })
    const member = await filedFrom(id, set.actors.observer)
    assert.deepEqual(Object.keys(member.payload), ['dueOn', 'channel'])
    assert.match(await pageAs(requestPaths.one(member.id), set.actors.officer), /Laporan saksi/)
    for (const who of [undefined, set.actors.resident, set.actors.expiredSeat]) {
      assert.doesNotMatch(await pageAs(requestPaths.one(member.id), who), /Laporan saksi|Dibuat dari/)
      const rows = await readAs(set.db.app, who ?? set.actors.visitor, site.time.now, (tx) =>
        sql`select 1 from information_request_decisions where request_id = ${member.id}`.execute(tx),
      )
      assert.deepEqual(rows.rows, [])
    }
    for (const guessed of [id, newId(site.time.now)]) {
      const filed = await filedFrom(guessed)
      assert.deepEqual(Object.keys(filed.payload), ['dueOn', 'channel'])
      assert.doesNotMatch(await pageAs(requestPaths.one(filed.id), set.actors.officer), /Dibuat dari/)
    }
  })
})
