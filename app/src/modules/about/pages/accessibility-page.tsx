import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'

export function AccessibilityPage({ view }: { view: View }) {
  const say = words[view.lang].accessibility
  const parts = [
    [say.standard, say.standardText],
    [say.known, say.knownText],
    [say.report, say.reportText],
  ] as const
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {parts.map(([title, text]) => (
        <section class="mf-section">
          <h2 class="govuk-heading-m">{title}</h2>
          <p class="govuk-body">{text}</p>
        </section>
      ))}
    </Page>
  )
}
