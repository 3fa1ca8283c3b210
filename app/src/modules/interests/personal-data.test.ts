import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { ownInterests } from './personal-data.ts'

const db = await testDatabase()
const { people, actors, organisations, now, today } = await cast(db)

test('people take along their own declarations with their notes, and nobody else’s', async () => {
  const [declaration, interest] = [newId(now), newId(now)]
  const at = { created_at: now, created_by: people.officer.id }
  const sql = db.admin.kysely
  await sql
    .insertInto('interest_declarations')
    .values({ id: declaration, person_id: people.officer.id, number: 1, declared_on: '2026-11-24', ...at })
    .execute()
  const row = { id: interest, declaration_id: declaration, kind: 'family', organisation_id: organisations.other.id }
  await sql
    .insertInto('declared_interests')
    .values({ ...row, ...at })
    .execute()
  const note = { interest_id: interest, person_id: people.officer.id, note: 'Kakak saya bekerja di sana' }
  await sql
    .insertInto('interest_notes')
    .values({ ...note, ...at })
    .execute()
  const own = await readAs(db.app, actors.officer, now, (tx) =>
    ownInterests.read(tx, people.officer.id, today, db.app.keys),
  )
  assert.deepEqual(own, [
    {
      declared: '2026-11-24',
      valid: '2027-11-24',
      kind: 'family',
      organisation: organisations.other.name,
      since: null,
      until: null,
      note: 'Kakak saya bekerja di sana',
    },
  ])
  const other = await readAs(db.app, actors.otherOfficer, now, (tx) =>
    ownInterests.read(tx, people.otherOfficer.id, today, db.app.keys),
  )
  assert.deepEqual(other, [])
})
