import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Email } from './parts.tsx'

export type AccountShown = { personId: string; name: string; email: string; disabledAt: Date | null; invited: boolean }
type Props = {
  view: View
  rows: AccountShown[]
  total: number
  page: number
  q: string
  self: string
  formKey: string
  tabs: NavItem[]
}

/** For the operator: who has an account, and the way to stop one. */
export function AccountsPage({ view, rows, total, page, q, self, formKey, tabs }: Props) {
  const say = words[view.lang].accounts
  const href = (number: number) => `${accountPaths.accounts()}?${new URLSearchParams({ q, page: String(number) })}`
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs}>
      <ListTools action={accountPaths.accounts()} label={say.search} q={q} />
      <Shown page={page} size={25} total={total} />
      <Table
        caption={say.caption}
        rows={rows}
        empty={<Empty title={say.none} />}
        columns={[
          { label: say.person, head: true, cell: (row) => row.name },
          { label: say.email, cell: (row) => <Email address={row.email} /> },
          { label: say.state, plain: true, cell: (row) => <StateTag view={view} row={row} /> },
          {
            label: say.suspend,
            plain: true,
            cell: (row) => (row.personId === self ? null : <ChangeButton view={view} row={row} formKey={formKey} />),
          },
        ]}
      />
      <Pagination page={page} size={25} total={total} href={href} />
    </AccountPage>
  )
}

function StateTag({ view, row }: { view: View; row: AccountShown }) {
  const say = words[view.lang].accounts
  if (row.disabledAt) {
    return (
      <Tag sign="stop" tone="grey">
        {say.disabled}
      </Tag>
    )
  }
  return row.invited ? (
    <Tag sign="open" tone="yellow">
      {say.invited}
    </Tag>
  ) : (
    <Tag sign="check" tone="green">
      {say.active}
    </Tag>
  )
}

function ChangeButton({ view, row, formKey }: { view: View; row: AccountShown; formKey: string }) {
  const say = words[view.lang].accounts
  const path = row.disabledAt ? accountPaths.reinstateAccount : accountPaths.suspendAccount
  return (
    <Form bare action={path(row.personId)} formKey={formKey}>
      <SubmitButton small secondary about={row.name}>
        {row.disabledAt ? say.reinstate : say.suspend}
      </SubmitButton>
    </Form>
  )
}
