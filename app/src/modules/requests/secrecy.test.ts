import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { followBatch } from '#kernel/followers/batch.ts'
import { actorOf } from '#kernel/followers/follower.ts'
import { addressOf } from '#kernel/mail/sealed-address.ts'
import { mailBody } from '#kernel/session/single-use.ts'
import { requestMails } from './followers.ts'
import { newTicket } from './link.ts'
import { answerRequest } from './operations/answer-request.ts'
import { fileRequest } from './operations/file-request.ts'
import { handOverRequest } from './operations/hand-over-request.ts'
import { requestPaths } from './paths.ts'
import { eraseOldRequesters } from './retention.ts'
import { filled, secretMail, secretName, secretNik, secretWords, stage } from './testing/stage.ts'

const { actors, site, done, act, ticket, file, filedAndRegistered, on, db, slug, secret, organisations, visitor } =
  await stage()
const asked = (actor: Actor, statement: ReturnType<typeof sql>, now = site.time.now) =>
  readAs(db.app, actor, now, async (tx) => (await statement.execute(tx)).rows)

describe('what the database opens', () => {
  test('who asks is read by the officer and the requester; the words in part by who holds it; SQL gets no further', async () => {
    on('2026-11-02')
    const { id } = await filedAndRegistered()
    const own = await file({}, actors.resident)
    await done(handOverRequest, { request: id, party: organisations.other.id, instruction: 'Mohon datanya.' })
    const names = sql<{ sealed: Buffer }>`select sealed from information_requesters`
    const words = sql<{
      kind: string
    }>`select kind from information_request_texts where request_id = ${id} order by kind`
    for (const [who, actor] of Object.entries(actors)) {
      const found = (await asked(actor as Actor, actor.kind === 'job' ? sql`select 1 where false` : names)).length
      assert.equal(found, who === 'informationOfficer' ? 2 : who === 'resident' ? 1 : 0, who)
    }
    const kinds = async (actor: Actor) => (await asked(actor, words)).map((row) => (row as { kind: string }).kind)
    assert.deepEqual(await kinds(actors.otherOfficer), ['asked', 'instruction', 'purpose'])
    for (const actor of [actors.officer, actors.head, actors.coordinator, actors.auditor, actors.expiredSeat, visitor])
      assert.deepEqual(await kinds(actor), [])
    // a seat that has ended opens nothing, on the day after
    await db.admin.pool.query("update seats set last_day = '2026-11-02' where person_id = $1", [
      actors.otherOfficer.personId,
    ])
    assert.deepEqual(await kinds(actors.otherOfficer), ['asked', 'instruction', 'purpose'])
    assert.deepEqual(await asked(actors.otherOfficer, words, new Date('2026-11-03T03:00:00Z')), [])
    await assert.rejects(
      asked(actors.informationOfficer, sql`select * from information_request_tokens`),
      /permission denied/,
    )
    const forgedToken = sql`select set_config('mufakat.request_token', ${'a'.repeat(64)}, true), sealed from information_requesters`
    assert.deepEqual(await asked(visitor, forgedToken), [])
    assert.ok(own.id)
  })

  test('number, day and state of a request are not the sender’s to choose', async () => {
    const insert = sql<{ year: number; sequence: number; received_on: string; state: string; outcome: null }>`
      insert into information_requests (id, year, sequence, channel, lang, received_on, first_due_on, due_on, rule_version,
        calendar_version, state, outcome, created_at)
      values (gen_random_uuid(), 1999, 1, 'web', 'id', '2020-01-01', '2020-01-01', '2020-01-01', 1, 1, 'answered', 'full', now())
      returning year, sequence, received_on, state, outcome`
    on('2026-11-09')
    const { rows } = await writeAs(db.app, visitor, site.time.now, (tx) => insert.execute(tx))
    const { year, received_on, state, outcome } = rows[0]!
    assert.deepEqual([year, received_on, state, outcome], [2026, '2026-11-09', 'open', null])
    const desk = sql`insert into information_requests (id, year, sequence, channel, lang, received_on, first_due_on, rule_version,
      calendar_version, state, created_at, created_by) values (gen_random_uuid(), 1, 1, 'desk', 'id', '2020-01-01', '2020-01-01', 1, 1,
      'open', now(), ${actors.officer.personId})`
    await assert.rejects(
      writeAs(db.app, actors.officer, site.time.now, (tx) => desk.execute(tx)),
      /row-level security/,
    )
  })
})

