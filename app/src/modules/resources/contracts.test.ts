import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, personOf } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { changeContract } from './operations/change-contract.ts'
import { recordContract } from './operations/record-contract.ts'
import { resourcePaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { db, actors, slug, act, done, plan, site, owner, other, companies } = set
const [company, rival] = companies
const page = async (path: string, as = actors.visitor as Actor) => (await site.get(path, { as })).text()
const asked = { slug, number: '027/12', title: 'Timbangan bayi', method: 'open', bids: 3, value: 200_000_000 }
const contractOf = (id: string, fields: object = {}) => ({
  ...asked,
  id,
  supplier: company.name,
  signedOn: '2026-10-01',
  ...fields,
})
const record = async (line: string, fields: object = {}, actor: Actor = actors.officer) =>
  (await done(recordContract, contractOf(line, fields), actor)).id

describe('a contract', () => {
  test('goes from the line’s form to the public register, with what OCDS asks for', async () => {
    const line = await plan()
    const { id: _id, slug: _slug, value: _value, ...fields } = contractOf(line)
    const sent = await site.post(
      resourcePaths.newContract(slug, line),
      { ...fields, requester: other.id, value: '200.000.000', bids: '3', class: 'public', lang: 'id' },
      { as: actors.officer },
    )
    assert.equal(sent.status, 303, await sent.text())
    const register = await page(resourcePaths.contracts(slug))
    assert.match(register, /Timbangan bayi.*Dinas Pendidikan.*CV Sumber Contoh.*Terbuka \(tender\).*3.*200\.000\.000/s)
    assert.match(await page(resourcePaths.line(slug, line)), /Timbangan bayi/)
    const read = await site.get(`/api/v1${sent.headers.get('location')}`)
    const { contract } = ((await read.json()) as { data: { contract: Record<string, unknown> } }).data
    const { requester_id, supplier_id, method, bids, value, signed_on, ocid } = contract
    assert.deepEqual(
      { requester_id, supplier_id, method, bids, value, signed_on, ocid },
      {
        requester_id: other.id,
        supplier_id: company.id,
        method: 'open',
        bids: 3,
        value: 200_000_000,
        signed_on: '2026-10-01',
        // no prefix is registered for this programme
        ocid: null,
      },
    )
  })

  test('changes its value by rows with reasons, is annulled once, and then counts no more', async () => {
    const line = await plan()
    const id = await record(line, { supplier: rival.id })
    const change = { slug, id, because: 'Tambah jumlah' }
    const as = actors.officer
    await done(changeContract, { ...change, kind: 'amended', value: 250_000_000 }, as)
    assert.match(saying(await act(changeContract, { ...change, kind: 'amended', value: 250_000_000 }, as)), /berbeda/)
    assert.match(saying(await act(changeContract, { ...change, kind: 'amended' }, as)), /Tulis nilai/)
    assert.match(saying(await act(changeContract, { ...change, kind: 'annulled', value: 1 }, as)), /Kosongkan/)
    const shown = await page(resourcePaths.contract(slug, id))
    assert.match(shown, /Rp 250\.000\.000.*Rp 200\.000\.000.*Tambah jumlah/s)
    const sumOf = async () => page(resourcePaths.contracts(slug, { supplier: rival.id }))
    assert.match(await sumOf(), /1 kontrak, nilai seluruhnya Rp 250\.000\.000/)
    await done(changeContract, { ...change, kind: 'annulled' }, actors.coordinator)
    assert.match(await sumOf(), /1 kontrak, nilai seluruhnya Rp 0/)
    assert.match(saying(await act(changeContract, { ...change, kind: 'amended', value: 5 }, as)), /sudah dibatalkan/)
  })

  test('is recorded by who pays alone, for a party of the programme, never more open than its line', async () => {
    const line = await plan()
    for (const who of ['otherOfficer', 'observer', 'auditor', 'resident', 'expiredSeat', 'visitor'] as const)
      assert.equal((await act(recordContract, contractOf(line), actors[who])).kind, 'denied', who)
    const refusal = async (fields: object) =>
      saying(await act(recordContract, contractOf(line, fields), actors.officer))
    assert.match(await refusal({ requester: company.id }), /pihak dalam program/)
    assert.match(await refusal({ supplier: 'CV Sumber' }), /Yang mirip: CV Sumber Contoh/)
    // Two bodies have this acronym: none of them is guessed.
    await db.admin.kysely.updateTable('organisations').set({ acronym: 'CSC' }).where('id', '=', company.id).execute()
    assert.equal(
      (await act(recordContract, contractOf(line, { supplier: 'csc', number: 'A-1' }), actors.officer)).kind,
      'done',
    )
    await db.admin.kysely.updateTable('organisations').set({ acronym: 'CSC' }).where('id', '=', rival.id).execute()
    assert.match(
      await refusal({ supplier: 'csc' }),
      /Yang mirip: (CV Sumber|PT Lain) Contoh; (CV Sumber|PT Lain) Contoh/,
    )
    assert.match(await refusal({ signedOn: '2026-11-25' }), /setelah hari ini/)
    const closed = await plan({ class: 'members' })
    assert.match(saying(await act(recordContract, contractOf(closed), actors.officer)), /golongan yang sama/)
    const hidden = await record(closed, { class: 'members', number: 'RHS-1' })
    assert.equal((await site.get(resourcePaths.contract(slug, hidden))).status, 404)
    assert.doesNotMatch(await page(resourcePaths.contracts(slug)), /RHS-1/)
  })

  test('by SQL of the app’s role: from no other line, in no other name, with no made-up value, never rewritten', async () => {
    const line = await plan()
    const closed = await plan({ class: 'members' })
    const stamp = (actor: Actor) => ({ id: newId(set.now), created_at: set.now, created_by: personOf(actor) })
    const add = (fields: object, actor: Actor) => {
      const { number, title, method, bids, value } = asked
      const of = { programme_id: set.programmeId, owner_id: owner.id, line_id: line, class: 'public', lang: 'id' }
      const bodies = { requester_id: other.id, supplier_id: company.id, signed_on: '2026-10-01' }
      const row = { number, title, method, bids, value, ...of, ...bodies, ...stamp(actor), ...fields }
      return writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('contracts')
          .values(row as never)
          .execute(),
      )
    }
    await assert.rejects(add({}, actors.otherOfficer), /not-party/)
    await assert.rejects(add({ owner_id: other.id }, actors.otherOfficer), /other-line/)
    await assert.rejects(add({ line_id: closed }, actors.officer), /not-new/)
    await assert.rejects(add({ requester_id: company.id }, actors.officer), /not-party/)
    await assert.rejects(add({ signed_on: '2027-01-01' }, actors.officer), /not-new/)
    const made = stamp(actors.officer)
    await add({ ...made, present_value: 1, annulled_on: '2026-10-02' }, actors.officer)
    const row = await set.db.admin.kysely
      .selectFrom('contracts')
      .select(['present_value', 'annulled_on'])
      .where('id', '=', made.id)
      .executeTakeFirst()
    assert.deepEqual(row, { present_value: asked.value, annulled_on: null })
    await assert.rejects(
      set.db.admin.kysely.updateTable('contracts').set({ value: 1 }).where('id', '=', made.id).execute(),
      /signed/,
    )
    const annul = { contract_id: made.id, kind: 'annulled', because: 'x' }
    const change = (actor: Actor) =>
      writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('contract_changes')
          .values({ ...annul, ...stamp(actor) })
          .execute(),
      )
    await assert.rejects(change(actors.otherOfficer), /not-party/)
    await change(actors.officer)
    await assert.rejects(change(actors.officer), /annulled/)
  })
})
