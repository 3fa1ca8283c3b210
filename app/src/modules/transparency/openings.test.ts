import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { testSite } from '#kernel/testing/site.ts'
import { declassifyRecord } from '#modules/classification/operations/declassify-record.ts'
import { stage } from '#modules/classification/testing/stage.ts'
import { startTask } from '#modules/tasks/operations/start-task.ts'
import { taskReplay } from '#modules/tasks/replay.ts'
import {
  isDisclosureOf,
  openCheckpoint,
  parseDisclosure,
  parseReceipt,
  parseVkey,
  verifyReceipt,
} from '#packages/transparency-log'
import { transparencyModule } from './module.ts'
import { logPaths } from './paths.ts'
import { verifyDatabase } from './public.ts'
import { number, testLog } from './testing/log.ts'

const set = await stage()
const { db, actors, people, programmeId } = set
const site = testSite(db, [transparencyModule({ eventNames: {} })], { now: set.site.time.now })
const { start, place, identity } = await testLog(db, () => site.time.now)
const signed = async () => {
  await number(db)
  const signer = start()
  await signer.idle()
  await signer.stop()
}
type Told = { number: number; disclosures: object[]; entry: string; proof: string }
/** What this reader is told of an event, by page and by API alike. */
async function told(event: number | string, as: Actor): Promise<Told | undefined> {
  const [page, api] = await Promise.all([
    site.get(logPaths.disclosures(event), { as }),
    site.get(`/api/v1${logPaths.disclosures(event)}`, { as }),
  ])
  assert.equal(page.status, api.status)
  return api.status === 200 ? ((await api.json()) as { data: Told }).data : undefined
}
const disclosed = ({ disclosures, entry }: Told) =>
  disclosures.map((one) => {
    const disclosure = parseDisclosure(JSON.stringify(one))
    assert.ok(isDisclosureOf(Buffer.from(entry), disclosure), disclosure.name)
    return disclosure
  })
const names = (one: Told | undefined) => one && disclosed(one).map(({ name }) => name)
const numberOf = async (name: string, record: string): Promise<number> =>
  (
    await db.admin.pool.query(
      'select n.number from event_numbers n join events e on e.id = n.event_id where e.name = $1 and e.subject_id = $2',
      [name, record],
    )
  ).rows[0].number
const reads = async (record: string) =>
  (await db.admin.pool.query(`select person_id from events where name = 'record.read' and subject_id = $1`, [record]))
    .rows

const task = await set.plan('Keluarga berisiko')
const decision = await set.withhold(task)
await set.done(startTask, { task }, actors.head)
await signed()
const event = await numberOf('task.started', task)

test('of a withheld record an event is disclosed to whoever may read it, and to nobody else', async () => {
  const missing = await site.get(logPaths.disclosures(event + 1_000), { as: actors.visitor })
  for (const who of [
    'visitor',
    'resident',
    'operator',
    'facilitator',
    'observer',
    'otherOfficer',
    'otherHead',
    'expiredSeat',
  ] as const) {
    assert.equal(await told(event, actors[who]), undefined, who)
    const response = await site.get(logPaths.disclosures(event), { as: actors[who] })
    assert.equal(response.status, missing.status)
  }
  const whole = await told(event, actors.head)
  assert.deepEqual(names(whole)?.sort(), ['actor', 'at', 'told'])
  const { checkpoint } = verifyReceipt(parseReceipt(Buffer.from(whole!.proof)), Buffer.from(whole!.entry), (note) =>
    openCheckpoint(note, [parseVkey(identity.vkey)]),
  )
  assert.ok(checkpoint.size >= event)
  const said = JSON.parse(disclosed(whole!).find(({ name }) => name === 'told')!.value)
  assert.deepEqual([said.name, said.subject.id, said.programme], ['task.started', task, programmeId])
})

test('an auditor is told, and that they read it is an event; without it there is no page', async () => {
  assert.deepEqual(await reads(task), [])
  assert.ok(await told(event, actors.auditor))
  const left = await reads(task)
  assert.ok(left.length > 0 && left.every(({ person_id }) => person_id === people.auditor.id))
})

test('a grant for the record opens its events, until its last day', async () => {
  const grantee = actors.observer
  assert.equal(await told(event, grantee), undefined)
  await db.admin.pool.query(
    `insert into grants (id, programme_id, record_id, person_id, why, until, created_at) values ($1, $2, $3, $4, 'uji', $5, now())`,
    [newId(site.time.now), programmeId, task, people.observer.id, '2099-01-01'],
  )
  assert.deepEqual(names(await told(event, grantee))?.sort(), ['actor', 'at', 'told'])
  assert.match(
    await (await site.get(logPaths.record(task), { as: grantee })).text(),
    new RegExp(`disclosures/${event}"`),
  )
  await db.admin.pool.query(`update grants set until = '2020-01-01' where record_id = $1`, [task])
  assert.equal(await told(event, grantee), undefined)
})

test('once the record is opened, everyone is told what happened, and nobody who and when', async () => {
  const { replayed: before } = await verifyDatabase(place, [taskReplay])
  assert.equal(before.untold['task: closed'], 1)
  assert.equal(before.differing, 0)
  await set.done(
    declassifyRecord,
    { slug: set.slug, id: decision, reason: 'Izin diberikan.', class: 'public' },
    actors.head,
  )
  await signed()
  const open = await told(event, actors.visitor)
  assert.deepEqual(names(open), ['told'])
  for (const hidden of [people.head.id, site.time.now.toISOString().slice(11, 16)])
    assert.ok(!JSON.stringify(open!.disclosures).includes(hidden))
  const list = (await (await site.get(`/api/v1${logPaths.opened()}`)).json()) as {
    data: { entries: { number: number }[] }
  }
  assert.deepEqual(
    list.data.entries.map((one) => one.number),
    [event],
  )
  assert.match(await (await site.get(logPaths.opened())).text(), new RegExp(`disclosures/${event}"`))
  assert.match(await (await site.get(logPaths.record(task))).text(), /kini isi entrinya dapat dibuktikan/)
  const { replayed } = await verifyDatabase(place, [taskReplay])
  assert.deepEqual(replayed.differences, [])
  assert.deepEqual(replayed.untold, {})
})

test('what was not logged in parts, and what is no record of its own, stays closed', async () => {
  await db.admin.pool.query('update log_seeds set form = 1 where number = $1', [event])
  assert.equal(await told(event, actors.visitor), undefined)
  await db.admin.pool.query('update log_seeds set form = 2 where number = $1', [event])
  const read = await numberOf('record.read', task)
  assert.equal(await told(read, actors.visitor), undefined)
  for (const odd of ['0', '-1', '1e3', 'x', '99999999999999999999'])
    assert.equal(await told(odd, actors.head), undefined)
})

test('a record of which more comes after the log was signed is no difference', async () => {
  const later = await set.plan('Rencana baru')
  const { replayed } = await verifyDatabase(place, [taskReplay])
  assert.deepEqual(replayed.differences, [])
  assert.equal(replayed.untold['task: newer than the checkpoint'], 1)
  await signed()
  await set.withhold(later)
  const { replayed: closed } = await verifyDatabase(place, [taskReplay])
  assert.deepEqual([closed.differing, closed.untold['task: closed']], [0, 1])
})
