import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'

type RefusedProps = { view: View; name: string; why: 'away' | 'refused' | 'unknown' }

export function ProviderRefusedPage({ view, name, why }: RefusedProps) {
  const say = words[view.lang].provider
  return (
    <Page view={view} title={say.refusedTitle} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.refusedTitle}</h1>
      <p class="govuk-body-l">
        {why === 'away' ? say.away(name) : why === 'unknown' ? say.unknown(name) : say.refused}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={accountPaths.signIn()}>
          {say.back}
        </a>
      </p>
    </Page>
  )
}

type ContinueProps = { view: View; to: string; fields: [string, string][]; formKey: string }

/** Back from the provider with the proof: one press sends the form that waited. */
export function ContinuePage({ view, to, fields, formKey }: ContinueProps) {
  const say = words[view.lang].proof
  const key = fields.find(([name]) => name === '_key')?.[1] ?? formKey
  return (
    <Page view={view} title={say.provedTitle} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.provedTitle}</h1>
      <p class="govuk-body-l">{say.proved}</p>
      <Form action={to} formKey={key}>
        {fields
          .filter(([name]) => name !== '_key')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <SubmitButton>{say.submit}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Signed out here; the provider’s own session is another matter. */
export function SignedOutPage({ view, name, url }: { view: View; name: string; url: string }) {
  const say = words[view.lang].provider
  return (
    <Page view={view} title={say.outTitle} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.outTitle}</h1>
      <p class="govuk-body-l">{say.out(name)}</p>
      <div class="mf-actions">
        <ButtonLink href={url}>{say.outThere(name)}</ButtonLink>
        <a class="govuk-link" href="/">
          {say.outHome}
        </a>
      </div>
    </Page>
  )
}
