import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readAs, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { evaluator } from '#modules/monitoring/evaluate.ts'
import type { Evaluation } from '#modules/monitoring/signal.ts'
import { taskSubjects } from '#modules/tasks/module.ts'
import { confirmClassification } from './operations/confirm-classification.ts'
import { openInPart } from './operations/open-in-part.ts'
import { registerBreach } from './operations/register-breach.ts'
import { tellOfBreach } from './operations/tell-of-breach.ts'
import { classificationSignals } from './signals.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { slug } = set
const signals = classificationSignals([taskSubjects])
const span = (at: string): Evaluation =>
  ({
    programmeId: set.programmeId,
    at,
    window: { from: '2026-09-01', to: at },
    previous: { from: '2026-06-01', to: '2026-11-24' },
  }) as Evaluation
const as = (at: string) => new Date(`${at}T12:00:00Z`)
const observe = async (name: string, at: string) => {
  const condition = signals.conditions.find((one) => `${one.detector}${one.letter}` === name)!
  const found = await readAs(set.db.jobs, evaluator, as(at), (tx) => condition.observe(tx, span(at)))
  if (found.kind !== 'observed') return found.kind
  const counted = found.rows.filter((row) => row.counted).map((row) => row.id)
  return { value: found.value, n: found.n, counted, critical: found.critical ?? false, says: found.evidence('id') }
}
const openShare = (at: string) =>
  readAs(set.db.jobs, evaluator, as(at), (tx) => signals.measures[0]!.measure(tx, span(at)))

