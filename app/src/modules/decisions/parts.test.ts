import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { classes } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { cast } from '#kernel/testing/cast.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { readFacts } from './store/facts.ts'
import { type Parts, readParts } from './store/parts.ts'

const db = await testDatabase()
const people = await cast(db)
const samples = new Samples(people, db.admin.pool, await readCatalogue(db.admin.pool))
const { now } = people

/** The list of a part and the table whose policies say who reads it. */
const tables: [keyof Parts, string][] = [
  ['options', 'decision_options'],
  ['versions', 'option_versions'],
  ['concerned', 'decision_concerned'],
  ['links', 'decision_links'],
  ['positions', 'positions'],
  ['amendments', 'amendments'],
  ['questions', 'decision_questions'],
  ['answers', 'decision_answers'],
  ['recusals', 'recusals'],
  ['delegations', 'delegations'],
  ['rounds', 'decision_rounds'],
  ['outcomes', 'decision_outcomes'],
  ['ballots', 'ballots'],
  ['publication', 'decision_publications'],
  ['steps', 'next_steps'],
  ['dissents', 'dissents'],
  ['appeals', 'appeals'],
  ['withdrawal', 'decision_withdrawals'],
  ['asked', 'interest_answers'],
]
const countOf = (part: unknown) => (Array.isArray(part) ? part.length : Number(part))

for (const [name, table] of tables)
  test(`${name}: the page tells of them exactly to whom the policies of ${table} show them`, async () => {
    const seen = new Set<boolean>()
    for (const recordClass of classes) {
      const { decision_id: decision } = (await samples.make(table, recordClass)) as { decision_id: string }
      if (recordClass === 'secret') await people.grant(decision)
      for (const [kind, actor] of Object.entries(people.actors)) {
        if (actor.kind === 'job') continue
        const [told, rows, facts] = await readAs(db.app, actor, now, (tx) =>
          Promise.all([
            readParts(tx, decision),
            sql<{
              n: number
            }>`select count(*)::int as n from ${sql.table(table)} where decision_id = ${decision}`.execute(tx),
            readFacts(tx, decision),
          ]),
        )
        const part = name === 'publication' || name === 'withdrawal' ? Number(told[name] !== null) : countOf(told[name])
        assert.equal(part, rows.rows[0]!.n, `${kind}, ${recordClass}`)
        if (facts) assert.equal(facts.voted.length, name === 'ballots' ? part : 0)
        else assert.equal(part, 0)
        seen.add(part > 0)
      }
    }
    assert.deepEqual([...seen].sort(), [false, true])
  })
