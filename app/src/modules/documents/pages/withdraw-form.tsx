import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import type { OneData } from '../loads.ts'
import { documentPaths } from '../paths.ts'
import { words } from '../words.ts'

export function WithdrawForm({ view, form, data }: { view: View; form: FormProps; data: OneData }) {
  const say = words[view.lang]
  const { programme, document } = data
  const one = { href: documentPaths.one(document.id), label: document.title }
  return (
    <FormPage
      view={view}
      title={say.withdraw}
      lead={say.withdrawLead}
      state={form.state}
      submit={say.withdrawSubmit}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, { href: documentPaths.list(programme.slug), label: say.list }, one)}
      example={programme.example ?? undefined}
      cancel={{ href: one.href, label: say.cancel }}
    >
      <TextArea {...field(form.state, 'reason')} label={say.fields.reason} hint={say.fields.reasonHint} />
    </FormPage>
  )
}
