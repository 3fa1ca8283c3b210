import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JobActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { type Operation, run } from '#kernel/operation.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { endLink } from './operations/end-link.ts'
import { linkObjectives } from './operations/link-objectives.ts'
import { stateObjective } from './operations/state-objective.ts'
import { objectiveSignals } from './signals.ts'

const db = await testDatabase()
const story = await cast(db)
const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }

async function done<R>(declared: object, input: object, day = '2026-11-24'): Promise<R> {
  const now = new Date(`${day}T03:00:00Z`)
  const context = { db: db.app, actor: story.actors.coordinator, now, today: day }
  const outcome = await run(declared as Operation, input, context)
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
  return (outcome as { value: R }).value
}

async function observed(at: string) {
  const found = await readAs(db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
    objectiveSignals.conditions[0]!.observe(tx, evaluationAt(story.programmeId, at, 90, await readCalendar(tx))),
  )
  return found.kind === 'observed' ? [found.value, found.n, found.evidence('id')] : found.kind
}

test('a shared objective that an agency’s own works against is counted while the link stands, as of each day', async () => {
  const { slug, organisations } = story
  assert.equal(await observed('2026-11-24'), 'unchecked')
  const state = (fields: object) => done<{ id: string }>(stateObjective, { slug, title: 'Sasaran', ...fields })
  const shared = await state({ scope: 'shared' })
  await state({ scope: 'shared' })
  const own = await state({ scope: 'agency', ownerId: organisations.owner.id })
  await done(linkObjectives, { slug, id: own.id, to: shared.id, kind: 'conflicts' })
  const said = 'Dari [2 sasaran bersama], [1 dinyatakan bertentangan dengan sasaran suatu instansi].'
  assert.deepEqual(await observed('2026-11-24'), [1, 2, said])
  const [link] = await db.admin.kysely.selectFrom('objective_links').select('id').execute()
  await done(endLink, { slug, id: own.id, linkId: link!.id, because: 'Sudah diselaraskan' }, '2026-11-26')
  assert.deepEqual([(await observed('2026-11-25'))[0], (await observed('2026-11-26'))[0]], [1, 0])
})
