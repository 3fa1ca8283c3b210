import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answerRequest } from './operations/answer-request.ts'
import { askRequester } from './operations/ask-requester.ts'
import { handOverRequest } from './operations/hand-over-request.ts'
import { replyToOfficer } from './operations/reply-to-officer.ts'
import { returnMaterial } from './operations/return-material.ts'
import { requestPaths } from './paths.ts'
import { filled, refusal, secretMail, secretName, secretNik, secretWords, stage } from './testing/stage.ts'

const { actors, site, done, act, ticket, file, register, filedAndRegistered, on, row, slug, organisations, db } =
  await stage()
const textOf = async (path: string, as?: (typeof actors)[keyof typeof actors]) => (await site.get(path, { as })).text()
const personal = [secretName, secretNik, secretMail, 'Jalan Rahasia', secretWords]

describe('asking for information', () => {
  test('anyone asks without an account, keeps a secret link, and finds the answer there', async () => {
    on('2026-11-02')
    const form = await textOf(requestPaths.new())
    const given = form.match(/name="ticket" value="([^"]+)"/)![1]!
    site.time.now = new Date(site.time.now.getTime() + 20_000)
    const sent = await site.post(requestPaths.new(), { ...filled, programme: slug, ticket: given, lang: 'id' })
    assert.equal(sent.status, 303, await sent.clone().text())
    const receipt = sent.headers.get('location')!
    assert.match(receipt, /^\/information-requests\/follow\/[\w-]{43}$/)
    const page = await textOf(receipt)
    assert.match(page, /PI-2026-0001/)
    assert.match(page, /16 November 2026/)
    assert.ok(page.includes('posyandu Melati'))

    const again = await site.post(requestPaths.new(), { ...filled, programme: slug, ticket: given, lang: 'id' })
    assert.deepEqual([again.status, again.headers.get('location')], [303, receipt])
    const other = { ...filled, programme: slug, ticket: given, asked: 'Hal lain sama sekali' }
    assert.equal((await site.post(requestPaths.new(), other)).status, 409)
  })

  test('a form that comes back at once, or filled by a program, is not taken; what was typed stays', async () => {
    const fresh = (await textOf(requestPaths.new())).match(/name="ticket" value="([^"]+)"/)![1]!
    const fast = await site.post(requestPaths.new(), { ...filled, ticket: fresh })
    assert.equal(fast.status, 422)
    const words = await fast.text()
    assert.match(words, /terlalu cepat/)
    assert.ok(words.includes(secretName))
    assert.equal((await site.post(requestPaths.new(), { ...filled, ticket: 'buatan.123.abc' })).status, 422)
    assert.equal((await site.post(requestPaths.new(), { ...filled, ticket: ticket(), website: 'x' })).status, 422)
    const bad = { ...filled, ticket: ticket(), identityNumber: '123', email: '' }
    const told = await (await site.post(requestPaths.new(), bad)).text()
    assert.match(told, /NIK terdiri atas 16 angka/)
    assert.match(told, /Isi surel atau nomor telepon/)
  })

  test('who asks may tell of themselves; only words for everyone are asked about, and a reason lets them pass', async () => {
    const own = { name: 'Ibu Siti Aminah', asked: 'Anak saya sakit TBC; hubungi saya di 0812-3456-7890' }
    const { id } = await file(own)
    const kept = async () =>
      (await db.admin.pool.query('select reason from personal_data_confirmations where record_id = $1', [id])).rows
    assert.deepEqual(await kept(), [])
    const register = (more: object) =>
      site.post(
        requestPaths.act(id, 'registration'),
        { subject: 'Keluhan Ibu Siti Aminah', purpose: 'Perbaikan layanan', programme: slug, ...more },
        { as: actors.informationOfficer },
      )
    const asked = await register({})
    assert.equal(asked.status, 422)
    assert.match(await asked.text(), /nama orang “Ibu Siti Aminah”[\s\S]*name="_notPersonal"/)
    const reason = 'Tokoh yang disebut dalam siaran pers'
    assert.equal((await register({ _notPersonal: reason })).status, 303)
    assert.deepEqual(await kept(), [{ reason }])
  })

  test('the register and its API show what was asked in the officer’s words, never who asks', async () => {
    const { id } = await file()
    const public_ = [
      requestPaths.register(),
      requestPaths.one(id),
      `/api/v1${requestPaths.one(id)}`,
      '/api/v1/information-requests',
    ]
    for (const path of public_)
      for (const reader of [
        undefined,
        actors.resident,
        actors.operator,
        actors.officer,
        actors.auditor,
        actors.head,
        actors.coordinator,
      ])
        for (const secret of personal) assert.ok(!(await textOf(path, reader)).includes(secret), `${path} ${secret}`)
    assert.match(await textOf(requestPaths.one(id)), /Belum diringkas PPID/)
    const leak = await site.post(
      requestPaths.act(id, 'registration'),
      { subject: `Data ${secretNik}`, purpose: 'x' },
      { as: actors.informationOfficer },
    )
    assert.match(await leak.text(), /data pribadi/)
    await register(id)
    assert.match(await textOf(requestPaths.register()), /Daftar alat ukur posyandu/)
    for (const secret of personal)
      assert.ok((await textOf(requestPaths.one(id), actors.informationOfficer)).includes(secret))
    const { rows } = await db.admin.pool.query(
      "select person_id from events where name = 'record.read' and subject_id = $1",
      [id],
    )
    assert.equal(rows[0]?.person_id, actors.informationOfficer.personId)
  })

  test('a resident’s own request is unnamed in the log; one entered at a desk is marked', async () => {
    const own = await file({}, actors.resident)
    const desk = await file({ onBehalf: true }, actors.facilitator)
    await assert.rejects(file({ onBehalf: true }, actors.resident), /petugas layanan/)
    const { rows } = await db.admin.pool.query(
      "select subject_id, person_id, payload::text from events where name = 'information-request.received' and subject_id = any ($1)",
      [[own.id, desk.id]],
    )
    const by = new Map(rows.map((one) => [one.subject_id, one]))
    assert.equal(by.get(own.id).person_id, null)
    assert.equal(by.get(desk.id).person_id, actors.facilitator.personId)
    for (const { payload } of rows) for (const secret of personal) assert.ok(!payload.includes(secret))
    assert.match(await textOf(requestPaths.one(desk.id)), /Dicatat petugas layanan/)
  })
})

