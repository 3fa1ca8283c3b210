import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, personOf } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { conditionOf } from '#modules/monitoring/catalogue/catalogue.ts'
import { readCondition } from '#modules/monitoring/condition.ts'
import { conditionThreshold } from '#modules/monitoring/threshold.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { headSignatures } from './signature-signals.ts'

const db = await testDatabase()
const evaluator = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
const proposed = '2026-09-25'

/** A programme with a charter that was put up for signature 60 days before the story. */
async function story(slug: string, fields: object = {}) {
  const set = await cast(db, { slug })
  const { owner, other } = set.organisations
  const parties = [owner, other].map(({ id }) => ({ organisation_id: id, role: id === owner.id ? 'lead' : 'member' }))
  const charter = { id: newId(set.now), programme_id: set.programmeId, owner_id: owner.id, lang: 'id', number: 1 }
  const row = {
    ...charter,
    status: 'proposed',
    parties: JSON.stringify(parties),
    proposed_on: proposed,
    created_at: set.now,
  }
  await db.admin.kysely
    .insertInto('charter_versions')
    .values({ ...row, ...fields })
    .execute()
  const sign = (organisation_id: string, signed_on: string, by_head: boolean) =>
    db.admin.kysely
      .insertInto('charter_signatures')
      .values({ id: newId(set.now), charter_id: charter.id, organisation_id, signed_on, by_head, created_at: set.now })
      .execute()
  const observe = (at: string) =>
    readAs(db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
      headSignatures.observe(tx, evaluationAt(set.programmeId, at, 90, await readCalendar(tx))),
    )
  const stateAt = async (at: string, nMin?: number) => {
    const entry = conditionOf('D11.f')!.condition
    const threshold = conditionThreshold('D11', entry, [], at)
    return readCondition('D11', entry, { ...threshold, ...(nMin ? { nMin } : {}) }, await observe(at)).state
  }
  return { ...set, charter: charter.id, sign, observe, stateAt }
}

describe('D11 f', () => {
  test('59 days without the head’s signature are not yet it, 60 are; it ends with the signature of that day', async () => {
    const set = await story('tanda-tangan')
    await set.sign(set.organisations.owner.id, '2026-10-01', true)
    assert.equal(await set.stateAt(addDays(proposed, 59)), 'false')
    assert.equal(await set.stateAt(addDays(proposed, 60)), 'true')
    assert.equal(await set.stateAt(addDays(proposed, 60), 3), 'not-enough')
    await set.sign(set.organisations.other.id, '2026-12-01', true)
    assert.equal(await set.stateAt('2026-11-30'), 'true')
    assert.equal(await set.stateAt('2026-12-01'), 'false')
  })

  test('its rows are the parties, and a signature by someone else is not the head’s', async () => {
    const set = await story('bukan-kepala')
    const { owner, other } = set.organisations
    await set.sign(owner.id, '2026-10-05', true)
    await set.sign(other.id, '2026-10-06', false)
    const found = await set.observe('2026-11-24')
    assert.ok(found.kind === 'observed')
    const rows = [
      { kind: 'signing-party', id: owner.id, counted: false, weight: 10, note: 'signed' },
      { kind: 'signing-party', id: other.id, counted: true, weight: 60, note: 'other' },
    ]
    assert.deepEqual(found.rows, rows)
    assert.deepEqual([found.value, found.n, found.parties], [60, 2, [other.id]])
  })

  test('without a charter, or with one whose signatures nobody recorded, it cannot be checked', async () => {
    const none = await cast(db, { slug: 'tanpa-piagam' })
    const found = await readAs(db.jobs, evaluator, none.now, async (tx) =>
      headSignatures.observe(tx, evaluationAt(none.programmeId, '2026-11-24', 90, await readCalendar(tx))),
    )
    assert.equal(found.kind, 'unchecked')
    const silent = await story('dari-berkas', { status: 'in-force', proposed_on: null, in_force_on: '2020-01-01' })
    assert.equal((await silent.observe('2026-11-24')).kind, 'unchecked')
  })
})

test('SQL by the app’s role signs for nobody else, and not as a head without the seat', async () => {
  const set = await story('lewat-sql')
  const { owner, other } = set.organisations
  const add = (actor: Actor, fields: object) => {
    const person_id = personOf(actor)
    const origin = { id: newId(set.now), person_id, created_at: set.now, created_by: person_id }
    const row = {
      ...origin,
      charter_id: set.charter,
      organisation_id: owner.id,
      signed_on: '2026-11-24',
      by_head: true,
    }
    return writeAs(db.app, actor, set.now, (tx) =>
      tx
        .insertInto('charter_signatures')
        .values({ ...row, ...fields })
        .execute(),
    )
  }
  const { officer, coordinator, head } = set.actors
  for (const actor of [officer, coordinator]) await assert.rejects(add(actor, {}), /signed for by its head/)
  await assert.rejects(add(head, { organisation_id: other.id }), /signed for by its head/)
  await assert.rejects(add(head, { by_head: false }), /signed for by its head/)
  await assert.rejects(add(head, { signed_on: '2026-10-01' }), /signed for by its head/)
  await add(head, {})
})
