import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { ActTime } from './text.tsx'

export type HistoryEvent = {
  /** When it happened: an instant, or 'YYYY-MM-DD'. */
  at: string | Date
  /** What happened, in a sentence. */
  what: Child
  /** Who did it, and for whom. */
  who?: Child
  /** Reason or further words. */
  more?: Child
}

/** What happened to a record, newest first as the caller orders it. */
export function History({ events }: { events: HistoryEvent[] }) {
  return (
    <ol class="mf-next mf-next--history">
      {events.map((event) => (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle class="dot" cx="10" cy="10" r="6" />
          </svg>
          <p class="mf-next__t">{event.what}</p>
          <p class="mf-small mf-muted">
            <ActTime at={event.at} />
            {event.who ? <> · {event.who}</> : null}
          </p>
          {event.more ? <p class="mf-small">{event.more}</p> : null}
        </li>
      ))}
    </ol>
  )
}

export const examples: Example[] = [
  {
    name: 'History',
    render: (lang) => (
      <History
        events={[
          {
            at: new Date('2026-11-18T09:42:00Z'),
            what: say(lang, 'Tanggal digeser ke 29 Januari 2027', 'Date moved to 29 January 2027'),
            who: 'Dinas Kesehatan',
            more: say(lang, 'Lelang alat ukur diulang.', 'The tender for scales is repeated.'),
          },
          { at: '2026-02-10', what: say(lang, 'Tonggak ditetapkan', 'Milestone set'), who: 'Bappeda' },
        ]}
      />
    ),
  },
]
