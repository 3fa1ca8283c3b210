import type { FormProps } from '#kernel/web/form.tsx'
import { CheckboxField, CheckboxFields, RadioField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { interestKinds } from '../interest.ts'
import { interestPaths } from '../paths.ts'
import type { MineData } from '../read-pages.ts'
import { words } from '../words.ts'
import { spanOf } from './parts.tsx'

export function DeclareForm({ view, form, data }: { view: View; form: FormProps; data: MineData }) {
  const say = words[view.lang]
  const { state } = form
  const kept = data.interests.map((one) => ({
    value: one.id,
    label: `${say.kinds[one.kind]}: ${one.organisation}${spanOf(view.lang, one)}`,
  }))
  const kinds = interestKinds.map((kind) => ({ value: kind, label: say.kinds[kind], hint: say.kindHints[kind] }))
  return (
    <FormPage
      view={view}
      title={say.declare}
      lead={say.declareLead}
      state={state}
      submit={say.save}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[{ href: interestPaths.mine(), label: say.mine }]}
      example={data.example}
    >
      {kept.length > 0 ? (
        <CheckboxFields {...choices(state, 'keep')} label={say.keep} hint={say.keepHint} options={kept} optional />
      ) : null}
      <h2 class="govuk-heading-m">{say.add}</h2>
      <RadioField {...field(state, 'kind')} label={say.kind} options={kinds} optional />
      <TextField {...field(state, 'organisation')} label={say.organisation} hint={say.organisationHint} optional />
      <CheckboxField
        {...field(state, 'unlisted')}
        label={say.unlisted}
        checked={Boolean(state.values.unlisted)}
        value="yes"
      />
      <DateField {...field(state, 'since')} label={say.since} hint={say.sinceHint} optional />
      <DateField {...field(state, 'until')} label={say.until} optional />
      <TextArea {...field(state, 'note')} label={say.note} hint={say.noteHint} maxLength={2000} optional />
      <CheckboxField
        {...field(state, 'complete')}
        label={say.complete}
        checked={Boolean(state.values.complete)}
        value="yes"
      />
    </FormPage>
  )
}
