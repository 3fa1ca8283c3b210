import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { controlMeasures } from '../conflict.ts'
import { interestPaths } from '../paths.ts'
import type { PersonData } from '../read-pages.ts'
import { words } from '../words.ts'

export function ControlForm({ view, form, data }: { view: View; form: FormProps; data: PersonData }) {
  const say = words[view.lang]
  const { programme, person, conflicts, names, colleagues } = data
  const { state } = form
  const here = interestPaths.person(programme.slug, person.id)
  const crumbs = [
    { href: interestPaths.register(programme.slug), label: say.register },
    { href: here, label: person.name },
  ]
  const bodies = conflicts.map((one) => ({
    value: one.organisation_id,
    label: `${names.get(one.organisation_id)?.name ?? '–'} (${say.kinds[one.kind].toLowerCase()})`,
    hint: one.stakes
      .map((stake) => stake.label)
      .slice(0, 3)
      .join('; '),
  }))
  return (
    <FormPage
      view={view}
      title={say.controls.decide}
      lead={say.controls.decideLead(person.name)}
      state={state}
      submit={say.controls.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, programme, ...crumbs)}
      example={programme.example ?? undefined}
      cancel={{ href: here, label: say.controls.cancel }}
    >
      <RadioField {...field(state, 'organisation')} label={say.controls.organisation} options={bodies} />
      <RadioField
        {...field(state, 'measure')}
        label={say.controls.measure}
        options={controlMeasures.map((value) => ({ value, label: say.controls.measures[value] }))}
      />
      {colleagues.length > 0 ? (
        <SelectField
          {...field(state, 'substitute')}
          label={say.controls.substitute}
          hint={say.controls.substituteHint}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      ) : null}
      <DateField
        {...field(state, 'until')}
        label={say.controls.untilLabel}
        hint={say.controls.untilHint}
        min={view.today}
        optional
      />
      <TextArea
        {...field(state, 'reason')}
        label={say.controls.reason}
        hint={say.controls.reasonHint}
        maxLength={2000}
      />
    </FormPage>
  )
}
