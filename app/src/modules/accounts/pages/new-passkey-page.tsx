import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/fields.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { PasskeyForm } from './passkey-form.tsx'

type Props = { view: View; state: FormState; options: string; formKey: string }

export function NewPasskeyPage({ view, state, options, formKey }: Props) {
  const say = words[view.lang]
  return (
    <Page
      view={view}
      title={say.passkey.addTitle}
      state={state}
      breadcrumbs={[{ href: accountPaths.factors(), label: say.factors.title }]}
      island="passkey"
    >
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.passkey.addTitle}</h1>
      <p class="govuk-body-l">{say.passkey.addLead}</p>
      <PasskeyForm
        act="create"
        options={options}
        action={accountPaths.newPasskey()}
        formKey={formKey}
        name="passkey"
        submit={say.passkey.add}
      >
        <TextField {...field(state, 'name')} label={say.passkey.name} hint={say.passkey.nameHint} autocomplete="off" />
      </PasskeyForm>
    </Page>
  )
}
