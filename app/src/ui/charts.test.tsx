import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import { AlignmentPicture } from './alignment.tsx'
import { placeOf, spanOf, ticksOf } from './axis.tsx'
import { LoadBars } from './bars.tsx'
import { type CoverageCell, CoverageGrid } from './coverage.tsx'
import { Gantt } from './gantt.tsx'
import type { Lang } from './language.ts'
import { thresholdText } from './measure.tsx'
import { MilestoneChart } from './milestones.tsx'
import { ScoreTable } from './score.tsx'
import { SevenStrip } from './seven.tsx'
import { LangContext } from './view.ts'

test('without enough data an indicator shows k and n, but no percent, no trend and no colour', () => {
  const html = render(
    <ScoreTable
      caption="x"
      rows={[
        {
          id: 'i3',
          name: 'Inovasi',
          question: 'Uji coba yang ditutup',
          measure: { kind: 'share', k: 2, n: 3 },
          level: 'none',
          threshold: { value: 0.6, better: 'up' },
          trend: [0.5, 0.6, 0.7],
          need: { minimum: 5, of: 'uji coba selesai' },
        },
      ]}
    />,
  )
  assert.match(html, /2<small> dari 3<\/small>/)
  assert.match(html, /Perlu sedikitnya 5 uji coba selesai agar nilainya berarti; baru ada 3\./)
  assert.match(html, /Data belum cukup/)
  assert.doesNotMatch(html, /67%|mf-spark|class="ok"|class="low"/)
})

test('a threshold of our own is called internal, and says which way is better', () => {
  const row = { id: 't2', name: 'T2', question: 'q', level: 'poor', trend: [8, 12.5] } as const
  const measure = { kind: 'amount', value: 12.5, unit: 'hari kerja' } as const
  const threshold = { value: 5, poor: 10, better: 'down' } as const
  const html = render(<ScoreTable caption="x" rows={[{ ...row, trend: [...row.trend], measure, threshold }]} />)
  assert.match(
    html,
    /Ambang internal <span class="mf-num">≤ 5 hari kerja<\/span>, di luar ambang bila &gt;\u00a010 hari kerja/,
  )
  assert.match(html, /Naik 4,5 hari kerja/)
  assert.equal(thresholdText('en', { kind: 'share', k: 1, n: 2 }, { value: 0.7, better: 'up' }), '≥ 70%')
})

test('the strip names all seven benefits with their levels, in the fixed order', () => {
  const levels = {
    efficiency: 'good',
    effectiveness: 'poor',
    transparency: 'watch',
    innovation: 'none',
    participation: 'good',
    accountability: 'good',
    sustainability: 'good',
  } as const
  assert.match(
    render(<SevenStrip id="s" levels={levels} />),
    /Efisiensi memenuhi ambang, Efektivitas di luar ambang, Transparansi perlu perhatian, Inovasi data belum cukup, Partisipasi memenuhi ambang, Akuntabilitas memenuhi ambang, Keberlanjutan memenuhi ambang/,
  )
})

test('a moved milestone shows the first date, the new one and the slip; a target that is not a date stays what it is', () => {
  const items = [
    { title: 'Alat ukur', owner: 'Dinkes', first: '2026-10-31', current: '2027-01-29' },
    { title: 'Laporan', owner: 'Bappeda', when: 'setiap 3 bulan' },
  ]
  const html = render(<MilestoneChart id="m" items={items} today="2026-11-24" caption="Tonggak" />)
  assert.match(html, /<s><span[^>]*>tanggal awal <\/span><time datetime="2026-10-31">31 Oktober 2026<\/time><\/s>/)
  assert.match(html, /Mundur 90 hari/)
  assert.match(html, /setiap 3 bulan/)
  assert.match(html, /hari ini/)
})

