import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import { words } from '../words.ts'
import { ActForm, type ActFormProps, PartyField } from './act-form.tsx'
import { optionChoices } from './debate-forms.tsx'
import { nameOf } from './parts.tsx'

export function AmendmentForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { data, form } = props
  const before = data.amendments.map((one) => ({
    value: one.id,
    label: `${one.clause}: ${nameOf(data.names, one.organisation_id)}`,
  }))
  return (
    <ActForm {...props} act="amendment">
      <PartyField {...props} />
      {before.length > 0 ? (
        <SelectField {...field(form.state, 'revises')} label={say.revises} options={before} optional />
      ) : null}
      <TextField {...field(form.state, 'clause')} label={say.clause} hint={say.clauseHint} optional />
      <TextArea {...field(form.state, 'body')} label={say.wording} maxLength={4000} />
      <TextArea {...field(form.state, 'reason')} label={say.reason} maxLength={2000} />
    </ActForm>
  )
}

/** Amendments that wait for an answer: clause and party, with the words themselves below. */
function waiting({ amendments, names }: ActFormProps['data'], parties?: string[]) {
  return amendments
    .filter((one) => one.answer === null && (!parties || parties.includes(one.organisation_id)))
    .map((one) => ({ value: one.id, label: `${one.clause}: ${nameOf(names, one.organisation_id)}`, hint: one.body }))
}

export function AnswerForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { data, form } = props
  const answers = [
    { value: 'yes', label: say.acceptedYes },
    { value: 'no', label: say.acceptedNo },
  ]
  return (
    <ActForm {...props} act="amendmentAnswer">
      <RadioField {...field(form.state, 'amendment')} label={say.amendment} options={waiting(data)} />
      <RadioField {...field(form.state, 'accepted')} label={say.accepted} options={answers} />
      <SelectField
        {...field(form.state, 'option')}
        label={say.amendedOption}
        hint={say.amendedOptionHint}
        options={optionChoices(data)}
        optional
      />
      <TextArea {...field(form.state, 'reason')} label={say.reason} maxLength={2000} />
    </ActForm>
  )
}

export function WithdrawalForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { data, form } = props
  return (
    <ActForm {...props} act="amendmentWithdrawal">
      <RadioField {...field(form.state, 'amendment')} label={say.amendment} options={waiting(data, data.mine)} />
      <TextArea {...field(form.state, 'reason')} label={say.reason} maxLength={2000} />
    </ActForm>
  )
}
