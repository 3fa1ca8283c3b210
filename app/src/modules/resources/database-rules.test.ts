import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, personOf } from '#kernel/access.ts'
import { type Tx, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, owner, other, plan } = set
const stamp = (actor: Actor) => ({ id: newId(set.now), created_at: set.now, created_by: personOf(actor) })
const as = (actor: Actor, work: (tx: Tx) => Promise<unknown>) => writeAs(set.db.app, actor, set.now, work)

describe('SQL by the app’s role, on budget lines', () => {
  test('plans only what is new, for a party that one answers for', async () => {
    const add = (fields: object, actor: Actor) =>
      as(actor, (tx) => {
        const texts = { code: '9.9', title: 'Pos', lang: 'id', class: 'public', fiscal_year: 2026, planned: 10 }
        const of = { programme_id: set.programmeId, owner_id: owner.id, source_id: set.ministry.id }
        return tx
          .insertInto('budget_lines')
          .values({ ...texts, ...of, ...stamp(actor), ...fields } as never)
          .execute()
      })
    await add({}, actors.officer)
    await add({ owner_id: other.id }, actors.coordinator)
    await assert.rejects(add({}, actors.otherOfficer), /not-party/)
    await assert.rejects(add({}, actors.auditor), /not-party/)
    await assert.rejects(add({ owner_id: set.ministry.id }, actors.coordinator), /not-party/)
    await assert.rejects(add({ class: 'restricted' }, actors.officer), /not-new/)
    await assert.rejects(add({ territory_code: 'mana' }, actors.officer), /other-territory/)
    await assert.rejects(add({ created_by: actors.head.personId }, actors.officer), /row-level security/)
    const made = stamp(actors.officer)
    await add({ ...made, revised: 99, realised: 99 }, actors.officer)
    const row = await set.db.admin.kysely
      .selectFrom('budget_lines')
      .select(['revised', 'realised'])
      .where('id', '=', made.id)
      .executeTakeFirst()
    assert.deepEqual(row, { revised: 10, realised: 0 })
  })

  test('never rewrites a plan, a revision or a realisation, and takes none away; not even the owner of the tables does the first', async () => {
    const id = await plan()
    const columns = { planned: 5, revised: 5, realised: 5, title: 'Lain', fiscal_year: 2027, owner_id: other.id }
    for (const [column, value] of Object.entries(columns))
      await assert.rejects(
        as(actors.officer, (tx) =>
          tx
            .updateTable('budget_lines')
            .set({ [column]: value })
            .where('id', '=', id)
            .execute(),
        ),
        /permission denied/,
        column,
      )
    for (const table of ['budget_lines', 'budget_revisions', 'budget_realisations'] as const)
      await assert.rejects(
        as(actors.officer, (tx) => tx.deleteFrom(table).execute()),
        /permission denied/,
      )
    await assert.rejects(
      set.db.admin.kysely.updateTable('budget_lines').set({ planned: 5 }).where('id', '=', id).execute(),
      /first-plan/,
    )
  })

  test('revises and realises for nobody else, from no made-up amount, on no coming day, across no lines', async () => {
    const id = await plan({ planned: 100 })
    const elsewhere = await plan({ planned: 100 })
    const revise = (actor: Actor, fields: object = {}) =>
      as(actor, (tx) =>
        tx
          .insertInto('budget_revisions')
          .values({ line_id: id, amount: 80, because: 'Geser', ...stamp(actor), ...fields })
          .execute(),
      )
    for (const who of ['otherOfficer', 'auditor', 'observer', 'resident', 'expiredSeat'] as const)
      await assert.rejects(revise(actors[who]), /not-party|row-level security/, who)
    await assert.rejects(revise(actors.officer, { amount: 100 }), /same-amount/)
    await revise(actors.officer, { from_amount: 7 })
    const row = await set.db.admin.kysely
      .selectFrom('budget_revisions')
      .select('from_amount')
      .where('line_id', '=', id)
      .executeTakeFirst()
    assert.equal(row?.from_amount, 100)
    const realise = (actor: Actor, fields: object = {}) => {
      const made = stamp(actor)
      const spent = { line_id: id, spent_on: '2026-10-01', amount: 10, evidence: 'SP2D' }
      return as(actor, (tx) =>
        tx
          .insertInto('budget_realisations')
          .values({ ...spent, ...made, ...fields })
          .execute(),
      ).then(() => made.id)
    }
    await assert.rejects(realise(actors.otherOfficer), /not-party/)
    await assert.rejects(realise(actors.officer, { spent_on: '2026-11-25' }), /future/)
    await assert.rejects(realise(actors.officer, { amount: -1 }), /check constraint/)
    const first = await realise(actors.officer)
    const corrects = { corrects_id: first, because: 'Salah', amount: 4 }
    await assert.rejects(realise(actors.officer, { ...corrects, line_id: elsewhere }), /other-line/)
    await realise(actors.officer, corrects)
    await assert.rejects(realise(actors.officer, corrects), /corrected:/)
    const kept = await set.db.admin.kysely
      .selectFrom('budget_lines')
      .select('realised')
      .where('id', '=', id)
      .executeTakeFirst()
    assert.equal(kept?.realised, 4)
  })
})
