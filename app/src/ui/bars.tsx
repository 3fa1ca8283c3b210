import type { Child } from '#ui/jsx/element.ts'
import { AsTable } from './details.tsx'
import { type Example, say } from './example.ts'
import { formatNumber, formatRupiah, formatShortMonth } from './language.ts'
import { Table } from './table.tsx'
import { useLang, useWords } from './view.ts'

/** One bar: what is there, and what is asked for. */
type PairRow = { label: string; have: number; need: number; text: string; note: string; alarm: boolean; href?: string }

type PairProps = {
  id: string
  title: string
  rows: PairRow[]
  /** What is beyond the smaller of the two: a need without cover, or a load without capacity. */
  excess: 'need' | 'have'
  note?: Child
}

/** Two amounts a row: the covered part full, the rest hatched, and both written out above. */
function PairBars({ id, title, rows, excess, note }: PairProps) {
  const end = Math.max(...rows.flatMap((row) => [row.have, row.need]), 1)
  const wide = (value: number) => `${Number(((value / end) * 100).toFixed(2))}%`
  return (
    <div class="mf-panel">
      <figure class="mf-fig" aria-label={title}>
        <Hatch id={`${id}-h`} />
        <ul class="mf-pairs">
          {rows.map((row, index) => (
            <li>
              <p>
                <b>{row.label}</b> {row.href ? <RowsLink row={row} href={row.href} /> : <span>{row.text}</span>}{' '}
                <span class={row.alarm ? 'mf-pairs__n mf-pairs__n--alarm' : 'mf-pairs__n'}>{row.note}</span>
              </p>
              <PairBar id={`${id}-${index}`} row={row} wide={wide} hatch={`${id}-h`} excess={excess} />
            </li>
          ))}
        </ul>
        {note ? <figcaption>{note}</figcaption> : null}
      </figure>
    </div>
  )
}

/** The amount leads to what it is made of. */
function RowsLink({ row, href }: { row: PairRow; href: string }) {
  return (
    <a class="govuk-link" href={href}>
      <span class="govuk-visually-hidden">{row.label}: </span>
      {row.text}
    </a>
  )
}

/** Diagonal lines: a part without cover. */
function Hatch({ id }: { id: string }) {
  return (
    <svg class="mf-hatch" aria-hidden="true">
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-0" width="7" height="7" />
          <rect class="hatch-1" width="2.5" height="7" />
        </pattern>
      </defs>
    </svg>
  )
}

type PairBarProps = {
  id: string
  row: PairRow
  wide: (value: number) => string
  hatch: string
  excess: 'need' | 'have'
}

function PairBar({ id, row, wide, hatch, excess }: PairBarProps) {
  const covered = Math.min(row.have, row.need)
  const whole = Math.max(row.have, row.need)
  const uncovered = excess === 'need' ? row.need > row.have : row.have > row.need
  return (
    <svg height="16" role="img" aria-labelledby={id}>
      <title id={id}>{`${row.label}: ${row.text}, ${row.note}`}</title>
      {uncovered ? (
        <rect class="gapx" fill={`url(#${hatch})`} x="0" y="0" width={wide(whole)} height="16" rx="2" />
      ) : (
        <rect class="need" x="0" y="0" width={wide(whole)} height="16" rx="2" />
      )}
      <rect class="have" x="0" y="0" width={wide(covered)} height="16" rx="2" />
    </svg>
  )
}

export type LoadMonth = {
  /** 'YYYY-MM'. */
  month: string
  load: number
  /** Left out when the agency has not declared it. */
  capacity?: number
  /** Where the work of that month is listed. */
  href?: string
}

export type LoadBarsProps = {
  id: string
  title: string
  /** "jam". */
  unit: string
  months: LoadMonth[]
  note?: Child
}

/** Work assigned to an agency beside what it can do, a bar a month; what is too much is hatched. */
export function LoadBars({ id, title, unit, months, note }: LoadBarsProps) {
  const { chart, score } = useWords()
  const lang = useLang()
  const amount = (value: number) => `${formatNumber(lang, value, 0)} ${unit}`
  const rows = months.map(({ month, load, capacity, href }) => ({
    href,
    label: formatShortMonth(lang, month),
    have: load,
    need: capacity ?? load,
    text: capacity === undefined ? amount(load) : `${formatNumber(lang, load, 0)} ${score.of} ${amount(capacity)}`,
    note:
      capacity === undefined
        ? chart.noCapacity
        : load > capacity
          ? chart.over(amount(load - capacity))
          : chart.free(amount(capacity - load)),
    alarm: capacity !== undefined && load > capacity,
  }))
  return (
    <>
      <PairBars id={id} title={title} rows={rows} excess="have" note={note} />
      <AsTable>
        <Table
          caption={title}
          rows={months}
          columns={[
            { label: chart.month, head: true, cell: (row) => formatShortMonth(lang, row.month) },
            { label: chart.load, numeric: true, cell: (row) => amount(row.load) },
            {
              label: chart.capacity,
              numeric: true,
              cell: (row) => (row.capacity === undefined ? '–' : amount(row.capacity)),
            },
          ]}
        />
      </AsTable>
    </>
  )
}

export type FundYear = { label: string; have: number; need: number }

/** Money there is beside money needed, in whole rupiah, a bar a year; what has no source is hatched. */
export function FundBars({ id, title, years, note }: { id: string; title: string; years: FundYear[]; note?: Child }) {
  const { chart, score } = useWords()
  const lang = useLang()
  const rows = years.map(({ label, have, need }) => ({
    label,
    have,
    need,
    text: `${formatRupiah(lang, have)} ${score.of} ${formatRupiah(lang, need)}`,
    note: need > have ? chart.short(formatRupiah(lang, need - have)) : chart.enough,
    alarm: need > have,
  }))
  return (
    <>
      <PairBars id={id} title={title} rows={rows} excess="need" note={note} />
      <AsTable>
        <Table
          caption={title}
          rows={years}
          columns={[
            { label: chart.year, head: true, cell: (row) => row.label },
            { label: chart.available, numeric: true, cell: (row) => formatRupiah(lang, row.have, 'full') },
            { label: chart.needed, numeric: true, cell: (row) => formatRupiah(lang, row.need, 'full') },
          ]}
        />
      </AsTable>
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'LoadBars',
    render: (lang) => (
      <LoadBars
        id="beban"
        title={say(lang, 'Beban Dinas PUPR', 'Load of the Public Works Office')}
        unit={say(lang, 'jam', 'hours')}
        months={[
          { month: '2026-12', load: 120, capacity: 160 },
          { month: '2027-01', load: 220, capacity: 160 },
          { month: '2027-02', load: 90 },
        ]}
      />
    ),
  },
  {
    name: 'FundBars',
    render: (lang) => (
      <FundBars
        id="dana"
        title={say(lang, 'Dana tersedia dibanding kebutuhan', 'Funds available and needed')}
        years={[
          { label: '2026', have: 9.6e9, need: 9.6e9 },
          { label: '2027', have: 9.6e9, need: 10.4e9 },
          { label: '2029', have: 4.9e9, need: 11.3e9 },
        ]}
      />
    ),
  },
]