test('today is not drawn on a chart of an old programme', () => {
  const items = [{ title: 'Inventory', owner: 'OMB', first: '2020-03-31', current: '2020-06-30' }]
  const html = render(<MilestoneChart id="m" items={items} today="2026-11-24" caption="Milestones" />, 'en')
  assert.doesNotMatch(html, /today|class="now/)
})

test('the axis covers whole months and names at most four of them', () => {
  assert.deepEqual(spanOf(['2026-02-10', '2027-12-15']), { from: '2026-02-01', to: '2027-12-31' })
  assert.deepEqual(spanOf(['2024-02-29']), { from: '2024-02-01', to: '2024-02-29' })
  assert.deepEqual(ticksOf({ from: '2026-02-01', to: '2027-12-31' }), ['2026-07-01', '2027-01-01', '2027-07-01'])
  assert.deepEqual(ticksOf({ from: '2026-11-01', to: '2027-01-31' }), ['2026-11-01', '2026-12-01', '2027-01-01'])
  assert.deepEqual(ticksOf({ from: '2024-05-01', to: '2031-12-31' }), [
    '2025-01-01',
    '2027-01-01',
    '2029-01-01',
    '2031-01-01',
  ])
  assert.ok(ticksOf({ from: '2020-01-01', to: '2035-12-31' }).length <= 4)
  const span = { from: '2026-01-01', to: '2026-12-31' }
  assert.equal(placeOf(span, '2026-01-01'), 0)
  assert.equal(placeOf(span, '2026-12-31'), 100)
  assert.equal(placeOf(span, '2031-01-01'), 100)
})

test('the timetable keeps the plan as first made beside the plan now, and marks the part that slipped', () => {
  const first = { start: '2026-07-01', end: '2026-10-31' }
  const tasks = [{ title: 'Beli', agency: 'Dinkes', first, current: { start: '2026-12-01', end: '2027-01-29' } }]
  const html = render(<Gantt id="g" tasks={tasks} today="2026-11-24" caption="Jadwal" />)
  assert.match(html, /Rencana awal 1 Juli 2026 – 31 Oktober 2026, sekarang 1 Desember 2026 – 29 Januari 2027/)
  assert.match(html, /class="new"/)
  assert.match(html, /<td[^>]*data-label="Pergeseran"><div>Mundur 90 hari/)
})

test('a load beyond the capacity is said in words, and an undeclared capacity is not taken for zero', () => {
  const months = [
    { month: '2027-01', load: 220, capacity: 160 },
    { month: '2027-02', load: 90 },
  ]
  const html = render(<LoadBars id="b" title="Beban" unit="jam" months={months} />)
  assert.match(html, /220 dari 160 jam, lebih 60 jam/)
  assert.match(html, /90 jam, kapasitas belum dicatat/)
})

test('gaps and doubles of coverage are words, not only colours', () => {
  const cells: CoverageCell[] = [{ state: 'gap' }, { state: 'double', who: ['PUPR', 'PDAM'] }]
  const html = render(
    <CoverageGrid caption="c" rowsLabel="Layanan" columns={['A', 'B']} rows={[{ label: 'Air', cells }]} />,
  )
  assert.match(html, /Belum ada/)
  assert.match(html, /Ganda: PUPR dan PDAM/)
})

test('every link between objectives is in the picture and in its table; a link to nowhere is in neither', () => {
  const html = render(
    <AlignmentPicture
      id="a"
      caption="Keselarasan"
      agencies={[{ id: 'a1', agency: 'PUPR', title: 'Air' }]}
      shared={[{ id: 's1', title: 'Stunting' }]}
      links={[
        { from: 'a1', to: 's1', kind: 'conflicts' },
        { from: 'a1', to: 'gone', kind: 'supports' },
      ]}
    />,
  )
  assert.equal(html.match(/<path class="l-/g)?.length, 1)
  assert.match(html, /<desc[^>]*>mendukung: 0; bertentangan dengan: 1; sama dengan: 0\.<\/desc>/)
  assert.equal(html.match(/<tr role="row"><th role="rowheader"/g)?.length, 1)
})

function render(element: JSX.Element, lang: Lang = 'id'): string {
  return (<LangContext.Provider value={lang}>{element}</LangContext.Provider>).toString()
}

test('a programme of the past marks its own day by its date, never as today', () => {
  const milestone = { title: 'x', owner: 'y', first: '2020-06-30', current: '2020-12-31' }
  const day = { start: '2020-06-30', end: '2020-06-30' }
  const gantt = { title: 'x', agency: 'y', first: day, current: day }
  for (const [past, mark] of [
    [true, '30 Juni 2020'],
    [false, 'hari ini'],
  ] as const) {
    const chart = render(<MilestoneChart id="a" items={[milestone]} today="2020-06-30" past={past} caption="x" />)
    const table = render(<Gantt id="b" tasks={[gantt]} today="2020-06-30" past={past} caption="x" />)
    for (const html of [chart, table]) assert.match(html, new RegExp(`class="nowt"[^>]*>${mark}<`))
    assert.match(table, /<circle class="base"/, 'a milestone is a point, not a bar of no length')
  }
})
