import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { objectToAnswer } from '#modules/requests/operations/object-to-answer.ts'
import { reconsiderAnswer } from '#modules/requests/operations/reconsider-answer.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { saying, secretMail, secretName, secretNik, secretWords } from '#modules/requests/testing/stage.ts'
import { askOwnErasure, askRequestErasure } from './operations/ask-erasure.ts'
import { decideErasure } from './operations/decide-erasure.ts'
import { erasurePaths } from './paths.ts'
import { everythingIn, stage } from './testing/stage.ts'

const set = await stage()
const { actors, db, site, done, act, answered, on, settle, visitor } = set
const officer = { as: actors.informationOfficer }
const personal = [secretName, secretNik, secretMail, 'Jalan Rahasia 7', 'tetangga posyandu Melati']
const page = async (path: string, ask: { as?: Actor; lang?: 'id' | 'en' } = {}) => (await site.get(path, ask)).text()
const refuse = { outcome: 'refuse', ground: 'archive', reason: 'Masih dipakai sebagai bukti sengketa Ibu Siti.' }

describe('a requester asks to be erased', () => {
  test('only by the secret link of a closed request, once; the officer sees the clock and nobody else sees it at all', async () => {
    on('2026-11-03')
    const waiting = await set.filedAndRegistered()
    assert.match(await page(erasurePaths.ofRequest(waiting.token)), /belum selesai. Tunggu jawabannya/)
    assert.match(saying(await act(askRequestErasure, { token: waiting.token }, visitor)), /belum selesai/)
    const { token } = await answered()
    assert.ok((await page(requestPaths.follow(token))).includes(erasurePaths.ofRequest(token)))
    assert.equal((await site.get(erasurePaths.ofRequest('x'.repeat(43)))).status, 404)
    const asked = await site.post(erasurePaths.ofRequest(token), {})
    assert.equal(asked.status, 303)
    assert.match(await page(erasurePaths.ofRequest(token)), /Menunggu putusan.*tinggal 7[12] jam/s)
    assert.match(saying(await act(askRequestErasure, { token }, visitor)), /sudah diminta/)
    on('2026-11-07')
    const list = await page(erasurePaths.list(), officer)
    assert.match(list, /Pemohon informasi.*lewat \d+ jam/s)
    const path = list.match(/\/work\/erasures\/[0-9a-f-]{36}/)![0]
    for (const as of [actors.operator, actors.coordinator, actors.auditor, actors.head, actors.resident, visitor])
      for (const one of [erasurePaths.list(), path, `${path}/decision`])
        assert.notEqual((await site.get(one, { as })).status, 200, one)
    const { rows } = await db.admin.pool.query(
      `select person_id, class, payload from events where name = 'erasure.asked'`,
    )
    assert.deepEqual(rows, [{ person_id: null, class: 'public', payload: {} }])
  })

  test('is decided after a proof, by the officer alone; a refusal has a ground, a sealed reason, and limits', async () => {
    on('2026-11-09')
    const { id, token } = await answered()
    const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
    for (const as of [actors.operator, actors.coordinator, actors.auditor, actors.head, actors.resident, visitor])
      assert.notEqual((await act(decideErasure, { erasure, outcome: 'erase' }, as)).kind, 'done')
    const old = { db: db.app, actor: actors.informationOfficer, now: site.time.now, today: '2026-11-09' }
    const unproved = await run(
      decideErasure,
      { erasure, outcome: 'erase' },
      { ...old, provedAt: new Date('2026-11-08T03:00:00Z') },
    )
    assert.equal(unproved.kind, 'denied')
    assert.match(saying(await act(decideErasure, { erasure, outcome: 'refuse' })), /Pilih dasar hukum/)
    assert.match(saying(await act(decideErasure, { erasure, outcome: 'refuse', ground: 'archive' })), /Tulis alasannya/)
    await done(decideErasure, { erasure, ...refuse })
    assert.match(saying(await act(decideErasure, { erasure, outcome: 'erase' })), /sudah diputus/)
    assert.match(
      await page(erasurePaths.ofRequest(token)),
      /Ditolak, dibatasi.*Wajib disimpan sebagai arsip.*bukti sengketa/s,
    )
    assert.match(await page(erasurePaths.one(erasure), { ...officer, lang: 'en' }), /Has to be kept as an archive/)
    assert.ok(!(await everythingIn(db.admin.pool)).includes('bukti sengketa'))
    // Limited: kept, and read by the officer and the requester alone; nobody writes to them.
    assert.ok((await page(requestPaths.follow(token))).includes(secretWords))
    assert.ok((await page(requestPaths.one(id), officer)).includes(secretName))
    const mails = { kind: 'job', job: 'information-request-mails', classes: ['public'] } as const
    const email = sql`select email_sealed from information_requesters where request_id = ${id}`
    assert.deepEqual((await writeAs(db.jobs, mails, site.time.now, (tx) => email.execute(tx))).rows, [])
  })

  test('a limitation closes the words to the superior who had read them', async () => {
    on('2026-11-10')
    const { id, token } = await answered()
    await done(objectToAnswer, { token, ground: '35d', reason: 'Bukan yang diminta.' }, visitor)
    await done(reconsiderAnswer, { request: id, decision: 'upheld', reason: 'Sudah sesuai.' }, actors.head)
    const words = sql`select kind from information_request_texts where request_id = ${id}`
    const read = async () => (await readAs(db.app, actors.head, site.time.now, (tx) => words.execute(tx))).rows.length
    assert.ok((await read()) > 3)
    const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
    await done(decideErasure, { erasure, ...refuse })
    assert.equal(await read(), 0)
  })
})

