import { ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'

/** The only time that the codes are shown; made to be printed. */
export function CodesPage({ view, codes }: { view: View; codes: string[] }) {
  const say = words[view.lang].factors
  return (
    <Page view={view} title={say.codesTitle} breadcrumbs={[{ href: accountPaths.factors(), label: say.title }]}>
      <h1 class="govuk-heading-xl">{say.codesTitle}</h1>
      <p class="govuk-body-l">{say.codesLead}</p>
      <ol class="govuk-list govuk-list--number mf-codes" aria-label={say.codesList}>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="mf-actions">
        <ButtonLink href={accountPaths.factors()}>{say.codesDone}</ButtonLink>
      </div>
    </Page>
  )
}
