import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { documentPaths } from './paths.ts'
import { pdfFile } from './testing/fixtures.ts'
import { stage } from './testing/stage.ts'

const { db, site, actors, slug, programmeId, plan, send, add, page, stored } = await stage()
const task = await plan()

test('a file is attached to a task by a plain form, shown on its page, and given out as it was sent', async () => {
  const id = await add(actors.officer, task, { title: 'Berita acara', name: 'berita acara.pdf' })
  const shown = await page(`/programmes/${slug}/tasks/${task}`)
  assert.match(shown, new RegExp(`href="/documents/${id}"><span>Berita acara<`))
  const one = await page(documentPaths.one(id))
  assert.match(one, /Berita acara/)
  assert.match(one, /Dinas Kesehatan Kabupaten Contoh/)
  assert.match(one, new RegExp(createHash('sha256').update(pdfFile()).digest('hex')))
  assert.match(one, /24 November 2026/)
  const file = await site.get(documentPaths.file(id))
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), pdfFile())
})

test('a file can only be saved: it never runs as a page of this site', async () => {
  const id = await add(actors.officer, task, { name: '../../sur\u202eat "kepala" – tamat.pdf' })
  const { headers } = await site.get(documentPaths.file(id))
  assert.equal(headers.get('content-type'), 'application/pdf')
  assert.equal(
    headers.get('content-disposition'),
    `attachment; filename="surat kepala _ tamat.pdf"; filename*=UTF-8''surat%20kepala%20%E2%80%93%20tamat.pdf`,
  )
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  const policy = headers.get('content-security-policy')!.split('; ')
  for (const part of [
    "default-src 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    'sandbox',
  ])
    assert.ok(policy.includes(part), part)
  assert.equal(headers.get('cache-control'), 'public, no-cache')
  assert.equal(headers.get('content-length'), String(pdfFile().length))
  const again = await site.get(documentPaths.file(id), { headers: { 'if-none-match': headers.get('etag')! } })
  assert.deepEqual([again.status, await again.text()], [304, ''])
})

test('what members alone may read is kept by nobody in between', async () => {
  const id = await add(actors.officer, task, { own: 'members' })
  const { status, headers } = await site.get(documentPaths.file(id), { as: actors.otherOfficer })
  assert.deepEqual([status, headers.get('cache-control')], [200, 'private, no-store'])
  assert.equal((await site.get(documentPaths.file(id))).status, 404)
  assert.equal((await site.get(documentPaths.one(id))).status, 404)
  assert.match(await page(documentPaths.list(slug)), /1 catatan untuk anggota/)
})

test('its kind is told from its content, and its name gets that ending', async () => {
  const id = await add(actors.officer, task, { file: 'desa;keluarga\nContoh;12\n', name: 'daftar.csv' })
  const wrong = await add(actors.officer, task, { name: 'foto.jpg' })
  const { headers } = await site.get(documentPaths.file(id))
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.match((await site.get(documentPaths.file(wrong))).headers.get('content-disposition')!, /foto\.pdf/)
})

test('a refused file leaves the form as it was typed, says what to do, and nothing on disk', async () => {
  const before = await stored()
  const response = await send(actors.officer, task, { title: 'Gambar <b>', file: '<svg onload="x()"/>', name: 'a.svg' })
  const text = await response.text()
  assert.equal(response.status, 422)
  assert.match(text, /Cetak menjadi PDF/)
  assert.match(text, /value="Gambar &lt;b>"|value="Gambar &lt;b&gt;"/)
  assert.deepEqual(await stored(), before)
})

test('a file without a title, and a title without a file, are sent back', async () => {
  const before = await stored()
  const untitled = await send(actors.officer, task, { title: ' ' })
  assert.match(await untitled.text(), /Isian ini belum diisi[\s\S]*Pilih berkasnya sekali lagi/)
  const unfiled = await send(actors.officer, task, { file: '', name: '' })
  assert.match(await unfiled.text(), /Pilih berkas yang ada isinya/)
  assert.deepEqual([untitled.status, unfiled.status, await stored()], [422, 422, before])
})

test('stored files have random names', async () => {
  for (const path of await stored()) assert.match(path, /^[0-9a-f]{48}$/)
})

test('withdrawn with a reason: everyone reads that, and only keepers and overseers the file', async () => {
  const id = await add(actors.officer, task, { title: 'Daftar nama' })
  const form = { reason: 'Memuat nama anak' }
  assert.equal((await site.post(documentPaths.withdrawal(id), form, { as: actors.otherOfficer })).status, 403)
  assert.equal((await site.post(documentPaths.withdrawal(id), {}, { as: actors.head })).status, 422)
  assert.equal((await site.post(documentPaths.withdrawal(id), form, { as: actors.head })).status, 303)
  assert.match(await page(documentPaths.one(id)), /Berkas ini ditarik: Memuat nama anak/)
  const statuses: Record<string, number> = {}
  for (const [who, as] of Object.entries(actors))
    if (as.kind !== 'job') statuses[who] = (await site.get(documentPaths.file(id), { as })).status
  const open = Object.keys(statuses).filter((who) => statuses[who] === 200)
  assert.deepEqual(open.sort(), ['auditor', 'coordinator', 'deputy', 'head', 'informationOfficer', 'officer'])
  assert.ok(Object.values(statuses).every((status) => status === 200 || status === 403))
  assert.equal((await site.post(documentPaths.withdrawal(id), form, { as: actors.head })).status, 403)
})

test('what happened is an event, by ids and codes alone', async () => {
  const { rows } = await db.admin.pool.query(
    `select distinct name, (select string_agg(key, ' ' order by key) from jsonb_object_keys(payload::jsonb) key) as keys
     from events where name like 'document.%' order by name`,
  )
  assert.deepEqual(rows, [
    { name: 'document.added', keys: 'kind record sha256 size' },
    { name: 'document.withdrawn', keys: 'record' },
  ])
})

test('the list of a programme is searched, narrowed and sorted by link', async () => {
  await add(actors.coordinator, programmeId, { title: 'Piagam bertanda tangan' })
  const found = await page(`${documentPaths.list(slug)}?q=piagam&kind=pdf&sort=size&dir=desc`)
  assert.match(found, /Piagam bertanda tangan/)
  assert.doesNotMatch(found, /Daftar nama/)
  assert.match(await page(`${documentPaths.list(slug)}?q=tidakada`), /Tidak ada berkas yang cocok/)
  const answer = await site.get(`/api/v1${documentPaths.list(slug)}?q=piagam`)
  const api = (await answer.json()) as { data: { rows: { title: string }[] } }
  assert.equal(api.data.rows[0]!.title, 'Piagam bertanda tangan')
  assert.doesNotMatch(JSON.stringify(api), /storage|created_by/)
})

test('programs send the same form, with their own key', async () => {
  const body = new FormData()
  body.append('title', 'Dari program')
  body.append('file', new File([new Uint8Array(pdfFile())], 'a.pdf'))
  const path = `/api/v1${documentPaths.add(slug, task)}`
  const ask = { method: 'POST', headers: { 'idempotency-key': '01900000-0000-7000-8000-0000000000aa' } }
  const first = await site.post(path, body, { as: actors.officer, headers: ask.headers })
  const second = await site.post(path, body, { as: actors.officer, headers: ask.headers })
  const told = await first.json()
  assert.match(JSON.stringify(told), /^{"data":{"id":"[0-9a-f-]{36}"}}$/)
  assert.deepEqual(await second.json(), told)
})
