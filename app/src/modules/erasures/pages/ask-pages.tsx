import type { Verdict } from '#kernel/reason.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { requestPaths } from '#modules/requests/paths.ts'
import { DisabledButton, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Rows } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { OfRequestData, OwnData, Standing } from '../loads.ts'
import { words } from '../words.ts'
import { factsOf } from './parts.tsx'

const ownData = '/work/my-data'

/** A person asks to be erased, and sees how it stands. */
export function AskOwnPage({ view, data, form, now }: { view: View; data: OwnData; form: FormProps; now: Date }) {
  const say = words[view.lang].own
  return (
    <Page view={view} title={say.title} state={form.state} breadcrumbs={[{ href: ownData, label: say.data }]}>
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Consequences say={say} law={words[view.lang].law} />
      <p class="govuk-body">
        <a class="govuk-link" href={ownData}>
          {say.export}
        </a>
      </p>
      <HowItStands view={view} data={data} limited={say.limited} now={now} />
      <Ask view={view} form={form} may={data.may} submit={say.submit} />
    </Page>
  )
}

/** The same behind the secret link of an information request. */
export function AskForRequestPage({
  view,
  data,
  form,
  now,
}: {
  view: View
  data: OfRequestData
  form: FormProps
  now: Date
}) {
  const say = words[view.lang].ofRequest
  const { code } = data.request
  return (
    <Page
      view={view}
      title={say.title}
      state={form.state}
      breadcrumbs={[{ href: requestPaths.follow(data.token), label: code }]}
    >
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead(code)}</p>
      <Consequences say={say} law={words[view.lang].law} />
      <HowItStands view={view} data={data} limited={say.limited} now={now} />
      <Ask view={view} form={form} may={data.may} submit={say.submit} />
    </Page>
  )
}

function Consequences({ say, law }: { say: { what: string; stays: string; clock: string }; law: string }) {
  return (
    <>
      <p class="govuk-body">{say.what}</p>
      <p class="govuk-body">{say.stays}</p>
      <p class="govuk-body">{say.clock}</p>
      <p class="govuk-body mf-muted">{law}</p>
    </>
  )
}

function HowItStands({ view, data, limited, now }: { view: View; data: Standing; limited: string; now: Date }) {
  const { latest, reason } = data
  if (!latest) return null
  return (
    <Section id="h-permintaan" title={words[view.lang].own.status}>
      <Rows items={factsOf(view, latest, reason, now)} />
      {latest.outcome === 'refuse' ? <Notice kind="note" text={limited} /> : null}
    </Section>
  )
}

function Ask({ view, form, may, submit }: { view: View; form: FormProps; may: Verdict; submit: string }) {
  if (may !== true)
    return (
      <DisabledButton id="b-hapus" reason={may.text(view.lang)}>
        {submit}
      </DisabledButton>
    )
  return (
    <Form bare action={form.action} formKey={form.key}>
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  )
}
