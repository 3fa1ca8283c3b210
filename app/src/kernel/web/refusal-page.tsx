import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import type { FormValues } from './form-body.ts'
import { refusalWords } from './refusal-words.ts'

type Props = { view: View; title: string; message: string; typed?: FormValues; signIn: boolean; requestId?: string }

export function RefusalPage({ view, title, message, typed, signIn, requestId }: Props) {
  const words = refusalWords[view.lang]
  const kept = Object.entries(typed ?? {}).filter(
    ([name, value]) => !/password|token/.test(name) && String(value).trim(),
  )
  return (
    <Page view={view} title={title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      {requestId ? (
        <p class="govuk-body">
          {words.number}: <code>{requestId}</code>
        </p>
      ) : null}
      {kept.length > 0 ? <Typed values={kept} lang={view.lang} /> : null}
      {signIn ? (
        <p class="govuk-body">
          {words.signInHint}{' '}
          <a class="govuk-link" href={`/sign-in?next=${encodeURIComponent(view.path)}`}>
            {words.signIn}
          </a>
        </p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {words.home}
        </a>
      </p>
    </Page>
  )
}

function Typed({ values, lang }: { values: [string, string | string[]][]; lang: View['lang'] }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{refusalWords[lang].typed}</h2>
      <p class="govuk-body">{refusalWords[lang].typedHint}</p>
      <dl class="mf-facts">
        {values.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{[value].flat().join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
