import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import { letterOf, relations, stances } from '../decision.ts'
import { words } from '../words.ts'
import { ActForm, type ActFormProps, PartyField } from './act-form.tsx'

export function OptionForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { state } = props.form
  return (
    <ActForm {...props} act="option">
      <TextField {...field(state, 'title')} label={say.optionTitle} />
      <TextArea {...field(state, 'body')} label={say.optionBody} maxLength={4000} optional />
    </ActForm>
  )
}

export function ConcernedForm(props: ActFormProps) {
  const say = words[props.view.lang]
  const { state } = props.form
  const kinds = relations.map((value) => ({ value, label: say.relation[value] }))
  return (
    <ActForm {...props} act="concerned">
      <TextField {...field(state, 'organisation')} label={say.field.organisation} hint={say.field.organisationHint} />
      <RadioField {...field(state, 'relation')} label={say.field.relation} options={kinds} />
    </ActForm>
  )
}

export function LinkForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { data, form } = props
  const { state } = form
  return (
    <ActForm {...props} act="link">
      <TextField {...field(state, 'title')} label={say.documentTitle} optional />
      <TextField {...field(state, 'url')} label={say.documentUrl} type="url" inputmode="url" optional />
      {data.objectives.length > 0 ? (
        <SelectField {...field(state, 'objective')} label={say.objective} options={data.objectives} optional />
      ) : null}
      {data.tasks.length > 0 ? (
        <SelectField {...field(state, 'task')} label={say.task} options={data.tasks} optional />
      ) : null}
      {data.budgetLines.length > 0 ? (
        <SelectField
          {...field(state, 'budgetLine')}
          label={say.budgetLine}
          hint={say.budgetLineHint}
          options={data.budgetLines}
          optional
        />
      ) : null}
      {data.resources.length > 0 ? (
        <SelectField {...field(state, 'resource')} label={say.resource} options={data.resources} optional />
      ) : null}
    </ActForm>
  )
}

export function optionChoices({ options }: ActFormProps['data']) {
  return options.map(({ id, position, title }) => ({ value: id, label: `${letterOf(position)}. ${title}` }))
}

export function PositionForm(props: ActFormProps) {
  const say = words[props.view.lang]
  const { data, form } = props
  const kinds = stances.map((value) => ({ value, label: say.stance[value] }))
  return (
    <ActForm {...props} act="position">
      <PartyField {...props} />
      <RadioField {...field(form.state, 'stance')} label={say.field.stance} options={kinds} />
      <SelectField {...field(form.state, 'option')} label={say.field.option} options={optionChoices(data)} optional />
      <TextArea {...field(form.state, 'reason')} label={say.field.reason} maxLength={2000} />
    </ActForm>
  )
}

export function QuestionForm(props: ActFormProps) {
  return (
    <ActForm {...props} act="question">
      <TextArea {...field(props.form.state, 'body')} label={words[props.view.lang].field.body} maxLength={2000} />
    </ActForm>
  )
}

export function AnswerForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const asked = props.data.questions.map((one) => ({ value: one.id, label: one.body }))
  return (
    <ActForm {...props} act="answer">
      <RadioField {...field(props.form.state, 'question')} label={say.toAnswer} options={asked} />
      <TextArea {...field(props.form.state, 'body')} label={say.answer} maxLength={4000} />
    </ActForm>
  )
}

export function DissentForm(props: ActFormProps) {
  return (
    <ActForm {...props} act="dissent">
      <PartyField {...props} />
      <TextArea {...field(props.form.state, 'body')} label={words[props.view.lang].field.dissent} maxLength={2000} />
    </ActForm>
  )
}

export function WithdrawalForm(props: ActFormProps) {
  return (
    <ActForm {...props} act="withdrawal">
      <TextArea {...field(props.form.state, 'reason')} label={words[props.view.lang].field.reason} maxLength={2000} />
    </ActForm>
  )
}