describe('what the records of classification show', () => {
  test('T4 and D5 a, b count each record by the class it had on that day, the restricted ones too', async () => {
    assert.equal(await observe('D5a', '2026-11-24'), 'unchecked')
    assert.equal((await openShare('2026-11-24')).kind, 'no-records')
    const owner = set.organisations.owner.id
    await set.db.admin.pool.query(
      `insert into charter_versions (id, programme_id, owner_id, lang, number, status, publishable, created_at, purpose, mandate)
       select gen_random_uuid(), $1, $2, 'id', 1, 'in-force', '{tasks}', now(), '', ''`,
      [set.programmeId, owner],
    )
    for (let count = 0; count < 10; count += 1) await set.plan(`Kegiatan ${count}`)
    const bare = await set.plan('Tanpa dasar', { class: 'restricted' })
    set.on('2026-11-26')
    const withheld = await set.plan('Berdasar')
    await set.withhold(withheld)
    const share = await openShare('2026-11-26')
    assert.ok(share.kind === 'measured')
    assert.deepEqual([share.k, share.n, share.beside![0]!.value], [10, 12, 1])
    const earlier = await openShare('2026-11-24')
    assert.deepEqual(earlier.kind === 'measured' && [earlier.k, earlier.n], [10, 11])
    const a = await observe('D5a', '2026-11-26')
    assert.ok(typeof a === 'object')
    assert.deepEqual([a.value, a.counted], [1, [bare]])
    assert.match(a.says, /Dari \[2 catatan tertutup\], \[1 belum ada dasar hukum/)
    const b = await observe('D5b', '2026-11-26')
    assert.ok(typeof b === 'object')
    assert.ok(Math.abs(b.value! - (2 / 12 - 1 / 11)) < 1e-9)
    await set.withhold(bare)
    set.on('2026-11-27')
    const mended = await observe('D5a', '2026-11-27')
    assert.equal(typeof mended === 'object' && mended.value, 0)
  })

  test('D5 d needs three agencies to compare; one that closes twice the median shows with its own records', async () => {
    assert.equal(await observe('D5d', '2026-11-27'), 'not-enough')
    const { other, oversight } = set.organisations
    const own = []
    for (let count = 0; count < 4; count += 1)
      own.push(await set.plan(`Lain ${count}`, { accountable: other.id, class: 'restricted' }))
    await set.db.admin.pool.query('update parties set role = $1 where organisation_id = $2', ['member', oversight.id])
    for (let count = 0; count < 4; count += 1)
      await set.plan(`Ketiga ${count}`, { accountable: oversight.id, class: count === 0 ? 'restricted' : 'public' })
    const d = await observe('D5d', '2026-11-27')
    assert.ok(typeof d === 'object')
    assert.deepEqual([d.value, d.n, d.counted.sort()], [4, 4, own.sort()])
  })

  test('D5 e: a secret record read with a grant is lawful, without one severe at once; nobody else may ask', async () => {
    assert.equal(await observe('D5e', '2026-11-27'), 'unchecked')
    const task = await set.plan('Nama pelapor')
    const id = await set.withhold(task, { class: 'secret', ground: '17a', expiresOn: '2028-01-01' })
    await set.done(confirmClassification, { slug, id }, set.actors.informationOfficer)
    await set.grant(task)
    const read = (who: 'grantHolder' | 'auditor') =>
      writeAs(set.db.admin, set.actors[who], set.site.time.now, (tx) =>
        appendEvent(tx, set.actors[who], set.site.time.now, {
          name: 'record.read',
          programmeId: set.programmeId,
          class: 'secret',
          subjectKind: 'record',
          subjectId: task,
        }),
      )
    await read('grantHolder')
    const lawful = await observe('D5e', '2026-11-27')
    assert.deepEqual(typeof lawful === 'object' && [lawful.value, lawful.critical], [0, false])
    await read('auditor')
    const unlawful = await observe('D5e', '2026-11-27')
    assert.deepEqual(typeof unlawful === 'object' && [unlawful.value, unlawful.counted, unlawful.critical], [
      1,
      [task],
      true,
    ])
    const asked = `select * from mufakat.secret_reads('${set.programmeId}', '2026-01-01', '2027-01-01')`
    await assert.rejects(set.db.app.pool.query(asked), /permission denied/)
  })

  test('D6 a: a pattern in the title of a public record, whenever it came there', async () => {
    const before = await observe('D6a', '2026-11-27')
    assert.equal(typeof before === 'object' && before.value, 0)
    const task = await set.plan('Kegiatan biasa')
    await set.db.admin.pool.query(`update tasks set title = 'Hubungi 0812-3456-7890' where id = $1`, [task])
    const found = await observe('D6a', '2026-11-27')
    assert.deepEqual(typeof found === 'object' && found.counted, [task])
  })

  test('D6 b and c: published tables are looked at again, and a breach nobody was told of breaks the law after 72 hours', async () => {
    assert.equal(await observe('D6b', '2026-11-27'), 'unchecked')
    const id = await set.withhold(await set.plan('Tabel'))
    await set.done(openInPart, { slug, id, title: 'Kasus', table: 'Desa;L;P\nA;12;3\nB;7;9' })
    const tables = await observe('D6b', '2026-11-27')
    assert.deepEqual(typeof tables === 'object' && [tables.value, tables.n], [0, 1])
    assert.equal(await observe('D6c', '2026-11-27'), 'unchecked')
    const keeper = set.actors.informationOfficer
    const leak = { slug, owner: set.organisations.owner.id, kinds: ['health'], how: 'Salah kirim' }
    const breach = await set.done<{ id: string }>(
      registerBreach,
      { ...leak, discoveredOn: '2026-11-25', discoveredTime: '00.00' },
      keeper,
    )
    const early = await observe('D6c', '2026-11-26')
    assert.deepEqual(typeof early === 'object' && [early.value, early.critical], [48, false])
    const late = await observe('D6c', '2026-11-27')
    assert.deepEqual(typeof late === 'object' && [late.value, late.critical, late.counted], [72, true, [breach.id]])
    const tell = { slug, id: breach.id, body: 'Data kesehatan', toldOn: '2026-11-27', toldTime: '09.00' }
    await set.done(tellOfBreach, { ...tell, act: 'tell-agency' }, keeper)
    await set.done(tellOfBreach, { ...tell, act: 'tell-people' }, keeper)
    const told = await observe('D6c', '2026-11-27')
    assert.equal(typeof told === 'object' && told.value, 0)
  })
})