describe('the way to an answer', () => {
  test('the holding party reads what was asked, gives material, and the requester gets the answer', async () => {
    const { id, token } = await filedAndRegistered()
    await done(handOverRequest, { request: id, party: organisations.other.id, instruction: 'Mohon daftarnya.' })
    const seen = await textOf(requestPaths.one(id), actors.otherOfficer)
    assert.ok(seen.includes('posyandu Melati') && seen.includes('Mohon daftarnya'))
    for (const secret of [secretName, secretNik, secretMail]) assert.ok(!seen.includes(secret))
    const material = { request: id, material: 'Daftar 12 alat.', links: 'https://data.example/alat.csv' }
    assert.equal((await act(returnMaterial, material, actors.officer)).kind, 'denied')
    assert.equal((await act(returnMaterial, material, actors.expiredSeat)).kind, 'denied')
    await done(returnMaterial, material, actors.otherOfficer)
    await done(answerRequest, {
      request: id,
      outcome: 'full',
      answer: 'Terlampir daftarnya.',
      links: 'https://data.example/alat.csv',
    })
    const page = await textOf(requestPaths.follow(token))
    assert.ok(page.includes('Terlampir daftarnya.') && !page.includes('Daftar 12 alat.'))
    assert.ok(!(await textOf(requestPaths.one(id), actors.otherOfficer)).includes('posyandu Melati'))
    assert.match(await textOf(requestPaths.one(id)), /Diberikan seluruhnya/)
  })

  test('nothing is withheld without ground, harm, weighing and a check of what can be opened', async () => {
    const { id } = await filedAndRegistered()
    for (const part of ['ground', 'withheld', 'harm', 'weighing', 'partial'] as const) {
      const { [part]: _, ...rest } = refusal
      const outcome = await act(answerRequest, { request: id, ...rest })
      assert.equal(outcome.kind === 'invalid' && outcome.problems[0]?.field, part)
    }
    await done(answerRequest, { request: id, ...refusal })
    const again = await act(answerRequest, { request: id, outcome: 'full', answer: 'Ini.' })
    assert.equal(again.kind, 'denied')
    assert.match(await textOf(requestPaths.one(id)), /Pasal 17 huruf h/)
  })

  test('only a question to the requester stops the clock, and the reply lets it run again', async () => {
    on('2026-11-02')
    const { id, token } = await filedAndRegistered()
    on('2026-11-05')
    await done(askRequester, { request: id, question: 'Tahun berapa?' })
    assert.deepEqual([(await row(id)).state, (await row(id)).due_on], ['paused', null])
    on('2026-11-12')
    await done(replyToOfficer, { token, reply: 'Tahun 2026.' })
    // three working days were used; seven are left after the twelfth
    const { state, due_on, first_due_on } = await row(id)
    assert.deepEqual([state, due_on, first_due_on], ['open', '2026-11-23', '2026-11-16'])
    assert.equal((await act(replyToOfficer, { token, reply: 'Lagi.' })).kind, 'denied')
  })
})
