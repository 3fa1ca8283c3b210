import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { HeldBriefly, type HeldProps } from './held.tsx'
import type { NavItem } from './view.ts'
import { useWords } from './view.ts'

/** An empty place that says what is missing, the rule that expects it, and the one thing to do. */
export function Empty({ title, action, children }: { title: string; action?: NavItem; children?: Child }) {
  return (
    <div class="mf-empty">
      <p>
        <b>{title}</b>
      </p>
      {children || action ? (
        <p class="mf-small mf-muted">
          {children}
          {children && action ? ' ' : null}
          {action ? (
            <a class="govuk-link" href={action.href}>
              {action.label}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

/** What is left of records that only members may read: their number. */
export function StubCount({ count }: { count: number }) {
  const { frame } = useWords()
  if (count === 0) return null
  return (
    <p class="mf-stub">
      <b>{frame.membersOnly(String(count))}.</b> <span class="mf-muted">{frame.membersOnlyHint}</span>
    </p>
  )
}

export type WithheldProps = {
  members?: number
  restricted?: number
  secret?: number
  stubs?: HeldProps[]
  more?: { count: number; href: string }
}

/** What a list keeps from the reader: a stub for each record withheld by a decision, the others by class and number. */
export function StubCounts({ withheld }: { withheld: WithheldProps }) {
  const { frame, held } = useWords()
  const { members = 0, restricted = 0, secret = 0, stubs = [], more } = withheld
  return (
    <>
      {stubs.map((stub) => (
        <HeldBriefly {...stub} />
      ))}
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more.href}>
            {held.more(String(more.count))}
          </a>
        </p>
      ) : null}
      <StubCount count={members} />
      {restricted > 0 ? (
        <p class="mf-stub">
          <b>{frame.restricted(String(restricted))}.</b> <span class="mf-muted">{frame.restrictedHint}</span>
        </p>
      ) : null}
      {secret > 0 ? (
        <p class="mf-stub">
          <b>{frame.secret(String(secret))}.</b> <span class="mf-muted">{frame.secretHint}</span>
        </p>
      ) : null}
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'Empty',
    render: (lang) => (
      <Empty
        title={say(lang, 'Belum ada rapat yang dijadwalkan.', 'No meeting is scheduled yet.')}
        action={{ href: '#jadwal', label: say(lang, 'Jadwalkan rapat', 'Schedule a meeting') }}
      >
        {say(lang, 'Piagam meminta rapat tiap 14 hari.', 'The charter asks for a meeting every 14 days.')}
      </Empty>
    ),
  },
  { name: 'StubCount', render: () => <StubCount count={3} /> },
  { name: 'StubCounts', render: () => <StubCounts withheld={{ members: 3, restricted: 1, secret: 2 }} /> },
]
