import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { operatorModule } from '#modules/operator/module.ts'
import { operatorPaths } from '#modules/operator/paths.ts'
import {
  isDisclosureOf,
  leafHash,
  nothingChecked,
  openCheckpoint,
  parseDisclosure,
  parseReceipt,
  parseVkey,
  verifyLog,
  verifyReceipt,
} from '#packages/transparency-log'
import { transparencyModule } from './module.ts'
import { logPart } from './operator-part.tsx'
import { logPaths } from './paths.ts'
import { happen, newEvent, testFolder, testLog } from './testing/log.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, [transparencyModule({ eventNames: { 'note.made': () => 'Catatan dibuat' } })], {
  now: world.now,
})

const empty = await site.get(logPaths.log())
const early = await site.get(logPaths.checkpoint())

const { start, identity, dataDir } = await testLog(db, () => world.now)
const signer = start()
const key = parseVkey(identity.vkey)
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key])
const noted = newEvent({ programmeId: world.programmeId })
await happen(db, world.now, [...Array.from({ length: 600 }, () => newEvent()), noted])
await signer.idle()

const bytesOf = async (path: string) => {
  const response = await site.get(path)
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined
}
const last = async () => (await db.admin.pool.query('select max(number) as last from event_numbers')).rows[0].last

test('before the first event there is no checkpoint, and the page says so', async () => {
  assert.equal(early.status, 404)
  assert.match(await empty.text(), /Log publik belum dimulai/)
})

test('anybody can verify the whole log over HTTP', async () => {
  const source = { read: (path: string) => bytesOf(`/log/${path}`) }
  const { checkpoint, checked } = await verifyLog(source, open, nothingChecked())
  assert.equal(checkpoint.size, await last())
  assert.equal(checked.bundles, 3)
})

test('what can never change is kept for ever, the checkpoint for a second; nothing sets a cookie', async () => {
  const kept = async (path: string) => {
    const { headers } = await site.get(path)
    assert.equal(headers.get('set-cookie'), null)
    return [headers.get('content-type'), headers.get('cache-control')]
  }
  const forEver = 'public, max-age=31536000, immutable'
  assert.deepEqual(await kept('/log/tile/0/000'), ['application/octet-stream', forEver])
  assert.deepEqual(await kept('/log/tile/entries/000'), ['application/octet-stream', forEver])
  assert.deepEqual(await kept(logPaths.checkpoint()), ['text/plain; charset=utf-8', 'public, max-age=1'])
  assert.equal(await (await site.get(logPaths.vkey())).text(), `${identity.vkey}\n`)
})

test('tiles that the checkpoint does not imply, and paths that are no tiles, are not there', async () => {
  const size = await last()
  const beyond = (size % 256) + 1
  await db.admin.pool.query(`insert into log_entries select $1 + i, 'not signed' from generate_series(0, 5) i`, [size])
  const paths = [`0/002.p/${beyond}`, `entries/002.p/${beyond}`, '0/003', '0/2', '64/000', '0/000.p/0', '..%2f..%2fetc']
  for (const path of paths) {
    const response = await site.get(`/log/tile/${path}`)
    assert.deepEqual([response.status, response.headers.get('cache-control')], [404, 'no-store'], path)
  }
  assert.equal((await site.get(logPaths.entry(size + 1))).status, 404)
  assert.equal((await site.get(logPaths.proof(size + 1))).status, 404)
  assert.equal((await site.get('/log/proof/0.tlog-proof')).status, 404)
  await db.admin.pool.query(`alter table log_entries disable trigger append_only; delete from log_entries where entry = 'not signed';
    alter table log_entries enable trigger append_only`)
})

test('the receipt of an event verifies offline, with its entry and the key alone', async () => {
  const number = await last()
  const entry = (await bytesOf(logPaths.entry(number)))!
  const receipt = parseReceipt((await bytesOf(logPaths.proof(number)))!)
  const { checkpoint } = verifyReceipt(receipt, entry, open)
  assert.equal(checkpoint.size, number)
  assert.throws(() => verifyReceipt(receipt, Buffer.concat([entry, Buffer.from(' ')]), open), /not number/)
})

test('the page of a record shows its events, checked, with proof and entry; in both languages', async () => {
  const number = await last()
  const page = await (await site.get(logPaths.record(noted.subjectId))).text()
  assert.match(page, /Catatan dibuat/)
  assert.match(page, /Belum berubah sejak dicatat/)
  assert.ok(page.includes(logPaths.proof(number)) && page.includes(logPaths.entry(number)))
  const leaf = Buffer.from(leafHash((await bytesOf(logPaths.entry(number)))!)).toString('hex')
  assert.ok(page.includes(leaf.match(/.{4}/g)!.join(' ')))
  assert.match(await (await site.get(logPaths.record(noted.subjectId), { lang: 'en' })).text(), /Unchanged since/)
  assert.equal((await site.get(logPaths.record('01900000-0000-7000-8000-000000000001'))).status, 404)
})

