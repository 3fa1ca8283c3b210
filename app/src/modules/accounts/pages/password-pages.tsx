import { SubmitButton } from '#ui/button.tsx'
import { PasswordField, TextField } from '#ui/fields.tsx'
import { Form, FormPage } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'

type Props = { view: View; state: FormState; formKey: string }

export function ChangePasswordPage({ view, state, formKey, email, tabs }: Props & { email: string; tabs: NavItem[] }) {
  const say = words[view.lang].password
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs} state={state}>
      <Form action={accountPaths.password()} formKey={formKey}>
        <UserName view={view} email={email} />
        <PasswordField name="current" error={state.errors.current} kind="current-password" label={say.current} />
        <NewPassword view={view} state={state} />
        <SubmitButton>{say.submit}</SubmitButton>
      </Form>
    </AccountPage>
  )
}

type LinkProps = Props & {
  kind: 'invitation' | 'password-reset'
  token: string
  name: string
  email: string
  provider?: string
}

export function SetPasswordPage({ view, state, formKey, kind, token, name, email, provider }: LinkProps) {
  const say = words[view.lang].link
  const invited = kind === 'invitation'
  return (
    <FormPage
      view={view}
      title={invited ? say.invitationTitle : say.resetTitle}
      lead={invited ? say.invitationLead(name) : say.resetLead(name)}
      state={state}
      submit={say.submit}
      action={invited ? accountPaths.invitation(token) : accountPaths.reset(token)}
      formKey={formKey}
      breadcrumbs={[]}
    >
      {provider ? <ByProvider view={view} token={token} provider={provider} /> : null}
      <UserName view={view} email={email} />
      <NewPassword view={view} state={state} />
    </FormPage>
  )
}

function ByProvider({ view, token, provider }: { view: View; token: string; provider: string }) {
  const say = words[view.lang].provider
  return (
    <p class="govuk-inset-text">
      {say.acceptLead(provider)}
      <br />
      <a class="govuk-link" href={accountPaths.invitationByProvider(token)}>
        {say.accept(provider)}
      </a>
    </p>
  )
}

/** Out of sight: tells the browser's password keeper, and a screen reader, whose password it is. */
function UserName({ view, email }: { view: View; email: string }) {
  return (
    <label class="govuk-visually-hidden">
      {words[view.lang].signIn.email}
      <input type="email" autocomplete="username" value={email} readonly tabindex={-1} />
    </label>
  )
}

function NewPassword({ view, state }: { view: View; state: FormState }) {
  const say = words[view.lang].password
  return (
    <>
      <PasswordField
        name="password"
        error={state.errors.password}
        kind="new-password"
        label={say.fresh}
        hint={say.hint}
      />
      <PasswordField name="repeat" error={state.errors.repeat} kind="new-password" label={say.repeat} />
    </>
  )
}

export function LinkGonePage({ view, kind }: { view: View; kind: 'invitation' | 'password-reset' }) {
  const say = words[view.lang].link
  return (
    <Page view={view} title={say.goneTitle} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.goneTitle}</h1>
      <p class="govuk-body-l">{say.gone}</p>
      {kind === 'invitation' ? <p class="govuk-body">{say.goneInvitation}</p> : null}
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.askReset()}>
          {say.goneReset}
        </a>
      </p>
    </Page>
  )
}

export function AskResetPage({ view, state, formKey }: Props) {
  const say = words[view.lang]
  return (
    <FormPage
      view={view}
      title={say.reset.title}
      lead={say.reset.lead}
      state={state}
      submit={say.reset.submit}
      action={accountPaths.askReset()}
      formKey={formKey}
      breadcrumbs={[{ href: accountPaths.signIn(), label: say.signIn.title }]}
    >
      <TextField
        {...field(state, 'email')}
        label={say.signIn.email}
        type="email"
        inputmode="email"
        autocomplete="username"
        spellcheck={false}
      />
    </FormPage>
  )
}

export function ResetSentPage({ view }: { view: View }) {
  const say = words[view.lang].reset
  return (
    <Page view={view} title={say.sentTitle} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.sentTitle}</h1>
      <p class="govuk-body-l">{say.sent}</p>
      <p class="govuk-body">{say.nothing}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.signIn()}>
          {say.back}
        </a>
      </p>
    </Page>
  )
}
