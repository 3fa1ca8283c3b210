import { SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import type { Factors } from '../factor.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CodeField } from './code-field.tsx'
import { PasskeyForm } from './passkey-form.tsx'

type Props = {
  view: View
  state: FormState
  formKey: string
  next: string
  factors: Factors
  options: string | undefined
}

export function SecondStepPage({ view, state, formKey, next, factors, options }: Props) {
  const say = words[view.lang]
  const withApp = factors.totp !== undefined
  return (
    <Page view={view} title={say.second.title} state={state} breadcrumbs={[]} island={options ? 'passkey' : undefined}>
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.second.title}</h1>
      <p class="govuk-body-l">{withApp ? say.second.lead : say.second.leadPasskey}</p>
      {options ? (
        <PasskeyForm
          act="get"
          options={options}
          action={accountPaths.passkeySignIn()}
          formKey={formKey}
          hidden={{ next }}
          name="passkey"
          submit={say.passkey.signIn}
          secondary={withApp}
        />
      ) : null}
      <Form action={accountPaths.secondStep()} formKey={formKey}>
        <CodeField state={state} name="code" totp={withApp} />
        <div class="mf-actions">
          <SubmitButton secondary={!withApp}>{say.second.submit}</SubmitButton>
          <a class="govuk-link" href={accountPaths.signIn()}>
            {say.second.other}
          </a>
        </div>
      </Form>
      <p class="govuk-inset-text mf-way">{say.second.lost}</p>
    </Page>
  )
}

export function SecondStepGonePage({ view }: { view: View }) {
  const say = words[view.lang].second
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.gone}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.signIn()}>
          {say.start}
        </a>
      </p>
    </Page>
  )
}