test('the page of the log names key, origin and how to check', async () => {
  const page = await (await site.get(logPaths.log())).text()
  assert.ok(page.includes(identity.vkey) && page.includes(identity.origin))
  assert.match(page, /npx tlog verify http:\/\/localhost:3000\/log /)
  assert.match(await (await site.get(logPaths.log(), { lang: 'en' })).text(), /Check it yourself/)
})

test('the operator’s page says whether the log is signed, and why not', async () => {
  const operating = testSite(db, [operatorModule([logPart])], { now: world.now })
  const as = world.actors.operator
  Object.assign(operating.deps.config, { dataDir })
  assert.match(await (await operating.get(operatorPaths.work(), { as })).text(), /Ditandatangani sampai peristiwa/)
  Object.assign(operating.deps.config, { dataDir: testFolder() })
  assert.match(
    await (await operating.get(operatorPaths.work(), { as })).text(),
    /kunci tanda tangan \(log-key\) tidak ada/,
  )
  assert.match(
    await (await operating.get(operatorPaths.work(), { as, lang: 'en' })).text(),
    /The public log has stopped/,
  )
})

test('who and when can be proved by those who read it on the pages, and by nobody else', async () => {
  const { actors, programmeId } = world
  const append = `insert into events (id, name, programme_id, class, subject_kind, subject_id, person_id, at)
    values (gen_random_uuid(), 'note.made', $1, $2, 'note', gen_random_uuid(), $3, now())`
  for (const recordClass of ['public', 'members', 'restricted'])
    await db.admin.pool.query(append, [programmeId, recordClass, world.people.head.id])
  await db.admin.pool.query(append, [programmeId, 'public', world.people.resident.id])
  await happen(db, world.now, [])
  await signer.idle()
  const size = (await last()) - 1
  const ask = async (number: number, as: Actor) => {
    const response = await site.get(`/api/v1${logPaths.disclosures(number)}`, { as })
    if (response.status === 404) return []
    const { data } = (await response.json()) as { data: { disclosures: object[] } }
    return data.disclosures.map((one) => parseDisclosure(JSON.stringify(one)))
  }
  const [open, members, restricted] = [size - 2, size - 1, size]
  const told = await ask(open, actors.officer)
  const entry = (await bytesOf(logPaths.entry(open)))!
  assert.ok(told.length === 3 && told.every((one) => isDisclosureOf(entry, one)))
  assert.equal(told.find(({ name }) => name === 'actor')?.value, world.people.head.id)
  const ofResident = await ask(size + 1, actors.officer)
  assert.deepEqual(ofResident.map(({ name }) => name).sort(), ['at', 'id'])
  const whole = await ask(members, actors.officer)
  const closed = (await bytesOf(logPaths.entry(members)))!
  assert.ok(whole.length === 3 && whole.every((one) => isDisclosureOf(closed, one)))
  for (const number of [open, members, restricted])
    for (const as of [{ kind: 'visitor' } as const, actors.resident, actors.operator])
      assert.deepEqual(await ask(number, as), [])
  const entitled = ['coordinator', 'deputy', 'auditor', 'informationOfficer']
  for (const [who, as] of Object.entries(actors).filter(([, { kind }]) => kind === 'person'))
    assert.equal((await ask(restricted, as)).length, entitled.includes(who) ? 3 : 0, who)
  await db.admin.pool.query(`update programmes set class = 'secret' where id = $1`, [programmeId])
  assert.deepEqual(await ask(open, actors.officer), [])
  await db.admin.pool.query(`update programmes set class = 'public' where id = $1`, [programmeId])
})

test('an event that waits for its turn says so, and a tampered tile is told on the page', async () => {
  await signer.stop()
  const waiting = newEvent()
  await happen(db, world.now, [waiting])
  assert.match(await (await site.get(logPaths.record(waiting.subjectId))).text(), /Menunggu giliran/)
  const tamper = async (sql: string) => {
    await db.admin.pool.query('alter table log_tiles disable trigger grows')
    await db.admin.pool.query(sql)
    await db.admin.pool.query('alter table log_tiles enable trigger grows')
  }
  await tamper(
    `update log_tiles set hashes = overlay(hashes placing '\\x00000000' from 1 for 4) where level = 0 and position = 2`,
  )
  const page = await (await site.get(logPaths.record(noted.subjectId))).text()
  assert.match(page, /tidak cocok dengan log/)
})
