import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { testSite } from '#kernel/testing/site.ts'
import { closeVote } from '#modules/decisions/operations/close-vote.ts'
import { linkDecision } from '#modules/decisions/operations/link-decision.ts'
import { publishDecision } from '#modules/decisions/operations/publish-decision.ts'
import { decisionPaths } from '#modules/decisions/paths.ts'
import { decisionSignals } from '#modules/decisions/signals.ts'
import { stage } from '#modules/decisions/testing/stage.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { pdfFile } from '#modules/documents/testing/fixtures.ts'
import { meetingPaths } from '#modules/meetings/paths.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { resourcePaths } from '#modules/resources/paths.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { allModules, decisionLinks } from './modules.ts'

const set = await stage({ rule: 'majority' })
const { db, slug, actors, programmeId } = set
const site = testSite(db, allModules({ demoSignIns: [] }), { now: set.now })
const samples = new Samples(set, db.admin.pool, await readCatalogue(db.admin.pool))

const add = async (record: string, title: string, as = actors.officer, own = 'public') => {
  const form = new FormData()
  form.append('own', own)
  form.append('title', title)
  form.append('file', new File([new Uint8Array(pdfFile())], 'a.pdf'))
  const response = await site.post(documentPaths.add(slug, record), form, { as })
  assert.equal(response.status, 303, await response.text())
  return response.headers.get('location')!.split('/').at(-1)!
}
const withdraw = async (id: string) => {
  const response = await site.post(documentPaths.withdrawal(id), { reason: 'Salah berkas' }, { as: actors.officer })
  assert.equal(response.status, 303)
}
const page = async (path: string, as?: typeof actors.officer) => (await site.get(path, { as })).text()

describe('files explain decisions', () => {
  const explained = async () => {
    const job = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
    const measure = decisionSignals.measures.find((one) => one.indicator === 'T1')!
    return readAs(db.jobs, job, set.now, async (tx) => {
      const found = await measure.measure(tx, evaluationAt(programmeId, '2026-11-28', 90, await readCalendar(tx)))
      return found.kind === 'measured' ? [found.k, found.n] : found.kind
    })
  }

  test('as links do: one list on the page, and one document more for T1 until it is withdrawn', async () => {
    const decision = await set.voting()
    for (const head of set.heads) await set.vote(decision, head, 'yes')
    await set.done(closeVote, { decision })
    await set.done(publishDecision, { decision, answer: 'Ya', reason: 'Cukup' })
    assert.deepEqual(await explained(), [0, 1])
    const file = await add(decision, 'Telaah hukum')
    assert.deepEqual(await explained(), [1, 1])
    await withdraw(file)
    assert.deepEqual(await explained(), [0, 1])
    const url = 'https://contoh.go.id/telaah'
    await set.done(linkDecision(decisionLinks), { decision, title: 'Telaah ekonomi', url })
    assert.deepEqual(await explained(), [1, 1])
    const shown = await page(decisionPaths.decision(decision))
    const part = shown.slice(
      shown.indexOf('id="k-dokumen"'),
      shown.indexOf('</section>', shown.indexOf('id="k-dokumen"')),
    )
    assert.match(part, /Telaah ekonomi/)
    assert.match(part, /Telaah hukum[\s\S]*Ditarik/)
  })
})

describe('the same section stands on', () => {
  const pages: [string, string, (id: string) => string][] = [
    ['meetings', 'meeting', (id) => meetingPaths.one(id)],
    ['commitments', 'commitment', (id) => programmePaths.commitment(slug, id)],
    ['tasks', 'task', (id) => taskPaths.task(slug, id)],
    ['decisions', 'decision', (id) => decisionPaths.decision(id)],
    ['budget_lines', 'budget line', (id) => resourcePaths.line(slug, id)],
    ['contracts', 'contract', (id) => resourcePaths.contract(slug, id)],
    ['resources', 'resource', (id) => resourcePaths.offer(slug, id)],
  ]
  for (const [table, what, path] of pages) {
    test(`the page of a ${what}, with the way to add and, for who may not, the reason`, async () => {
      const id = String((await samples.make(table)).id)
      assert.doesNotMatch(await page(path(id)), /Tambah berkas/)
      assert.match(await page(path(id), actors.officer), new RegExp(`href="${documentPaths.add(slug, id)}"`))
      assert.match(await page(path(id), actors.observer), /Pengamat dan pengawas membaca berkas/)
      const document = await add(id, `Bahan ${what}`)
      assert.match(await page(path(id)), new RegExp(`href="${documentPaths.one(document)}"`))
      assert.match(await page(documentPaths.one(document)), new RegExp(`href="${path(id)}"`))
    })
  }

  test('the page of a programme, and on none of a record that one does not see', async () => {
    const document = await add(programmeId, 'Piagam')
    assert.match(await page(programmePaths.programme(slug)), new RegExp(documentPaths.one(document)))
    const closed = String((await samples.make('meetings', 'restricted')).id)
    const hidden = await add(closed, 'Undangan tertutup')
    assert.equal((await site.get(documentPaths.one(hidden))).status, 404)
  })
})

