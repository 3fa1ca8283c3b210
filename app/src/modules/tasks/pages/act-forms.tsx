import { CheckboxField, type Choice, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { field } from '#ui/form-state.ts'
import { adoptionValues, bindsParty, blockingCodes, reasonCodes, taskRoles } from '../task.ts'
import { words } from '../words.ts'
import { ActForm, type ActFormProps } from './act-form.tsx'
import { TargetFields } from './target-fields.tsx'

const agencies = ({ parties }: ActFormProps['data'], without?: string): Choice[] =>
  parties
    .filter((party) => party.organisationId !== without)
    .map((party) => ({ value: party.organisationId, label: party.name }))

/** Only who may take a task over: the lead and the members. */
const takers = ({ parties, task }: ActFormProps['data']): Choice[] =>
  parties
    .filter((party) => bindsParty(party) && party.organisationId !== task.owner_id)
    .map((party) => ({ value: party.organisationId, label: party.name }))

export function MoveForm(props: ActFormProps) {
  const { form, data, view } = props
  const say = words[view.lang]
  const codes = reasonCodes.map((value) => ({ value, label: say.reason[value] }))
  return (
    <ActForm {...props} act="move">
      <TargetFields state={form.state} lang={view.lang} label={say.act.field.newDue} />
      <SelectField {...field(form.state, 'code')} label={say.act.field.cause} options={codes} />
      <TextArea {...field(form.state, 'reason')} label={say.act.field.reason} maxLength={2000} />
      <SelectField {...field(form.state, 'requestedBy')} label={say.act.field.requestedBy} options={agencies(data)} />
    </ActForm>
  )
}

export function WaitForm(props: ActFormProps) {
  const { form, data, view } = props
  const say = words[view.lang].act.field
  return (
    <ActForm {...props} act="wait">
      <SelectField
        {...field(form.state, 'agency')}
        label={say.waitAgency}
        options={agencies(data, data.task.owner_id)}
      />
      <TextArea {...field(form.state, 'because')} label={say.because} maxLength={2000} />
      <DateField {...field(form.state, 'until')} label={say.until} optional />
    </ActForm>
  )
}

export function BlockForm(props: ActFormProps) {
  const { form, view } = props
  const say = words[view.lang]
  const codes = blockingCodes.map((value) => ({ value, label: say.reason[value] }))
  return (
    <ActForm {...props} act="block">
      <RadioField {...field(form.state, 'code')} label={say.act.field.cause} options={codes} />
      <TextArea {...field(form.state, 'because')} label={say.act.field.becauseBlock} maxLength={2000} />
      <DateField {...field(form.state, 'until')} label={say.act.field.until} optional />
    </ActForm>
  )
}

/** For those who do the task, and for the agency that was waited for. */
export function ResumeForm(props: ActFormProps & { delivered: boolean }) {
  const { form, view, delivered } = props
  const say = words[view.lang].act
  return (
    <ActForm {...props} act="resume" words={delivered ? say.delivered : undefined}>
      <TextArea {...field(form.state, 'because')} label={say.field.becauseResume} maxLength={2000} optional />
    </ActForm>
  )
}

export function HandOverForm(props: ActFormProps) {
  const { form, data, view } = props
  const say = words[view.lang].act.field
  return (
    <ActForm {...props} act="handOver">
      <SelectField {...field(form.state, 'agency')} label={say.agency} options={takers(data)} />
      <TextArea {...field(form.state, 'why')} label={say.why} maxLength={2000} />
    </ActForm>
  )
}

/** An act that asks for one text. */
export function TextForm(props: ActFormProps & { act: 'decline' | 'reopen' | 'close' | 'verify' }) {
  const { form, view, act } = props
  const say = words[view.lang].act.field
  const labels = {
    decline: { name: 'because', label: say.becauseDecline },
    reopen: { name: 'because', label: say.becauseReopen },
    close: { name: 'note', label: say.note, optional: true },
    verify: { name: 'note', label: say.note, optional: true },
  }
  const { name, ...label } = labels[act]
  return (
    <ActForm {...props}>
      <TextArea {...field(form.state, name)} {...label} maxLength={2000} />
    </ActForm>
  )
}

export function CancelForm(props: ActFormProps) {
  const { form, view } = props
  const say = words[view.lang]
  const codes = reasonCodes.map((value) => ({ value, label: say.reason[value] }))
  return (
    <ActForm {...props} act="cancel">
      <RadioField {...field(form.state, 'code')} label={say.act.field.cause} options={codes} />
      <TextArea {...field(form.state, 'because')} label={say.act.field.becauseCancel} maxLength={2000} />
    </ActForm>
  )
}

export function EvidenceForm(props: ActFormProps & { documents: Choice[] }) {
  const { form, view, documents } = props
  const say = words[view.lang].act.field
  return (
    <ActForm {...props} act="evidence">
      <TextField {...field(form.state, 'what')} label={say.what} hint={say.whatHint} />
      {documents.length > 0 ? (
        <SelectField
          {...field(form.state, 'document')}
          label={say.document}
          options={documents}
          blank={say.noDocument}
          optional
        />
      ) : null}
      <TextField {...field(form.state, 'url')} label={say.url} type="url" inputmode="url" optional />
      <TextArea {...field(form.state, 'body')} label={say.body} maxLength={5000} optional />
    </ActForm>
  )
}

export function RoleForm(props: ActFormProps & { people: Choice[] }) {
  const { form, data, view, people } = props
  const say = words[view.lang]
  const roles = taskRoles.map((value) => ({ value, label: say.role[value] }))
  return (
    <ActForm {...props} act="role">
      <SelectField {...field(form.state, 'agency')} label={say.act.field.agency} options={agencies(data)} />
      <RadioField {...field(form.state, 'role')} label={say.act.field.role} options={roles} />
      <SelectField
        {...field(form.state, 'person')}
        label={say.act.field.person}
        options={people}
        blank={say.page.form.nobody}
        optional
      />
      <CheckboxField name="ends" label={say.act.field.ends} value="true" checked={form.state.values.ends === 'true'} />
    </ActForm>
  )
}

export function AdoptionForm(props: ActFormProps & { bodies: Choice[]; questions: Choice[] }) {
  const { form, view, bodies, questions } = props
  const say = words[view.lang]
  const values = adoptionValues.map((value) => ({ value, label: say.adoption[value] }))
  return (
    <ActForm {...props} act="adoption">
      <SelectField {...field(form.state, 'agency')} label={say.act.field.agency} options={bodies} />
      {questions.length > 0 ? (
        <SelectField {...field(form.state, 'question')} label={say.act.field.question} options={questions} />
      ) : null}
      <RadioField {...field(form.state, 'value')} label={say.act.field.value} options={values} />
      <TextArea {...field(form.state, 'note')} label={say.act.field.note} maxLength={2000} optional />
    </ActForm>
  )
}