describe('the door', () => {
  test('a wrong link opens nothing, looks like any unknown page, and is slowed; a right one is not counted, and what it opens is kept by nobody', async () => {
    const { token } = await file()
    const from = { headers: { 'x-forwarded-for': '203.0.113.9' } }
    const guess = (index: number) => requestPaths.follow(`${String(index).padStart(3, '0')}${'x'.repeat(40)}`)
    const answers = new Set<string>()
    for (const path of [guess(1), guess(2), requestPaths.follow('pendek'), requestPaths.follow('a'.repeat(5000))]) {
      const response = await site.get(path)
      assert.equal(response.status, 404)
      answers.add((await response.text()).replace(/(href|value|action)="[^"]*"/g, ''))
    }
    assert.equal(answers.size, 1)
    for (const door of ['', '/api/v1']) {
      const found = await site.get(`${door}${requestPaths.follow(token)}`, from)
      assert.deepEqual([found.status, found.headers.get('cache-control')], [200, 'no-store'], door)
    }
    let refusedAt = 0
    for (let index = 0; index < 1100 && !refusedAt; index += 100) {
      await db.admin.pool.query(
        "update attempt_limits set attempts = attempts + 100 where scope = 'information-link-all'",
      )
      if ((await site.get(guess(index))).status === 429) refusedAt = index + 1
    }
    assert.ok(refusedAt > 0)
    await db.admin.pool.query('delete from attempt_limits')
    assert.equal((await site.get(requestPaths.own((await file()).id), { as: actors.resident })).status, 404)
  })

  test('too many requests at once are slowed, and what was typed is given back', async () => {
    await site.post(requestPaths.new(), { ...filled, ticket: 'x' })
    await db.admin.pool.query("update attempt_limits set attempts = 230 where scope = 'information-request-all'")
    const slowed = await site.post(requestPaths.new(), { ...filled, ticket: ticket() })
    assert.equal(slowed.status, 429)
    assert.ok(Number(slowed.headers.get('retry-after')) > 0)
    assert.ok((await slowed.text()).includes(secretName))
    await db.admin.pool.query('delete from attempt_limits')
  })

  test('markup, formulas, turned-around text and endless input do no harm', async () => {
    const odd = { asked: '<script>alert(1)</script>\n=HYPERLINK("x")\u202e\u0007rahasia', name: '"><img src=x>' }
    const { id, token } = await file(odd)
    const page = await (await site.get(requestPaths.follow(token))).text()
    assert.ok(!page.includes('<script>') && page.includes('&lt;script&gt;'))
    assert.ok(!page.includes('\u202e') && !page.includes('\u0007') && page.includes('=HYPERLINK'))
    assert.ok(
      !(await (await site.get(requestPaths.one(id), { as: actors.informationOfficer })).text()).includes('<img src=x>'),
    )
    const huge = await site.post(requestPaths.new(), { ...filled, ticket: ticket(), asked: 'a'.repeat(5000) })
    assert.equal(huge.status, 422)
    assert.equal((await site.get('/information-requests/bukan-id')).status, 404)
    assert.equal((await site.get('/information-requests?sort=x&page=-1&state=;drop')).status, 200)
  })
})

test('the same form at the same moment is one request, and two officers answer once', async () => {
  on('2026-11-10')
  const one = newTicket(secret, new Date(site.time.now.getTime() - 9_000))
  const input = { ...filled, programme: slug, ticket: one }
  const kinds = (await Promise.all([1, 2, 3].map(() => act(fileRequest(secret), input, visitor)))).map(
    ({ kind }) => kind,
  )
  assert.deepEqual(kinds.sort(), ['conflict', 'conflict', 'done'])
  site.time.now = new Date(site.time.now.getTime() + 1000)
  const { id } = await filedAndRegistered()
  const answer = (text: string) => act(answerRequest, { request: id, outcome: 'full', answer: text })
  const both = (await Promise.all([answer('Satu'), answer('Dua')])).map(({ kind }) => kind)
  assert.deepEqual(both.sort(), ['denied', 'done'])
  const numbers = await Promise.all(
    [1, 2, 3, 4].map(() => act<{ code: string }>(fileRequest(secret), { ...input, ticket: ticket() }, visitor)),
  )
  assert.equal(new Set(numbers.map((outcome) => outcome.kind === 'done' && outcome.value.code)).size, 4)
})

test('mails carry number, day and link, and nothing of who asks or what', async () => {
  on('2026-11-12')
  const { id, token } = await filedAndRegistered({ lang: 'en' })
  await done(answerRequest, { request: id, outcome: 'full', answer: 'Rahasia jawaban.' })
  const follower = requestMails({ baseUrl: 'https://mufakat.example', clock: () => site.time.now })
  const deliver = () =>
    writeAs(db.jobs, actorOf(follower), site.time.now, async (tx) => {
      await sql`select mufakat.number_events(1000)`.execute(tx)
      await followBatch(tx, follower, (async (_tx: unknown, _which: unknown, _number: unknown, error: unknown) => {
        throw error
      }) as never)
    })
  await deliver()
  await deliver()
  const { rows } = await db.admin.pool.query("select * from mails where capability = 'information-request:' || $1", [
    id,
  ])
  assert.deepEqual(rows.map((mail) => mail.subject).sort(), [
    `Information request ${await codeFor(id)} was answered`,
    `We received your information request ${await codeFor(id)}`,
  ])
  for (const mail of rows) {
    assert.deepEqual([mail.address, await addressOf(mail, db.jobs.keys)], ['', secretMail])
    for (const held of [secretName, secretNik, secretWords, 'Rahasia jawaban', token])
      assert.ok(!`${mail.subject} ${mail.body}`.includes(held), held)
    assert.ok(mailBody(secret, mail).includes(`https://mufakat.example${requestPaths.follow(token)}`))
  }
  const staff = await db.admin.pool.query('select person_id, subject, body from mails where person_id is not null')
  assert.ok(staff.rows.some((mail) => mail.person_id === actors.informationOfficer.personId))
  for (const mail of staff.rows)
    for (const held of [secretName, secretMail, secretWords, token])
      assert.ok(!`${mail.subject} ${mail.body}`.includes(held))
})

const codeFor = async (id: string) => {
  const { rows } = await db.admin.pool.query('select year, sequence from information_requests where id = $1', [id])
  return `PI-${rows[0].year}-${String(rows[0].sequence).padStart(4, '0')}`
}

test('years after it was closed, who asked and what was written are erased; number and decision stay', async () => {
  on('2026-11-16')
  const { id, token } = await filedAndRegistered()
  await done(answerRequest, { request: id, outcome: 'full', answer: 'Ini.' })
  const kept = async () =>
    (await db.admin.pool.query('select erased_at from information_requesters where request_id = $1', [id])).rows[0]
      .erased_at === null
  await eraseOldRequesters(site.deps, new Date('2031-11-15T03:00:00Z'))
  assert.ok(await kept())
  assert.ok((await eraseOldRequesters(site.deps, new Date('2031-11-18T03:00:00Z'))) > 0)
  const { rows } = await db.admin.pool.query(
    'select num_nonnulls(q.name, q.sealed, q.email_sealed, q.person_id) + count(t.body) + count(t.sealed) as left from information_requesters q join information_request_texts t using (request_id) where request_id = $1 group by q.request_id',
    [id],
  )
  assert.equal(rows[0].left, 0)
  assert.deepEqual(await db.jobs.keys.erased([id]), new Set([id]))
  const page = await (await site.get(requestPaths.follow(token))).text()
  assert.match(page, /Sudah dihapus/)
  assert.match(page, /Diberikan seluruhnya/)
})
