import { CheckboxField, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import { formatNumber } from '#ui/language.ts'
import { Recorded } from '#ui/text.tsx'
import { ballotAnswers, maySecretly, roundRule } from '../decision.ts'
import { words } from '../words.ts'
import { ActForm, type ActFormProps, PartyField } from './act-form.tsx'
import { optionChoices } from './debate-forms.tsx'
import { nameOf } from './parts.tsx'

export function InterestForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const { concerned, names } = props.data
  const bodies = concerned.map((one) => nameOf(names, one.organisation_id)).join(', ')
  return (
    <ActForm {...props} act="interest">
      {bodies ? <p class="govuk-body">{say.matches(bodies)}</p> : null}
      <RadioField
        {...field(props.form.state, 'conflicted')}
        label={say.conflicted}
        options={[
          { value: 'no', label: say.conflictedNo },
          { value: 'yes', label: say.conflictedYes },
        ]}
      />
    </ActForm>
  )
}

export function DelegationForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  const people = props.data.colleagues.map((one) => ({
    value: one.person_id,
    label: `${one.name}, ${one.organisation}`,
  }))
  return (
    <ActForm {...props} act="delegation">
      <SelectField {...field(props.form.state, 'person')} label={say.person} options={people} />
      <TextArea {...field(props.form.state, 'reason')} label={say.reason} maxLength={1000} />
    </ActForm>
  )
}

export function VoteForm(props: ActFormProps) {
  const say = words[props.view.lang]
  const { data, form, view } = props
  const rule = roundRule(data.facts)
  return (
    <ActForm {...props} act="vote">
      <p class="govuk-body">
        {say.rule[rule]}: {say.ruleText[rule]}
      </p>
      <SelectField {...field(form.state, 'option')} label={say.field.proposal} options={optionChoices(data)} />
      <DateField {...field(form.state, 'lastDay')} label={say.field.lastDay} min={view.today} />
      {maySecretly(rule) ? (
        <CheckboxField
          {...field(form.state, 'secret')}
          label={say.field.secret}
          hint={say.field.secretHint}
          checked={Boolean(form.state.values.secret)}
          value="yes"
        />
      ) : null}
      {rule === 'weighted' ? (
        <TextArea {...field(form.state, 'weights')} label={say.field.weights} hint={say.field.weightsHint} optional />
      ) : null}
    </ActForm>
  )
}

export function ExtensionForm(props: ActFormProps) {
  const say = words[props.view.lang].field
  return (
    <ActForm {...props} act="extension">
      <DateField {...field(props.form.state, 'toDay')} label={say.toDay} min={props.view.today} />
      <TextArea {...field(props.form.state, 'reason')} label={say.reason} maxLength={1000} />
    </ActForm>
  )
}

export function BallotForm(props: ActFormProps) {
  const say = words[props.view.lang]
  const { data, form } = props
  const { round } = data.facts
  const proposal = data.options.find((one) => one.id === round?.option_id)?.title ?? ''
  const answers = ballotAnswers.map((value) => ({ value, label: say.ballot[value] }))
  return (
    <ActForm {...props} act="ballot">
      <PartyField {...props} />
      <RadioField {...field(form.state, 'answer')} label={say.field.ballot(proposal)} options={answers} />
      {round?.secret ? (
        <p class="govuk-hint">{say.field.secretHint}</p>
      ) : (
        <TextArea
          {...field(form.state, 'reason')}
          label={say.field.ballotReason}
          hint={say.field.ballotReasonHint}
          maxLength={2000}
          optional
        />
      )}
    </ActForm>
  )
}

export function ClosureForm(props: ActFormProps) {
  const { data, view } = props
  const say = words[view.lang]
  const { round } = data.facts
  const number = (value: number) => formatNumber(view.lang, value)
  const proposal = data.options.find((one) => one.id === round?.option_id)
  return (
    <ActForm {...props} act="closure">
      {round ? (
        <p class="govuk-body">
          <Recorded lang={data.facts.lang}>{proposal?.title ?? ''}</Recorded>
          {'. '}
          {say.page.voting(number(round.cast_ballots), number(round.eligible), number(round.needed))}
        </p>
      ) : null}
    </ActForm>
  )
}
