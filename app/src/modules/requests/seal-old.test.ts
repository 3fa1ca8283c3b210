import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeysUnavailable, openKeys } from '#kernel/keys/keys.ts'
import { requestPaths } from './paths.ts'
import { sealOldRequesters } from './seal-old.ts'
import { secretName, secretNik, secretWords, stage } from './testing/stage.ts'

const { actors, db, site, filedAndRegistered, on } = await stage()
const { pool } = db.admin

/** A request as a version before the keys wrote it. */
async function inClear(id: string) {
  const guards = ['nothing_in_clear', 'sealed_until_erased']
  const tables = ['information_requesters', 'information_request_texts']
  const { rows } = await pool.query(
    `select conrelid::regclass::text as tab, conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
      where conname = any ($1) and conrelid = any ($2::regclass[])`,
    [guards, tables],
  )
  assert.equal(rows.length, 4)
  for (const { tab, name } of rows) await pool.query(`alter table ${tab} drop constraint ${name}`)
  await pool.query(
    `update information_requesters set sealed = null, email_sealed = null, name = $2, identity_number = $3, email = 'a@b.example',
      address = 'Jalan 1', sent_hash = 'x' where request_id = $1`,
    [id, secretName, secretNik],
  )
  await pool.query('update information_request_texts set sealed = null, body = $2, links = $3 where request_id = $1', [
    id,
    secretWords,
    ['https://a.example'],
  ])
  for (const { tab, name, rule } of rows) await pool.query(`alter table ${tab} add constraint ${name} ${rule}`)
}

test('what an older version kept in clear is sealed, reads as before, and is in clear no more', async () => {
  on('2026-11-02')
  const { id, token } = await filedAndRegistered()
  await inClear(id)
  assert.ok((await sealOldRequesters(site.deps, site.time.now)) > 0)
  assert.equal(await sealOldRequesters(site.deps, site.time.now), 0)
  const { rows } = await pool.query(
    `select q::text || string_agg(t::text, '') as all, q.sent_hash from information_requesters q
      join information_request_texts t using (request_id) where request_id = $1 group by q.*, q.sent_hash`,
    [id],
  )
  for (const value of [secretName, secretNik, 'a@b.example', 'posyandu', 'https://a.example'])
    assert.ok(!rows[0].all.includes(value))
  assert.equal(rows[0].sent_hash.length, 0)
  const page = await (await site.get(requestPaths.one(id), { as: actors.informationOfficer })).text()
  for (const value of [secretName, secretNik, 'a@b.example', secretWords, 'https://a.example'])
    assert.ok(page.includes(value), value)
  assert.ok((await (await site.get(requestPaths.follow(token))).text()).includes(secretWords))
})

test('with another key-encryption key nothing is sealed, and nothing is lost', async () => {
  const { id } = await filedAndRegistered()
  await inClear(id)
  const { keys } = db.jobs
  const { pathname } = new URL(process.env.MUFAKAT_TEST_ADMIN_URL!)
  const url = new URL(process.env.MUFAKAT_TEST_ADMIN_URL!)
  assert.ok(pathname)
  Object.assign(url, { pathname: '/test_keys', username: 'mufakat_keys', password: 'test-keys' })
  const wrong = openKeys({ url: url.href, wrapping: () => [Buffer.alloc(32, 7)] })
  db.jobs.keys = wrong
  await assert.rejects(sealOldRequesters(site.deps, site.time.now), KeysUnavailable)
  db.jobs.keys = keys
  await wrong.close()
  const { rows } = await pool.query('select name from information_requesters where request_id = $1', [id])
  assert.equal(rows[0].name, secretName)
  assert.ok((await sealOldRequesters(site.deps, site.time.now)) > 0)
})

test('SQL can no longer write anything in clear', async () => {
  const { id } = await filedAndRegistered()
  for (const statement of [
    `update information_requesters set name = 'Siti' where request_id = $1`,
    `update information_request_texts set body = 'Kata' where request_id = $1`,
    'update information_request_texts set sealed = null where request_id = $1',
  ])
    await assert.rejects(pool.query(statement, [id]), /nothing_in_clear|sealed_until_erased/)
})