describe('erased', () => {
  test('of a requester nothing is left that anyone can read; number, days and decision stay, and the log holds', async () => {
    on('2026-11-12')
    const { id, token } = await answered()
    await settle()
    const before = await set.verify()
    assert.ok((await page(requestPaths.one(id), officer)).includes(secretNik))
    const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
    await done(decideErasure, { erasure, outcome: 'erase' })
    await settle()
    for (const [path, ask] of [
      [requestPaths.one(id), officer],
      [`/api/v1${requestPaths.one(id)}`, officer],
      [requestPaths.follow(token), {}],
      [erasurePaths.one(erasure), officer],
      [requestPaths.register(), {}],
    ] as const) {
      const text = await page(path, ask)
      for (const value of personal) assert.ok(!text.includes(value), `${path}: ${value}`)
    }
    assert.match(await page(requestPaths.follow(token)), /Sudah dihapus.*Diberikan seluruhnya/s)
    assert.match(await page(erasurePaths.ofRequest(token)), /Sudah dihapus/)
    const rows = (text: string) => db.admin.pool.query(text, [id]).then((found) => found.rows)
    assert.deepEqual(
      await rows(
        'select name, sealed, email_sealed, person_id, length(sent_hash) as hash from information_requesters where request_id = $1',
      ),
      [{ name: null, sealed: null, email_sealed: null, person_id: null, hash: 0 }],
    )
    assert.deepEqual(
      await rows(
        'select 1 from information_request_texts where request_id = $1 and (sealed is not null or body is not null)',
      ),
      [],
    )
    assert.deepEqual(await rows('select 1 from mails where sealed_for = $1'), [])
    assert.deepEqual(await rows('select 1 from log_seeds where subjects @> array[$1::uuid] and seed is not null'), [])
    const told = await db.admin.pool.query(
      `select person_id, payload, subject_id from events where name = 'erasure.done'`,
    )
    assert.deepEqual(Object.keys(told.rows[0].payload), ['values'])
    assert.deepEqual([told.rows[0].person_id, told.rows[0].subject_id], [null, erasure])
    assert.ok(told.rows[0].payload.values >= 5)
    const after = await set.verify()
    assert.ok(after.checkpoint.size > before.checkpoint.size)
    assert.equal(after.checked.events, after.checkpoint.size)
    assert.ok(after.checked.erased > before.checked.erased)
    // Nothing more is written about who is gone, and asking again has no use.
    assert.match(saying(await act(askRequestErasure, { token }, visitor)), /sudah diminta/)
    assert.match(saying(await act(objectToAnswer, { token, ground: '35d', reason: 'Terlambat.' }, visitor)), /dihapus/)
  })

  test('whoever is in office keeps the record of it, and asks when it has ended', async () => {
    on('2026-11-13')
    for (const actor of [actors.officer, actors.head, actors.operator, actors.informationOfficer])
      assert.match(saying(await act(askOwnErasure, {}, actor)), /masih memegang kursi/)
    assert.equal((await act(askOwnErasure, {}, visitor)).kind, 'denied')
    assert.match(await page(erasurePaths.own(), { as: actors.officer }), /masih memegang kursi/)
    assert.equal((await site.get(erasurePaths.own())).status, 303)
  })

  test('SQL of the app’s role asks for nobody else, decides nothing and changes nothing that was written', async () => {
    on('2026-11-14')
    const { id, token } = await answered()
    const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
    const now = site.time.now
    const attempts: [Actor, ReturnType<typeof sql>][] = [
      [
        actors.resident,
        sql`insert into erasures values (gen_random_uuid(), 'person', ${actors.head.personId}, ${now}, ${now}, ${actors.resident.personId})`,
      ],
      [
        actors.resident,
        sql`insert into erasures values (gen_random_uuid(), 'information-request', ${id}, ${now}, ${now}, null)`,
      ],
      [
        actors.resident,
        sql`insert into erasures values (gen_random_uuid(), 'person', ${actors.resident.personId}, ${new Date('2026-10-01')}, ${now}, ${actors.resident.personId})`,
      ],
      [
        actors.operator,
        sql`insert into erasure_decisions values (${erasure}, 'erase', null, null, ${now}, ${actors.operator.personId})`,
      ],
      [
        actors.informationOfficer,
        sql`insert into erasure_decisions values (${erasure}, 'refuse', null, null, ${now}, ${actors.informationOfficer.personId})`,
      ],
      [actors.informationOfficer, sql`update erasures set due_at = due_at + interval '1 year'`],
      [actors.informationOfficer, sql`delete from erasures`],
      [actors.informationOfficer, sql`insert into erasure_results values (${erasure}, 1, '{}', ${now})`],
      [actors.informationOfficer, sql`select * from log_seeds`],
      [actors.informationOfficer, sql`select mufakat.erase_log_seeds(${id}, ${now})`],
    ]
    for (const [actor, statement] of attempts)
      await assert.rejects(
        writeAs(db.app, actor, now, (tx) => statement.execute(tx)),
        /row-level security|permission denied|asked for (now|already)|check constraint|never rewritten/,
      )
  })

  test('two requests at once are one, and two decisions too', async () => {
    on('2026-11-15')
    const { token } = await answered()
    const asked = await Promise.all([1, 2, 3].map(() => act<{ id: string }>(askRequestErasure, { token }, visitor)))
    assert.deepEqual(asked.map(({ kind }) => kind).sort(), ['denied', 'denied', 'done'])
    const { rows } = await db.admin.pool.query('select id from erasures order by asked_at desc limit 1')
    const decided = await Promise.all([1, 2].map(() => act(decideErasure, { erasure: rows[0].id, outcome: 'erase' })))
    assert.deepEqual(decided.map(({ kind }) => kind).sort(), ['denied', 'done'])
    await settle()
    await settle()
    const done = await db.admin.pool.query(`select 1 from events where name = 'erasure.done' and subject_id = $1`, [
      rows[0].id,
    ])
    assert.equal(done.rows.length, 1)
  })
})
