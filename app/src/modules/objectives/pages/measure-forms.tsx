import type { FormProps } from '#kernel/web/form.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { words } from '../words.ts'
import { type FormData, ObjectiveForm } from './objective-forms.tsx'

type Props = { view: View; form: FormProps; data: FormData }

export function AddMeasurePage({ view, form, data }: Props) {
  const say = words[view.lang]
  const { state } = form
  const parties = data.parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.addMeasure} lead={say.noMeasuresRule}>
      <TextField {...field(state, 'name')} label={say.measureName} hint={say.measureNameHint} />
      <TextField {...field(state, 'unit')} label={say.unit} hint={say.unitHint} optional />
      <NumberField {...field(state, 'baseline')} label={say.baseline} hint={say.baselineHint} decimal optional />
      <DateField {...field(state, 'baselineOn')} label={say.baselineOn} optional />
      <NumberField {...field(state, 'target')} label={say.target} decimal optional />
      <DateField {...field(state, 'targetOn')} label={say.targetOn} optional />
      <SelectField {...field(state, 'ownerId')} label={say.owner} options={parties} optional />
      <NumberField {...field(state, 'weight')} label={say.weight} hint={say.weightHint} decimal optional />
    </ObjectiveForm>
  )
}

export function ObservePage({ view, form, data }: Props) {
  const say = words[view.lang]
  const { state } = form
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.observe} lead={say.observeLead}>
      <DateField {...field(state, 'observedOn')} label={say.observedOn} />
      <NumberField {...field(state, 'value')} label={say.value} decimal />
      <TextField {...field(state, 'source')} label={say.source} hint={say.sourceHint} optional />
      <TextArea {...field(state, 'note')} label={say.note} optional />
    </ObjectiveForm>
  )
}

export function RetargetPage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.retarget} lead={say.retargetLead}>
      <NumberField {...field(form.state, 'target')} label={say.newTarget} decimal />
      <TextArea {...field(form.state, 'because')} label={say.because} />
    </ObjectiveForm>
  )
}
