import type { Child } from '#ui/jsx/element.ts'
import { AxisMonths, placeOf, type Span, spanOf, TodayLine, ticksOf } from './axis.tsx'
import { AsTable } from './details.tsx'
import { type Example, say } from './example.ts'
import { formatDate } from './language.ts'
import { Table } from './table.tsx'
import { Recorded, slipText, Time } from './text.tsx'
import { useLang, useWords } from './view.ts'

type Period = { start: string; end: string }

export type GanttTask = {
  title: string
  href?: string
  lang?: string
  agency: string
  /** As first planned, never edited. */
  first: Period
  /** As it stands. */
  current: Period
  done?: string
  /** A short state in words, such as "menunggu Dinas PUPR". */
  note?: Child
}

/** `past`: `today` is a day of the past, as which the whole programme is read. */
export type GanttProps = {
  id: string
  tasks: GanttTask[]
  today: string
  past?: boolean
  caption: string
  legend?: Child
}

/** Tasks on one axis of time, by agency: above the plan as first made, below it the plan now. */
export function Gantt({ id, tasks, today, past, caption, legend }: GanttProps) {
  if (tasks.length === 0) return null
  const span = spanOf(tasks.flatMap((task) => [task.first.start, task.first.end, task.current.start, endOf(task)]))
  const agencies = [...new Set(tasks.map((task) => task.agency))]
  return (
    <>
      <div class="mf-panel">
        <figure class="mf-fig mf-gantt">
          <div class="mf-gantt__axis">
            <AxisMonths span={span} today={today} past={past} />
          </div>
          {agencies.map((agency) => (
            <>
              <p class="mf-gantt__agency">{agency}</p>
              <ol class="mf-gantt__rows">
                {tasks
                  .filter((task) => task.agency === agency)
                  .map((task) => (
                    <Row task={task} span={span} today={today} id={`${id}-${tasks.indexOf(task)}`} />
                  ))}
              </ol>
            </>
          ))}
          {legend ? <figcaption>{legend}</figcaption> : null}
        </figure>
      </div>
      <AsTable>
        <GanttTable caption={caption} tasks={tasks} />
      </AsTable>
    </>
  )
}

function Row({ task, span, today, id }: { task: GanttTask; span: Span; today: string; id: string }) {
  return (
    <li>
      <div>
        <p class="mf-ms__t">
          <Title task={task} />
        </p>
        <p class="mf-ms__d">
          <TaskDates task={task} />
          {task.note ? <> · {task.note}</> : null}
        </p>
      </div>
      <Bars task={task} span={span} today={today} id={id} />
    </li>
  )
}

function Title({ task }: { task: GanttTask }) {
  const title = <Recorded lang={task.lang}>{task.title}</Recorded>
  if (!task.href) return title
  return (
    <a class="govuk-link" href={task.href}>
      {title}
    </a>
  )
}

