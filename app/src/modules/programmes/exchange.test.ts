import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { exportProgramme } from './exchange/export-programme.ts'
import { importProgramme } from './exchange/import-programme.ts'
import type { ProgrammeExchange } from './exchange-format.ts'
import { programmes } from './module.ts'
import { shows } from './testing/regency.ts'

const db = await testDatabase()
const elsewhere = await testDatabase()
const now = new Date('2026-11-24T03:00:00Z')
const options = { now, source: 'uji.json' }
const realPlan = JSON.parse(
  readFileSync(new URL('../../../world/federal-data-strategy/programme.json', import.meta.url), 'utf8'),
) as ProgrammeExchange
const ownLists = [
  'programme',
  'organisations',
  'parties',
  'charters',
  'services',
  'territories',
  'cells',
  'commitments',
] as const

describe('a programme file', () => {
  test('the real plan comes in once: bodies, parties, charter, 335 cells; a second time changes nothing and tells nothing', async () => {
    const first = await importProgramme(db.jobs, realPlan, options)
    assert.equal(first.kind, 'done')
    if (first.kind !== 'done') return
    const { report } = first
    assert.deepEqual(
      [report.organisations, report.parties, report.services, report.cells].map((row) => row?.created),
      [45, 36, 59, 335],
    )
    const events = await countEvents()
    const second = await importProgramme(db.jobs, realPlan, options)
    assert.ok(second.kind === 'done' && Object.values(second.report).every((row) => row.created + row.updated === 0))
    assert.equal(await countEvents(), events)
  })

  test('the real plan goes out as it came in', async () => {
    const file = await exportProgramme(db.jobs, realPlan.programme.slug, { now })
    for (const list of ownLists) assert.deepEqual(sorted(file?.[list]), sorted(realPlan[list]), list)
  })

  test('its page names the source and the licence, in the words of each language', async () => {
    const site = testSite(db, [programmes], { now })
    const path = `/programmes/${realPlan.programme.slug}`
    await shows(
      await site.get(path),
      /Rencana Aksi 2020/,
      /GSA\/data-strategy, 2020 Action Plan/,
      /Lisensi CC0-1\.0/,
      /dan 27 lainnya/,
    )
    await shows(await site.get(path, { lang: 'en' }), /2020 Action Plan/, /Evaluated as of 31 December 2020/)
    await shows(
      await site.get(`${path}/charter`),
      /335 sel layanan/,
      /Tanda tangan tidak tercatat dalam berkas asalnya/,
    )
  })

  test('a file with charter, vacancy, signatures and commitments of every kind comes back whole', async () => {
    const outcome = await importProgramme(db.jobs, smallPlan, options)
    assert.equal(outcome.kind, 'done')
    const file = await exportProgramme(db.jobs, 'gizi-2026', { now })
    for (const list of ownLists) assert.deepEqual(sorted(file?.[list]), sorted(smallPlan[list]), list)
    const site = testSite(db, [programmes], { now })
    await shows(
      await site.get('/programmes/gizi-2026/commitments'),
      /Tiap 3 bulan/,
      /Terbatas/,
      /1 catatan untuk anggota/,
    )
    await shows(
      await site.get('/programmes/gizi-2026/seats'),
      /1 dari 2 peran belum ada orangnya/,
      /namanya tidak dicatat di sini/,
    )
  })

  test('a later version of the file changes only what differs, and keeps the earlier assessment on record', async () => {
    const [first, ...rest] = smallPlan.commitments!
    const later = {
      ...smallPlan,
      commitments: [{ ...first!, outcome: { status: 'complete', date: '2026-10-01' } }, ...rest],
    }
    const outcome = await importProgramme(db.jobs, later, options)
    assert.ok(outcome.kind === 'done')
    assert.deepEqual(outcome.report.commitments, { created: 0, updated: 1, unchanged: 2 })
    assert.ok(
      Object.entries(outcome.report).every(([list, row]) => list === 'commitments' || row.updated + row.created === 0),
    )
    const kept = await db.admin.kysely
      .selectFrom('commitment_assessments')
      .select('outcome')
      .orderBy('on_day')
      .execute()
    assert.deepEqual(
      kept.map((row) => row.outcome),
      ['limited', 'complete'],
    )
  })

  test('a first date that differs from the first import is refused, and nothing of the file is taken', async () => {
    const [first, ...rest] = smallPlan.commitments!
    const wrong = { ...first!, names: { id: 'Nama baru' }, firstDue: { kind: 'date' as const, date: '2026-12-31' } }
    const file = {
      ...smallPlan,
      programme: { ...smallPlan.programme, names: { id: 'Judul baru' } },
      commitments: [...rest, wrong],
    }
    const outcome = await importProgramme(db.jobs, file, options)
    assert.deepEqual(outcome, {
      kind: 'invalid',
      problems: [
        { at: 'commitments.timbang.firstDue', says: 'differs from the first import; first dates never change' },
      ],
    })
    const row = await db.admin.kysely
      .selectFrom('programmes')
      .select('name')
      .where('slug', '=', 'gizi-2026')
      .executeTakeFirstOrThrow()
    assert.equal(row.name, 'Gizi anak 2026')
  })

  test('a file is not laid over a programme that was founded here, and a broken file says where it is broken', async () => {
    const body = { id: '0197a000-0000-7000-8000-00000000000a', name: 'Dinas', kind: 'agency', created_at: now }
    await db.admin.kysely.insertInto('organisations').values(body).execute()
    const row = {
      id: '0197a000-0000-7000-8000-00000000000b',
      slug: 'asli',
      name: 'Asli',
      owner_id: body.id,
      status: 'running',
      created_at: now,
    }
    await db.admin.kysely.insertInto('programmes').values(row).execute()
    const over = await importProgramme(
      db.jobs,
      { ...smallPlan, programme: { ...smallPlan.programme, slug: 'asli' } },
      options,
    )
    assert.ok(over.kind === 'invalid' && over.problems[0]!.at === 'programme.slug')
    const broken = await importProgramme(
      db.jobs,
      { ...smallPlan, parties: [{ organisation: 'tidak-ada', role: 'lead' }] },
      options,
    )
    assert.deepEqual(broken, {
      kind: 'invalid',
      problems: [{ at: 'parties.0.organisation', says: 'no organisations row "tidak-ada"' }],
    })
  })

  test('a programme founded here goes out with readable keys and comes into another installation', async () => {
    const file = await exportProgramme(db.jobs, 'asli', { now })
    assert.deepEqual(
      file?.organisations.map((body) => body.key),
      ['dinas'],
    )
    assert.equal(file?.programme.owner, 'dinas')
    const outcome = await importProgramme(elsewhere.jobs, file, options)
    assert.equal(outcome.kind, 'done')
    assert.deepEqual(await exportProgramme(elsewhere.jobs, 'asli', { now }), file)
  })
})

