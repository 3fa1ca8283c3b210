import type { Child } from '#ui/jsx/element.ts'
import { DisabledButton, SubmitButton } from './button.tsx'
import { type Example, say } from './example.ts'
import { formatDays } from './language.ts'
import { Recorded, Time } from './text.tsx'
import { useLang, useWords } from './view.ts'

export type TaskRowProps = {
  /** Unique on the page. */
  id: string
  title: string
  href: string
  lang?: string
  /** Programme and due date, in one line. */
  meta: Child
  /** Whose turn it is. */
  holder?: Child
  wait?: { days: number; limit?: number }
  /** Buttons, each in its own `Form bare`; the first is the main one. */
  acts?: Child
}

/** Tasks below each other, each with how long it waits and what can be done. */
export function TaskRows({ children }: { children?: Child }) {
  return <div class="mf-panel">{children}</div>
}

export function TaskRow({ id, title, href, lang, meta, holder, wait, acts }: TaskRowProps) {
  return (
    <article class="mf-task" aria-labelledby={id}>
      <div>
        <h2 class="mf-task__t" id={id}>
          <a class="govuk-link" href={href}>
            <Recorded lang={lang}>{title}</Recorded>
          </a>
        </h2>
        <p class="mf-small mf-muted">{meta}</p>
        {holder ? <p class="mf-flow">{holder}</p> : null}
      </div>
      <div class="mf-wait">{wait ? <Wait id={`${id}-w`} {...wait} /> : null}</div>
      <div class="mf-acts">{acts}</div>
    </article>
  )
}

/** Days waited as a bar, with the agreed limit as a tick. */
export function Wait({ id, days, limit }: { id: string; days: number; limit?: number }) {
  const { task } = useWords()
  const lang = useLang()
  const end = Math.max(days, limit ?? 0, 1) * 1.06
  const place = (value: number) => `${Number(((value / end) * 100).toFixed(1))}%`
  const over = limit !== undefined && days > limit
  return (
    <>
      <div class="mf-wait__n">
        {days} <small>{task.daysWaiting(days)}</small>
      </div>
      {limit === undefined ? null : (
        <>
          <svg class="mf-bar" role="img" aria-labelledby={id}>
            <title id={id}>{`${days} ${task.daysWaiting(days)}; ${task.limit(formatDays(lang, limit))}`}</title>
            <rect class="mf-track" x="0" y="6" width="100%" height="10" rx="5" />
            <rect class={over ? 'low' : 'mf-fill'} x="0" y="6" width={place(days)} height="10" rx="5" />
            <line class="tick" x1={place(limit)} x2={place(limit)} y1="2" y2="20" />
          </svg>
          <span>
            {over ? (
              <>
                <b>{formatDays(lang, days - limit)}</b> {task.beyond(formatDays(lang, limit))}
              </>
            ) : (
              task.limit(formatDays(lang, limit))
            )}
          </span>
        </>
      )}
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'TaskRows',
    render: (lang) => (
      <TaskRows>
        <TaskRow
          id="tugas-1"
          href="#t1"
          title={say(lang, 'Serahkan daftar 18 desa prioritas air minum', 'Hand over the list of 18 villages')}
          meta={
            <>
              Stunting · {say(lang, 'jatuh tempo', 'due')} <Time at="2026-10-22" />
            </>
          }
          holder={
            <span>
              {say(lang, 'Di tangan', 'In the hands of')} <b>Dinas PUPR</b>
            </span>
          }
          wait={{ days: 47, limit: 14 }}
          acts={
            <>
              <SubmitButton small>{say(lang, 'Naikkan ke rapat Selasa', 'Raise at the Tuesday meeting')}</SubmitButton>
              <SubmitButton small secondary>
                {say(lang, 'Ingatkan', 'Remind')}
              </SubmitButton>
            </>
          }
        />
        <TaskRow
          id="tugas-2"
          href="#t2"
          title={say(lang, 'Cocokkan data keluarga dengan Dukcapil', 'Match families with the civil registry')}
          meta={say(lang, 'Kependudukan', 'Civil registry')}
          wait={{ days: 9, limit: 14 }}
          acts={
            <DisabledButton
              id="tugas-2-alasan"
              small
              secondary
              reason={say(lang, 'Sudah diingatkan hari ini.', 'Reminded today.')}
            >
              {say(lang, 'Ingatkan', 'Remind')}
            </DisabledButton>
          }
        />
      </TaskRows>
    ),
  },
]
