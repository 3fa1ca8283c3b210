import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import { words } from '../words.ts'
import { ActForm, type ActFormProps, PartyField } from './act-form.tsx'
import { nameOf, ResultTag } from './parts.tsx'

export function PublicationForm(props: ActFormProps) {
  const { data, form, view } = props
  const say = words[view.lang].field
  const outcome = data.outcomes.at(-1)
  return (
    <ActForm {...props} act="publication">
      {outcome ? (
        <p class="govuk-body">
          {say.pressed}: <ResultTag result={outcome.result} />
        </p>
      ) : null}
      <TextArea {...field(form.state, 'answer')} label={say.decided} hint={say.decidedHint} rows={3} maxLength={600} />
      <TextArea {...field(form.state, 'reason')} label={say.why} rows={8} maxLength={6000} />
      <DateField {...field(form.state, 'reviewOn')} label={say.reviewOn} optional />
    </ActForm>
  )
}

export function StepForm(props: ActFormProps) {
  const { data, form, view } = props
  const say = words[view.lang].field
  const parties = data.facts.parties.map((id) => ({ value: id, label: nameOf(data.names, id) }))
  return (
    <ActForm {...props} act="step">
      <TextField {...field(form.state, 'title')} label={say.stepTitle} />
      <SelectField {...field(form.state, 'party')} label={say.stepParty} options={parties} />
      <DateField {...field(form.state, 'dueOn')} label={say.dueOn} min={view.today} />
      {data.tasks.length > 0 ? (
        <SelectField {...field(form.state, 'task')} label={say.stepTask} options={data.tasks} optional />
      ) : null}
    </ActForm>
  )
}

export function AppealForm(props: ActFormProps) {
  return (
    <ActForm {...props} act="appeal">
      <PartyField {...props} />
      <TextArea {...field(props.form.state, 'grounds')} label={words[props.view.lang].field.grounds} maxLength={4000} />
    </ActForm>
  )
}

export function AppealAnswerForm(props: ActFormProps) {
  const { data, form, view } = props
  const say = words[view.lang].field
  const open = data.appeals.filter((one) => one.upheld === null)
  const appeals = open.map((one) => ({
    value: one.id,
    label: nameOf(data.names, one.organisation_id),
    hint: one.grounds,
  }))
  return (
    <ActForm {...props} act="appealAnswer">
      <RadioField {...field(form.state, 'appeal')} label={say.appeal} options={appeals} />
      <RadioField
        {...field(form.state, 'upheld')}
        label={say.upheld}
        options={[
          { value: 'yes', label: say.upheldYes },
          { value: 'no', label: say.upheldNo },
        ]}
      />
      <TextArea {...field(form.state, 'reason')} label={say.reason} maxLength={4000} />
    </ActForm>
  )
}
