import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { PasswordField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import type { View } from '#ui/view.ts'
import { type Factors, hasSecondFactor } from '../factor.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CodeField } from './code-field.tsx'
import { PasskeyForm } from './passkey-form.tsx'

type Props = {
  view: View
  state: FormState
  /** Where the act waits. */
  to: string
  /** What was typed there, sent on once it is proved. */
  kept: [string, string][]
  again: boolean
  factors: Factors
  options: string | undefined
  minutes: number
  hasPassword: boolean
  /** Name of the provider that can vouch for this person again. */
  provider: string | undefined
  formKey: string
}

export function ProofPage(props: Props) {
  const { view, state, kept, minutes, to } = props
  const say = words[view.lang].proof
  const typed = kept.some(([name, value]) => !name.startsWith('_') && value !== '')
  return (
    <Page view={view} title={say.title} state={state} breadcrumbs={[]} island={props.options ? 'passkey' : undefined}>
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead(String(minutes))}</p>
      {typed ? <Notice kind="note" text={say.kept} /> : null}
      <Ways {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={to}>
          {say.cancel}
        </a>
      </p>
    </Page>
  )
}

function Ways({ view, state, to, kept, again, factors, options, hasPassword, provider, formKey }: Props) {
  const say = words[view.lang]
  const key = kept.find(([name]) => name === '_key')?.[1] ?? formKey
  const form = {
    action: view.path,
    formKey: key,
    hidden: { _proof_given: '1', ...(again ? { _proof_again: '1' } : {}) },
  }
  const hidden = kept.filter(([name]) => name !== '_key')
  const inputs = hidden.map(([name, value]) => <input type="hidden" name={name} value={value} />)
  if (!hasSecondFactor(factors)) {
    if (!hasPassword && provider)
      return (
        <div class="mf-actions">
          <ButtonLink href={accountPaths.proofByProvider(to)}>{say.provider.prove(provider)}</ButtonLink>
        </div>
      )
    if (!hasPassword)
      return <Notice kind="attention" text={say.proof.none} link={{ href: to, label: say.proof.cancel }} />
    return (
      <Form {...form}>
        {inputs}
        <PasswordField
          name="_proof_password"
          error={state.errors._proof_password}
          kind="current-password"
          label={say.proof.password}
        />
        <SubmitButton>{say.proof.submit}</SubmitButton>
      </Form>
    )
  }
  return (
    <>
      {options ? (
        <PasskeyForm {...form} act="get" options={options} name="_proof_passkey" submit={say.passkey.prove}>
          {inputs}
        </PasskeyForm>
      ) : null}
      <Form {...form}>
        {inputs}
        <CodeField state={state} name="_proof_code" totp={factors.totp !== undefined} />
        <SubmitButton secondary={options !== undefined}>{say.proof.submit}</SubmitButton>
      </Form>
    </>
  )
}
