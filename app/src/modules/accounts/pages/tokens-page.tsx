import { SubmitButton } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'
import { Moment } from './parts.tsx'

export type TokenShown = { id: string; name: string; createdAt: Date; expiresAt: Date; usedAt: Date | null }
type Props = {
  view: View
  tokens: TokenShown[]
  days: readonly number[]
  state: FormState
  formKey: string
  tabs: NavItem[]
}

export function TokensPage({ view, tokens, days, state, formKey, tabs }: Props) {
  const say = words[view.lang].tokens
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs} state={state}>
      <Table
        caption={say.caption}
        rows={tokens}
        empty={<Empty title={say.none} />}
        columns={[
          { label: say.name, head: true, cell: (row) => row.name },
          { label: say.made, cell: (row) => <Moment at={row.createdAt} /> },
          { label: say.until, cell: (row) => <Moment at={row.expiresAt} /> },
          { label: say.used, cell: (row) => (row.usedAt ? <Moment at={row.usedAt} /> : say.never) },
          {
            label: say.revoke,
            plain: true,
            cell: (row) => (
              <Form bare action={accountPaths.revokeToken(row.id)} formKey={formKey}>
                <SubmitButton small secondary about={row.name}>
                  {say.revoke}
                </SubmitButton>
              </Form>
            ),
          },
        ]}
      />
      <Section id="add" title={say.addTitle}>
        <Form action={accountPaths.tokens()} formKey={formKey}>
          <TextField {...field(state, 'name')} label={say.name} hint={say.nameHint} autocomplete="off" />
          <RadioField
            {...field(state, 'days')}
            label={say.days}
            inline
            options={days.map((count) => ({ value: String(count), label: say.daysOf(String(count)) }))}
          />
          <SubmitButton>{say.add}</SubmitButton>
        </Form>
      </Section>
    </AccountPage>
  )
}

/** The only time that the token is shown. */
export function TokenShownPage({ view, token }: { view: View; token: string }) {
  const say = words[view.lang].tokens
  return (
    <Page view={view} title={say.shownTitle} breadcrumbs={[{ href: accountPaths.tokens(), label: say.title }]}>
      <h1 class="govuk-heading-xl">{say.shownTitle}</h1>
      <p class="govuk-body-l">{say.shown}</p>
      <p class="govuk-inset-text">
        <code>{token}</code>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.tokens()}>
          {say.back}
        </a>
      </p>
    </Page>
  )
}
