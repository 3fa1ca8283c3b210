import type { FormProps } from '#kernel/web/form.tsx'
import { Rows } from '#ui/facts.tsx'
import { FormPage } from '#ui/form.tsx'
import type { View } from '#ui/view.ts'
import { operatorPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; form: FormProps; failure: { follower: string; number: number; error: string } }

export function RetryPage({ view, form, failure }: Props) {
  const say = words[view.lang]
  return (
    <FormPage
      view={view}
      title={say.retryTitle(failure.follower, String(failure.number))}
      lead={say.retryLead}
      state={form.state}
      submit={say.retry}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[{ href: operatorPaths.work(), label: say.title }]}
    >
      <Rows items={[{ label: say.error, value: <code class="mf-mono">{failure.error}</code> }]} />
    </FormPage>
  )
}