async function countEvents(): Promise<number> {
  const rows = await db.admin.kysely.selectFrom('events').select('id').execute()
  return rows.length
}

/** Lists in any order are the same file. */
function sorted(value: unknown): unknown {
  return Array.isArray(value)
    ? [...value].sort((a, b) => (JSON.stringify(a.key ?? a) < JSON.stringify(b.key ?? b) ? -1 : 1))
    : value
}

const smallPlan: ProgrammeExchange = {
  format: 'mufakat-programme/1',
  programme: {
    slug: 'gizi-2026',
    owner: 'dinkes',
    names: { id: 'Gizi anak 2026', en: 'Child nutrition 2026' },
    lang: 'id',
    status: 'running',
    period: { from: '2026-01-01' },
    example: 'Contoh',
  },
  organisations: [
    {
      key: 'dinkes',
      name: 'Dinas Kesehatan Sadar',
      lang: 'id',
      acronyms: ['Dinkes', 'DK'],
      formerNames: ['Dinas Kesehatan Rakyat'],
      kind: 'agency',
      parent: 'pemda',
      identifiers: [{ scheme: 'uji', id: '1' }],
      country: 'ID',
    },
    {
      key: 'pemda',
      name: 'Pemerintah Kabupaten Sadar',
      lang: 'id',
      kind: 'agency',
      founded: '1950-08-08',
      country: 'ID',
    },
    { key: 'yayasan', name: 'Fundación Salud', lang: 'es', kind: 'non-profit', country: 'ES' },
  ],
  parties: [
    { organisation: 'dinkes', role: 'lead' },
    { organisation: 'yayasan', role: 'member', since: '2026-02-01' },
  ],
  charters: [
    {
      version: 1,
      adopted: '2026-01-15',
      purpose: { id: 'Gizi cukup', en: 'Enough nutrition' },
      mandate: { id: 'Satu data gizi' },
      legalBasis: [{ title: 'Perda 1/2025', lang: 'id', url: 'https://contoh.go.id/perda' }],
      decisionRule: 'consensus-then-majority',
      quorum: 0.5,
      cadence: { every: 2, unit: 'week' },
      publishable: ['tasks'],
      officeTerm: { office: { id: 'Bupati', en: 'Regent' }, ends: '2030-02-20' },
      posts: [
        { key: 'ketua', title: { id: 'Ketua tim' } },
        {
          key: 'data',
          title: { id: 'Pengelola data', en: 'Data manager' },
          organisation: 'dinkes',
          vacantSince: '2026-09-01',
        },
      ],
      signatures: [{ organisation: 'dinkes', signed: '2026-01-15', byHead: true }],
    },
  ],
  services: [{ key: 'timbang', names: { id: 'Penimbangan' } }],
  territories: [
    { key: 'lumbir', names: { id: 'Lumbir' }, code: { scheme: 'kemendagri', id: '33.02.01' } },
    { key: 'dalam', names: { id: 'Di dalam dinas' }, organisation: 'dinkes', parent: 'lumbir' },
  ],
  cells: [{ service: 'timbang', territory: 'lumbir', accountable: ['dinkes'] }],
  commitments: [
    {
      key: 'timbang',
      party: 'dinkes',
      names: { id: 'Menimbang 900 anak' },
      quantity: { amount: 900, unit: 'anak' },
      firstDue: { kind: 'date', date: '2026-06-30' },
      currentDue: { kind: 'date', date: '2026-07-31' },
      outcome: { status: 'limited', date: '2026-08-01', raw: 'Limited' },
      evidence: [{ names: { id: 'Laporan' }, url: 'https://contoh.go.id/laporan', date: '2026-07-30' }],
    },
    {
      key: 'dana',
      party: 'yayasan',
      names: { en: 'Pay for the scales' },
      money: { amount: 125000000, currency: 'IDR' },
      firstDue: { kind: 'every', interval: 3, unit: 'month' },
    },
    {
      key: 'rahasia',
      party: 'dinkes',
      names: { id: 'Daftar keluarga' },
      firstDue: { kind: 'month', month: '2026-12' },
      class: 'members',
    },
  ],
}
