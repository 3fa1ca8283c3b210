import type { Stub } from '#kernel/withheld.ts'
import { Page } from '#ui/frame.tsx'
import { Held } from '#ui/held.tsx'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'

/** In place of a record that the reader may not see. */
export function WithheldPage({ view, stub, signIn }: { view: View; stub: Stub; signIn: boolean }) {
  const say = words[view.lang]
  return (
    <Page view={view} title={say.withheldPage} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.withheldPage}</h1>
      <p class="govuk-body-l">{say.withheldLead}</p>
      <Held {...stub} />
      {signIn ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/sign-in?next=${encodeURIComponent(view.path)}`}>
            {say.signInHint}
          </a>
        </p>
      ) : null}
    </Page>
  )
}
