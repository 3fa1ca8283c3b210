import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, personOf } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, owner, other, raise } = set
const stamp = (actor: Actor) => ({ id: newId(set.now), created_at: set.now, created_by: personOf(actor) })

describe('SQL by the app’s role', () => {
  test('raises only what is new, in the name of a party one acts for', async () => {
    const add = (fields: object, actor: Actor) => {
      const texts = { question: 'Apa?', tried: 'Surat', lang: 'id', class: 'public' }
      const days = { raised_on: '2026-11-24', needed_by: '2026-12-15' }
      const row = { ...texts, ...days, programme_id: set.programmeId, owner_id: owner.id, ...stamp(actor), ...fields }
      return writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('escalations')
          .values(row as never)
          .execute(),
      )
    }
    await add({}, actors.officer)
    await assert.rejects(add({}, actors.otherOfficer), /not-party/)
    await assert.rejects(add({}, actors.auditor), /not-party/)
    await assert.rejects(add({}, actors.resident), /not-party/)
    await assert.rejects(add({ raised_on: '2026-11-02' }, actors.officer), /not-new/)
    await assert.rejects(add({ state: 'answered', closed_on: '2026-11-24' }, actors.officer), /not-new/)
    await assert.rejects(add({ class: 'restricted' }, actors.officer), /not-new/)
  })

  test('asks nobody afterwards, and ends nothing by setting its state', async () => {
    const id = await raise()
    await assert.rejects(
      writeAs(set.db.app, actors.officer, set.now, (tx) =>
        tx
          .insertInto('escalation_parties')
          .values({ ...stamp(actors.officer), escalation_id: id, organisation_id: owner.id })
          .execute(),
      ),
      /not-new/,
    )
    for (const change of [{ state: 'withdrawn', closed_on: '2026-11-24' }, { question: 'Lain?' }])
      await assert.rejects(
        writeAs(set.db.app, actors.officer, set.now, (tx) =>
          tx.updateTable('escalations').set(change).where('id', '=', id).execute(),
        ),
        /permission denied/,
      )
  })

  test('answers for no other party, in nobody else’s name, on no other day, about no other programme’s decision', async () => {
    const id = await raise()
    const add = (fields: object, actor: Actor) => {
      const row = { escalation_id: id, organisation_id: other.id, kind: 'settled', reason: 'Sudah' }
      const who = { person_id: personOf(actor)!, answered_on: '2026-11-24', ...stamp(actor) }
      return writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('escalation_answers')
          .values({ ...row, ...who, ...fields })
          .execute(),
      )
    }
    for (const actor of [actors.otherOfficer, actors.head, actors.coordinator])
      await assert.rejects(add({}, actor), /not-asked/)
    await assert.rejects(add({ organisation_id: owner.id }, actors.head), /not-asked/)
    await assert.rejects(add({ person_id: set.people.head.id }, actors.otherHead), /not-asked/)
    await assert.rejects(add({ answered_on: '2026-11-02' }, actors.otherHead), /not-asked/)
    await assert.rejects(add({ kind: 'decision', decision_id: newId(set.now) }, actors.otherHead), /other-decision/)
    await add({}, actors.otherHead)
    await assert.rejects(add({}, actors.otherHead), /closed/)
  })

  test('is withdrawn by its own party alone, once', async () => {
    const id = await raise()
    const add = (actor: Actor) =>
      writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('escalation_withdrawals')
          .values({ ...stamp(actor), escalation_id: id, reason: 'Selesai' })
          .execute(),
      )
    await assert.rejects(add(actors.otherHead), /not-party/)
    await add(actors.officer)
    await assert.rejects(add(actors.officer), /not-party/)
  })
})
