import { DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Moment } from './parts.tsx'

export type ResetRow = {
  id: string
  personId: string
  name: string
  proposer: string
  proposedBy: string
  dueAt: Date | null
}
type Props = { view: View; rows: ResetRow[]; self: string; state: FormState; formKey: string; tabs: NavItem[] }

export function ResetsPage({ view, rows, self, state, formKey, tabs }: Props) {
  const say = words[view.lang].factorResets
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs} state={state}>
      <Table
        caption={say.caption}
        rows={rows}
        empty={<Empty title={say.none} />}
        columns={[
          { label: say.person, head: true, cell: (row) => row.name },
          { label: say.proposer, cell: (row) => row.proposer },
          { label: say.state, cell: (row) => (row.dueAt ? <Due view={view} at={row.dueAt} /> : say.waiting) },
          {
            label: say.act,
            plain: true,
            cell: (row) => <Acts view={view} row={row} self={self} formKey={formKey} />,
          },
        ]}
      />
      <Section id="propose" title={say.addTitle}>
        <Form action={accountPaths.factorResets()} formKey={formKey}>
          <TextField
            {...field(state, 'email')}
            label={say.email}
            hint={say.emailHint}
            type="email"
            inputmode="email"
            autocomplete="off"
            spellcheck={false}
          />
          <SubmitButton>{say.propose}</SubmitButton>
        </Form>
      </Section>
    </AccountPage>
  )
}

function Due({ view, at }: { view: View; at: Date }) {
  return (
    <>
      {words[view.lang].factorResets.due} <Moment at={at} />
    </>
  )
}

type ActsProps = { view: View; row: ResetRow; self: string; formKey: string }

function Acts({ view, row, self, formKey }: ActsProps) {
  const say = words[view.lang].factorResets
  return (
    <>
      {row.dueAt ? null : row.proposedBy === self ? (
        <DisabledButton id={`why-${row.id}`} small reason={say.resetBySecond}>
          {say.approve}
        </DisabledButton>
      ) : (
        <Form bare action={accountPaths.approveReset(row.id)} formKey={formKey}>
          <SubmitButton small about={row.name}>
            {say.approve}
          </SubmitButton>
        </Form>
      )}
      <Form bare action={accountPaths.cancelReset(row.id)} formKey={formKey}>
        <SubmitButton small secondary about={row.name}>
          {say.cancel}
        </SubmitButton>
      </Form>
    </>
  )
}
