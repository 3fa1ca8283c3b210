import { ErrorSummary } from '#ui/error-summary.tsx'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Tabs } from '#ui/jump.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; title: string; lead: string; tabs: NavItem[]; state?: FormState; children?: Child }

/** A page of the signed-in person's own affairs, with the way to the others. */
export function AccountPage({ view, title, lead, tabs, state = emptyForm, children }: Props) {
  const { work, accountMenu } = words[view.lang]
  return (
    <Page view={view} title={title} state={state} breadcrumbs={[{ href: accountPaths.work(), label: work.title }]}>
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{title}</h1>
      <Tabs label={accountMenu} items={tabs} current={view.path.split('?')[0] ?? ''} />
      <p class="govuk-body-l">{lead}</p>
      {children}
    </Page>
  )
}
