import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { FileField, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { closer, ownClasses } from '../document.ts'
import { travels } from '../file-kind.ts'
import type { AddData } from '../loads.ts'
import { documentPaths } from '../paths.ts'
import { words } from '../words.ts'
import { PlaceLink } from './list-page.tsx'

const accept = Object.values(travels)
  .map(({ ending }) => `.${ending}`)
  .join(',')

export function AddForm({ view, form, data }: { view: View; form: FormProps; data: AddData }) {
  const say = words[view.lang]
  const { programme, subject, place } = data
  const sentBefore = Object.keys(form.state.errors).length > 0
  const { error } = field(form.state, 'file')
  // What is no more closed than the record says the same as the first.
  const own = ownClasses.filter((one) => one === 'public' || closer(one, subject.class) !== subject.class)
  return (
    <FormPage
      view={view}
      title={say.add}
      lead={say.addLead}
      state={form.state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, { href: documentPaths.list(programme.slug), label: say.list })}
      example={programme.example ?? undefined}
      cancel={{ href: place?.href ?? documentPaths.list(programme.slug), label: say.cancel }}
      multipart
    >
      {place ? (
        <p class="govuk-body">
          {say.about}: <PlaceLink view={view} place={place} />
        </p>
      ) : null}
      <TextField {...field(form.state, 'title')} label={say.fields.title} hint={say.fields.titleHint} />
      <SelectField
        {...field(form.state, 'lang')}
        label={say.fields.lang}
        blank={null}
        options={(['id', 'en'] as const).map((value) => ({ value, label: say.langs[value] }))}
      />
      {own.length > 1 ? (
        <RadioField
          {...field(form.state, 'own')}
          label={say.fields.own}
          options={own.map((value) => ({ value, label: say.own[value] }))}
        />
      ) : null}
      <FileField
        name="file"
        label={say.fields.file}
        hint={say.fields.fileHint}
        error={error ?? (sentBefore ? say.fields.fileAgain : undefined)}
        accept={accept}
      />
    </FormPage>
  )
}
