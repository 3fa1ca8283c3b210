import { SubmitButton } from '#ui/button.tsx'
import { type Choice, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Email, Moment } from './parts.tsx'

export type InvitationShown = {
  personId: string
  name: string
  email: string
  state: 'open' | 'used' | 'expired'
  until: Date
}
type Props = {
  view: View
  organisations: Choice[]
  seats: Choice[]
  invitations: InvitationShown[]
  state: FormState
  formKey: string
  tabs: NavItem[]
}

export function InvitationsPage(props: Props) {
  const { view, state, formKey, tabs, invitations } = props
  const say = words[view.lang].invitations
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs} state={state}>
      <Section id="add" title={say.addTitle}>
        <InvitationForm {...props} />
      </Section>
      <Section id="sent" title={say.caption}>
        <Table
          caption={say.caption}
          rows={invitations}
          empty={<Empty title={say.none} />}
          columns={[
            { label: say.person, head: true, cell: (row) => row.name },
            { label: say.email, cell: (row) => <Email address={row.email} /> },
            { label: say.state, plain: true, cell: (row) => <StateTag view={view} row={row} /> },
            { label: say.until, cell: (row) => <Moment at={row.until} /> },
            { label: say.renew, plain: true, cell: (row) => <RenewButton view={view} row={row} formKey={formKey} /> },
          ]}
        />
      </Section>
    </AccountPage>
  )
}

function InvitationForm({ view, organisations, seats, state, formKey }: Props) {
  const say = words[view.lang].invitations
  const languages = [
    { value: 'id', label: 'Indonesia' },
    { value: 'en', label: 'English' },
  ]
  return (
    <Form action={accountPaths.invitations()} formKey={formKey}>
      <TextField {...field(state, 'name')} label={say.name} autocomplete="off" />
      <TextField {...field(state, 'email')} label={say.email} type="email" inputmode="email" autocomplete="off" />
      <SelectField {...field(state, 'organisationId')} label={say.organisation} options={organisations} />
      <TextField {...field(state, 'post')} label={say.post} hint={say.postHint} autocomplete="off" />
      {seats.length > 0 ? (
        <SelectField
          {...field(state, 'seat')}
          label={say.seat}
          hint={say.seatHint}
          options={seats}
          blank={say.noSeat}
          optional
        />
      ) : null}
      <RadioField {...field(state, 'lang')} label={say.lang} inline options={languages} />
      <SubmitButton>{say.submit}</SubmitButton>
    </Form>
  )
}

function StateTag({ view, row }: { view: View; row: InvitationShown }) {
  const look = {
    open: { sign: 'open', tone: 'yellow' },
    used: { sign: 'check', tone: 'green' },
    expired: { sign: 'warning', tone: 'grey' },
  } as const
  return <Tag {...look[row.state]}>{words[view.lang].invitations[row.state]}</Tag>
}

function RenewButton({ view, row, formKey }: { view: View; row: InvitationShown; formKey: string }) {
  if (row.state === 'used') return null
  return (
    <Form bare action={accountPaths.renewInvitation(row.personId)} formKey={formKey}>
      <SubmitButton small secondary about={row.name}>
        {words[view.lang].invitations.renew}
      </SubmitButton>
    </Form>
  )
}