describe('a file shows what is reported on a commitment', () => {
  const report = (commitment: string, fields: Record<string, string>, as = actors.officer) =>
    site.post(
      programmePaths.commitmentReport(slug, commitment),
      { _key: newId(site.time.now), lang: 'id', text: 'Sudah diserahkan', ...fields },
      { as },
    )

  test('of its own or its programme only, on the form, on the page, in the API and in the database', async () => {
    const [id, other] = [String((await samples.make('commitments')).id), String((await samples.make('commitments')).id)]
    const own = await add(id, 'Berita acara serah terima')
    const shared = await add(programmeId, 'Laporan program')
    const elsewhere = await add(other, 'Berkas janji lain')
    const form = await page(programmePaths.commitmentReport(slug, id), actors.officer)
    assert.match(form, /Berita acara serah terima<\/option>[\s\S]*Laporan program<\/option>/)
    assert.doesNotMatch(form, /Berkas janji lain/)
    const wrong = await report(id, { document: elsewhere })
    assert.deepEqual([wrong.status, /Pilih dari berkas janji ini/.test(await wrong.text())], [422, true])
    for (const document of [own, shared]) assert.equal((await report(id, { document })).status, 303)
    const shown = await page(programmePaths.commitment(slug, id))
    for (const document of [own, shared])
      assert.match(shown, new RegExp(`Berkas: <a class="govuk-link" href="/documents/${document}"`))
    const api = (await (await site.get(`/api/v1${programmePaths.commitment(slug, id)}`)).json()) as {
      data: { record: { reports: { file: { id: string } }[] } }
    }
    assert.deepEqual(api.data.record.reports.map((one) => one.file.id).sort(), [own, shared].sort())
    const write = (document: string) =>
      writeAs(db.app, actors.officer, set.now, (tx) =>
        sql`insert into commitment_reports (id, commitment_id, text, on_day, created_at, created_by, document_id)
          values (gen_random_uuid(), ${id}, 'x', '2026-11-20', now(), ${actors.officer.personId}, ${document})`.execute(
          tx,
        ),
      )
    await assert.rejects(write(elsewhere), /none of the commitment/)
    await withdraw(own)
    await assert.rejects(write(own), /none of the commitment/)
    assert.match(await page(programmePaths.commitment(slug, id)), /Berkasnya ditarik atau tidak terbuka untuk Anda/)
    assert.equal((await report(id, { document: own })).status, 422)
  })

  test('and is closed with the document, to whoever may not read that', async () => {
    const id = String((await samples.make('commitments')).id)
    const closed = await add(id, 'Daftar penerima', actors.officer, 'restricted')
    assert.equal((await report(id, { document: closed })).status, 303)
    const path = programmePaths.commitment(slug, id)
    assert.match(
      await page(path, actors.officer),
      new RegExp(`Berkas: <a class="govuk-link" href="/documents/${closed}"`),
    )
    for (const reader of [undefined, actors.observer]) {
      const shown = await page(path, reader)
      assert.match(shown, /Berkasnya ditarik atau tidak terbuka untuk Anda/)
      assert.doesNotMatch(shown, /Daftar penerima/)
    }
    const api = await (await site.get(`/api/v1${path}`)).text()
    assert.match(api, /"file":"closed"/)
    assert.doesNotMatch(api, new RegExp(`Daftar penerima|${closed}`))
  })
})

describe('a file is evidence', () => {
  const evidence = (task: string, fields: Record<string, string>) =>
    site.post(
      taskPaths.act(slug, task, 'evidence'),
      { _key: newId(site.time.now), lang: 'id', what: 'Foto', ...fields },
      { as: actors.officer },
    )

  test('of its own task only, on the form, on the page and in the database', async () => {
    const [task, other] = [String((await samples.make('tasks')).id), String((await samples.make('tasks')).id)]
    const document = await add(task, 'Foto serah terima')
    const elsewhere = await add(other, 'Foto lain')
    const form = await page(taskPaths.act(slug, task, 'evidence'), actors.officer)
    assert.match(form, /Foto serah terima<\/option>/)
    assert.doesNotMatch(form, /Foto lain/)
    const wrong = await evidence(task, { document: elsewhere })
    assert.deepEqual([wrong.status, /Pilih dari berkas tugas ini/.test(await wrong.text())], [422, true])
    const none = await evidence(task, {})
    assert.match(await none.text(), /Beri tautan, berkas, atau uraian/)
    assert.equal((await evidence(task, { document })).status, 303)
    assert.match(
      await page(taskPaths.task(slug, task)),
      new RegExp(`Berkas: <a class="govuk-link" href="/documents/${document}"`),
    )
    await assert.rejects(
      db.admin.pool.query('update task_evidence set document_id = $1 where task_id = $2', [elsewhere, task]),
      /foreign key/,
    )
    await withdraw(document)
    assert.match(await page(taskPaths.task(slug, task)), /Berkasnya ditarik atau tidak terbuka untuk Anda/)
  })
})
