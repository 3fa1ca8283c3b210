import { SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { QrPicture } from '#ui/qr-picture.tsx'
import type { View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { base32, otpauthUri } from '../totp.ts'
import { words } from '../words.ts'

type Props = { view: View; state: FormState; totpKey: Buffer; email: string; place: string; formKey: string }

export function TotpPage({ view, state, totpKey, email, place, formKey }: Props) {
  const say = words[view.lang].factors
  const uri = otpauthUri(place, email, totpKey)
  const groups = base32(totpKey).match(/.{4}/g) ?? []
  return (
    <Page
      view={view}
      title={say.totpTitle}
      state={state}
      breadcrumbs={[{ href: accountPaths.factors(), label: say.title }]}
    >
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.totpTitle}</h1>
      <p class="govuk-body-l">{say.totpLead}</p>
      <QrPicture id="totp-qr" text={uri} title={say.totpScan} />
      <p class="govuk-body">
        <a class="govuk-link" href={uri}>
          {say.totpOpen}
        </a>
      </p>
      <p class="govuk-body">{say.totpKey}</p>
      <p class="govuk-inset-text">
        <code>{groups.join(' ')}</code>
        <br />
        {say.totpKind}
      </p>
      <Form action={accountPaths.totp()} formKey={formKey}>
        <TextField
          name="code"
          error={state.errors.code}
          label={say.totpCode}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
        />
        <SubmitButton>{say.totpSubmit}</SubmitButton>
      </Form>
    </Page>
  )
}
