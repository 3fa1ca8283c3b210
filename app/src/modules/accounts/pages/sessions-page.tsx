import { SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Table } from '#ui/table.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { deviceOf } from '../device.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Moment } from './parts.tsx'

export type SessionShown = {
  id: string
  here: boolean
  createdAt: Date
  seenAt: Date
  endsAt: Date
  userAgent: string | null
  network: string | undefined
  method: string
}
type Props = { view: View; sessions: SessionShown[]; formKey: string; tabs: NavItem[] }

export function SessionsPage({ view, sessions, formKey, tabs }: Props) {
  const say = words[view.lang].sessions
  const name = (row: SessionShown) => {
    const { browser, system } = deviceOf(row.userAgent ?? '')
    return browser && system ? say.on(browser, system) : (browser ?? system ?? say.unknown)
  }
  const methodOf = (method: string) => (say.methods as Record<string, string>)[method] ?? method
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs}>
      <Table
        caption={say.caption}
        rows={sessions}
        columns={[
          {
            label: say.device,
            head: true,
            cell: (row) => (
              <>
                {name(row)}
                {row.here ? <b> ({say.here})</b> : null}
              </>
            ),
          },
          {
            label: say.by,
            cell: (row) => `${methodOf(row.method)}, ${row.network ? say.from(row.network) : say.hidden}`,
          },
          { label: say.opened, cell: (row) => <Moment at={row.createdAt} /> },
          { label: say.seen, cell: (row) => <Moment at={row.seenAt} /> },
          { label: say.ends, cell: (row) => <Moment at={row.endsAt} /> },
          {
            label: say.end,
            plain: true,
            cell: (row) => <EndButton view={view} row={row} formKey={formKey} about={name(row)} />,
          },
        ]}
      />
      <div class="mf-actions mf-actions--end">
        <Form bare action={accountPaths.endAllSessions()} formKey={formKey}>
          <SubmitButton secondary>{say.endAll}</SubmitButton>
        </Form>
      </div>
    </AccountPage>
  )
}

function EndButton({ view, row, formKey, about }: { view: View; row: SessionShown; formKey: string; about: string }) {
  if (row.here) return null
  return (
    <Form bare action={accountPaths.endSession(row.id)} formKey={formKey}>
      <SubmitButton small secondary about={about}>
        {words[view.lang].sessions.end}
      </SubmitButton>
    </Form>
  )
}
