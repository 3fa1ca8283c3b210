import type { Lang, Text } from '#kernel/reason.ts'
import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { PasswordField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { Email } from './parts.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** An account of the example data, whose password is no secret. */
export type DemoSignIn = { email: string; password: string; role: string | Text }

type Props = {
  view: View
  state: FormState
  formKey: string
  next: string
  demoSignIns: DemoSignIn[]
  passkeyOptions: string | undefined
  provider: string | undefined
}

export function SignInPage({ view, state, formKey, next, demoSignIns, passkeyOptions, provider }: Props) {
  const say = words[view.lang].signIn
  const island = passkeyOptions ? 'passkey' : undefined
  return (
    <Page view={view} title={say.title} state={state} breadcrumbs={[]} island={island}>
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Form action={accountPaths.signIn()} formKey={formKey} hidden={{ next }}>
        <TextField
          {...field(state, 'email')}
          label={say.email}
          type="email"
          inputmode="email"
          autocomplete="username"
          spellcheck={false}
        />
        <PasswordField name="password" error={state.errors.password} kind="current-password" label={say.password} />
        <div class="mf-actions">
          <SubmitButton>{say.submit}</SubmitButton>
          <a class="govuk-link" href={accountPaths.askReset()}>
            {say.forgot}
          </a>
        </div>
      </Form>
      {provider ? (
        <div class="mf-actions">
          <ButtonLink secondary href={accountPaths.provider(next)}>
            {words[view.lang].provider.signIn(provider)}
          </ButtonLink>
        </div>
      ) : null}
      {passkeyOptions ? <ByPasskey lang={view.lang} formKey={formKey} next={next} options={passkeyOptions} /> : null}
      <p class="govuk-inset-text">{say.noAccount}</p>
      {demoSignIns.length > 0 ? (
        <DemoSignIns lang={view.lang} formKey={formKey} next={next} rows={demoSignIns} />
      ) : null}
    </Page>
  )
}

function ByPasskey({ lang, formKey, next, options }: { lang: Lang; formKey: string; next: string; options: string }) {
  const say = words[lang].passkey
  return (
    <PasskeyForm
      act="get"
      options={options}
      action={accountPaths.passkeySignIn()}
      formKey={formKey}
      hidden={{ next }}
      name="passkey"
      submit={say.signIn}
      secondary
    >
      <p class="govuk-body">{say.hint}</p>
    </PasskeyForm>
  )
}

type DemoProps = { lang: Lang; formKey: string; next: string; rows: DemoSignIn[] }

function DemoSignIns({ lang, formKey, next, rows }: DemoProps) {
  const say = words[lang].signIn
  const roleOf = ({ role }: DemoSignIn) => (typeof role === 'string' ? role : role(lang))
  return (
    <Section id="example" title={say.example} intro={say.exampleLead}>
      <Table
        caption={say.example}
        rows={rows}
        columns={[
          { label: say.exampleRole, head: true, cell: roleOf },
          { label: say.email, cell: ({ email }) => <Email address={email} /> },
          { label: say.password, cell: ({ password }) => <code>{password}</code> },
          {
            label: say.exampleAs,
            plain: true,
            cell: (row) => (
              <Form
                bare
                action={accountPaths.signIn()}
                formKey={formKey}
                hidden={{ email: row.email, password: row.password, next }}
              >
                <SubmitButton small secondary about={roleOf(row)}>
                  {say.exampleAs}
                </SubmitButton>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}
