import type { Child } from '#ui/jsx/element.ts'
import { AxisEnds, placeOf, type Span, spanOf, TodayLine } from './axis.tsx'
import { AsTable } from './details.tsx'
import { type Example, say } from './example.ts'
import { formatDate } from './language.ts'
import { Table } from './table.tsx'
import { Recorded, SlipDate, slipText, Time } from './text.tsx'
import { useLang, useWords } from './view.ts'

export type Milestone = {
  title: string
  href?: string
  /** Language the title was written in. */
  lang?: string
  owner: string
  /** The first date, never edited; left out when the target is not a date. */
  first?: string
  /** The date as it stands; `first` when it never moved. */
  current?: string
  done?: string
  /** A target that is not a date: "setiap 3 bulan". */
  when?: string
}

export type MilestoneChartProps = {
  /** Unique on the page; ids of the drawings begin with it. */
  id: string
  items: Milestone[]
  /** 'YYYY-MM-DD': the day the chart is read as of. */
  today: string
  /** `today` is a day of the past, as which the whole programme is read. */
  past?: boolean
  caption: string
  /** Under the chart. */
  note?: Child
}

/** Milestones on one axis of time: the first date hollow, the date now full, the slip between them. */
export function MilestoneChart({ id, items, today, past, caption, note }: MilestoneChartProps) {
  const dates = items.flatMap((item) => [item.first, item.current, item.done]).filter((date) => date !== undefined)
  const span = dates.length ? spanOf(dates) : undefined
  return (
    <>
      <div class="mf-panel">
        <figure class="mf-fig">
          {span ? (
            <div class="mf-ms__axis">
              <AxisEnds span={span} today={today} past={past} />
            </div>
          ) : null}
          <ol class="mf-ms">
            {items.map((item, index) => (
              <Row item={item} span={span} today={today} id={`${id}-${index}`} />
            ))}
          </ol>
          {note ? <figcaption>{note}</figcaption> : null}
        </figure>
      </div>
      <AsTable>
        <MilestoneTable caption={caption} items={items} />
      </AsTable>
    </>
  )
}

function Row({ item, span, today, id }: { item: Milestone; span?: Span; today: string; id: string }) {
  return (
    <li>
      <div>
        <p class="mf-ms__t">
          <Title item={item} />
        </p>
        <p class="mf-ms__d">{item.owner}</p>
      </div>
      <p class="mf-ms__d">
        <When item={item} />
      </p>
      {span && item.first ? <Line item={item} span={span} today={today} id={id} first={item.first} /> : null}
    </li>
  )
}

function Title({ item }: { item: Milestone }) {
  const title = <Recorded lang={item.lang}>{item.title}</Recorded>
  if (!item.href) return title
  return (
    <a class="govuk-link" href={item.href}>
      {title}
    </a>
  )
}

function When({ item }: { item: Milestone }) {
  const { date } = useWords()
  if (!item.first) return <>{item.when ?? date.none}</>
  return <SlipDate first={item.first} current={item.current ?? item.first} done={item.done} />
}

type LineProps = { item: Milestone; span: Span; today: string; id: string; first: string }

function Line({ item, span, today, id, first }: LineProps) {
  const { chart } = useWords()
  const lang = useLang()
  const last = item.done ?? item.current ?? first
  const [from, to] = [placeOf(span, first), placeOf(span, last)]
  return (
    <svg height="28" role="img" aria-labelledby={id}>
      <title id={id}>{`${chart.planned(formatDate(lang, first))}, ${chart.now(formatDate(lang, last))}`}</title>
      <line class="axis" x1="0" x2="100%" y1="14" y2="14" />
      <TodayLine span={span} today={today} height={28} />
      {last === first ? null : (
        <>
          <line class={last > first ? 'slip' : 'early'} x1={`${from}%`} x2={`${to}%`} y1="14" y2="14" />
          <circle class="base" cx={`${from}%`} cy="14" r="6" />
        </>
      )}
      <circle class={item.done ? 'done' : last > first ? 'new' : 'plan'} cx={`${to}%`} cy="14" r="7" />
    </svg>
  )
}

function MilestoneTable({ caption, items }: { caption: string; items: Milestone[] }) {
  const words = useWords()
  const lang = useLang()
  return (
    <Table
      caption={caption}
      rows={items}
      columns={[
        { label: words.chart.item, head: true, cell: (item) => <Recorded lang={item.lang}>{item.title}</Recorded> },
        { label: words.chart.owner, cell: (item) => item.owner },
        { label: words.chart.firstEnd, cell: (item) => (item.first ? <Time at={item.first} /> : (item.when ?? '–')) },
        {
          label: words.chart.currentEnd,
          cell: (item) => {
            const last = item.done ?? item.current ?? item.first
            return last ? <Time at={last} /> : '–'
          },
        },
        {
          label: words.chart.slip,
          cell: (item) =>
            item.first
              ? slipText(lang, words, { first: item.first, current: item.current ?? item.first, done: item.done })
              : '–',
        },
      ]}
    />
  )
}

export const examples: Example[] = [
  {
    name: 'MilestoneChart',
    render: (lang) => (
      <MilestoneChart
        id="tonggak"
        today="2026-11-24"
        caption={say(lang, 'Tonggak dan pergeserannya', 'Milestones and their slips')}
        note={say(
          lang,
          'Lingkaran kosong adalah tanggal pertama yang disepakati, dan tidak pernah diubah.',
          'The hollow circle is the date first agreed; it is never changed.',
        )}
        items={[
          {
            title: say(lang, 'Piagam program ditandatangani', 'Charter signed'),
            owner: 'Bappeda',
            first: '2026-02-10',
            done: '2026-02-10',
          },
          {
            title: say(lang, 'Data keluarga berisiko disatukan', 'Data on families at risk joined'),
            owner: 'Dinas Kominfo',
            first: '2026-06-30',
            done: '2026-09-14',
          },
          {
            title: say(lang, 'Alat ukur baku tersedia di 112 posyandu', 'Standard scales in 112 health posts'),
            href: '#tonggak-3',
            owner: 'Dinas Kesehatan',
            first: '2026-10-31',
            current: '2027-01-29',
          },
          {
            title: say(lang, 'Evaluasi tengah bersama warga', 'Midterm review with citizens'),
            owner: 'Forum Warga',
            first: '2027-07-31',
          },
          {
            title: say(lang, 'Laporan kemajuan', 'Progress report'),
            owner: 'Bappeda',
            when: say(lang, 'setiap 3 bulan', 'every 3 months'),
          },
        ]}
      />
    ),
  },
]