/** "30 September 2027, mundur 92 hari". */
function TaskDates({ task }: { task: GanttTask }) {
  const words = useWords()
  const text = slipText(useLang(), words, { first: task.first.end, current: task.current.end, done: task.done })
  return (
    <>
      <Time at={endOf(task)} />, <span class={isLate(task) ? 'slipt' : undefined}>{lowerFirst(text)}</span>
    </>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function endOf(task: GanttTask): string {
  return task.done ?? task.current.end
}

function isLate(task: GanttTask): boolean {
  return !task.done && task.current.end > task.first.end
}

function Bars({ task, span, today, id }: { task: GanttTask; span: Span; today: string; id: string }) {
  const { chart } = useWords()
  const lang = useLang()
  const planned = `${formatDate(lang, task.first.start)} – ${formatDate(lang, task.first.end)}`
  const now = `${formatDate(lang, task.current.start)} – ${formatDate(lang, endOf(task))}`
  const kept = earlierOf(task.first.end, endOf(task))
  return (
    <svg height="36" role="img" aria-labelledby={id}>
      <title id={id}>{`${chart.planned(planned)}, ${chart.now(now)}`}</title>
      {ticksOf(span).map((tick) => (
        <line class="axis tall" x1={`${placeOf(span, tick)}%`} x2={`${placeOf(span, tick)}%`} y1="-96" y2="132" />
      ))}
      <TodayLine span={span} today={today} height={36} />
      {task.first.start === task.first.end ? (
        <circle class="base" cx={`${placeOf(span, task.first.end)}%`} cy="9" r="5" />
      ) : (
        <rect class="base" {...between(span, task.first.start, task.first.end)} y="6" height="7" rx="3.5" />
      )}
      <rect
        class={task.done ? 'done' : 'plan'}
        {...between(span, task.current.start, kept)}
        y="18"
        height="12"
        rx="3"
      />
      {endOf(task) > task.first.end ? (
        <rect
          class={task.done ? 'late-done' : 'new'}
          {...between(span, later(task), endOf(task))}
          y="18"
          height="12"
          rx="3"
        />
      ) : null}
    </svg>
  )
}

/** Where the part beyond the first end begins. */
function later(task: GanttTask): string {
  return [task.current.start, task.first.end].sort()[1]!
}

function earlierOf(one: string, other: string): string {
  return [one, other].sort()[0]!
}

/** At least 0.6 % wide, so that a single day is seen. */
function between(span: Span, start: string, end: string): { x: string; width: string } {
  const x = placeOf(span, start)
  const width = Math.max(placeOf(span, end) - x, 0.6)
  return { x: `${Math.min(x, 99.4)}%`, width: `${Number(width.toFixed(2))}%` }
}

function GanttTable({ caption, tasks }: { caption: string; tasks: GanttTask[] }) {
  const words = useWords()
  const lang = useLang()
  return (
    <Table
      caption={caption}
      rows={tasks}
      columns={[
        { label: words.chart.item, head: true, cell: (task) => <Recorded lang={task.lang}>{task.title}</Recorded> },
        { label: words.chart.owner, cell: (task) => task.agency },
        { label: words.chart.start, cell: (task) => <Time at={task.current.start} /> },
        { label: words.chart.firstEnd, cell: (task) => <Time at={task.first.end} /> },
        { label: words.chart.currentEnd, cell: (task) => <Time at={endOf(task)} /> },
        {
          label: words.chart.slip,
          cell: (task) => slipText(lang, words, { first: task.first.end, current: task.current.end, done: task.done }),
        },
      ]}
    />
  )
}

export const examples: Example[] = [
  {
    name: 'Gantt',
    render: (lang) => (
      <Gantt
        id="jadwal"
        today="2026-11-24"
        caption={say(lang, 'Jadwal tugas', 'Timetable of tasks')}
        legend={say(
          lang,
          'Batang kosong: rencana awal. Batang penuh: rencana sekarang; merah adalah bagian yang mundur.',
          'Hollow bar: as first planned. Full bar: the plan now; red is the part that slipped.',
        )}
        tasks={exampleTasks(lang)}
      />
    ),
  },
]

function exampleTasks(lang: 'id' | 'en'): GanttTask[] {
  const plan = { start: '2026-07-01', end: '2026-10-31' }
  return [
    {
      title: say(lang, 'Beli alat ukur baku', 'Buy standard scales'),
      href: '#t1',
      agency: 'Dinas Kesehatan',
      first: plan,
      current: { start: '2026-08-10', end: '2027-01-29' },
      note: say(lang, 'menunggu BPKAD', 'waiting on BPKAD'),
    },
    {
      title: say(lang, 'Latih 224 kader', 'Train 224 volunteers'),
      agency: 'Dinas Kesehatan',
      first: { start: '2026-11-01', end: '2027-03-31' },
      current: { start: '2026-11-01', end: '2027-03-31' },
    },
    {
      title: say(lang, 'Satukan data keluarga berisiko', 'Join the data on families at risk'),
      agency: 'Dinas Kominfo',
      first: { start: '2026-03-01', end: '2026-06-30' },
      current: { start: '2026-03-01', end: '2026-09-14' },
      done: '2026-09-14',
    },
  ]
}
