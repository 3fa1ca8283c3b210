import type { FormProps } from '#kernel/web/form.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { aboutPaths } from '../paths.ts'
import { words } from '../words.ts'

export function AddHolidayPage({ view, form }: { view: View; form: FormProps }) {
  const say = words[view.lang].calendar
  const { state } = form
  return (
    <FormPage
      view={view}
      title={say.add}
      lead={say.addLead}
      state={state}
      submit={say.save}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[{ href: aboutPaths.calendar(), label: say.title }]}
    >
      <DateField {...field(state, 'date')} label={say.date} />
      <TextField {...field(state, 'name')} label={say.nameId} />
      <TextField {...field(state, 'nameEn')} label={say.nameEn} />
      <RadioField
        {...field(state, 'kind')}
        label={say.kind}
        options={[
          { value: 'national', label: say.national },
          { value: 'collective-leave', label: say.collective },
        ]}
      />
      <TextField {...field(state, 'source')} label={say.source} hint={say.sourceHint} />
      <TextField {...field(state, 'reason')} label={say.reason} />
    </FormPage>
  )
}

export function RemoveHolidayPage({ view, form, name }: { view: View; form: FormProps; name: string }) {
  const say = words[view.lang].calendar
  return (
    <FormPage
      view={view}
      title={say.removeTitle(name)}
      lead={say.addLead}
      state={form.state}
      submit={say.remove}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[{ href: aboutPaths.calendar(), label: say.title }]}
    >
      <TextField {...field(form.state, 'reason')} label={say.reason} />
    </FormPage>
  )
}
